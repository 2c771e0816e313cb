/** Indicators of the Public Health Outcomes Framework by the names OHID gives them, and the measures they are here. */

export interface OutcomeMeasure {
  readonly measure: string;
  readonly range: readonly [number, number];
}

const percent = [0, 100] as const;
const years = [0, 120] as const;
/** A slope can run either way. */
const slope = [-60, 60] as const;
const rate = [0, 100_000] as const;

export const outcomeMeasures: ReadonlyMap<string, OutcomeMeasure> = new Map([
  ['Life expectancy at birth', { measure: 'life-expectancy-at-birth', range: years }],
  ['Healthy life expectancy at birth', { measure: 'healthy-life-expectancy-at-birth', range: years }],
  ['Inequality in life expectancy at birth', { measure: 'inequality-in-life-expectancy', range: slope }],
  [
    'Under 75 mortality rate from causes considered preventable (per 100,000 population)',
    { measure: 'preventable-mortality', range: rate },
  ],
  ['People receiving an NHS Health Check', { measure: 'nhs-health-checks', range: percent }],
  [
    'Smoking Prevalence in adults (aged 18 and over) - current smokers (APS)',
    { measure: 'smoking-adults', range: percent },
  ],
  [
    'Overweight (including obesity) prevalence in adults, (using adjusted self-reported height and weight)',
    { measure: 'overweight-adults', range: percent },
  ],
  ['Percentage of physically inactive adults', { measure: 'inactive-adults', range: percent }],
  ['Depression: QOF prevalence', { measure: 'depression-recorded', range: percent }],
  [
    'Reception prevalence of obesity (including severe obesity)',
    { measure: 'obesity-reception', range: percent },
  ],
  ['Year 6 prevalence of obesity (including severe obesity)', { measure: 'obesity-year-6', range: percent }],
  [
    'Percentage of 5 year olds with experience of visually obvious dental decay',
    { measure: 'dental-decay-at-5-years', range: percent },
  ],
  ['Campylobacter incidence rate/100,000', { measure: 'campylobacter-incidence', range: rate }],
]);

const SEXES: Readonly<Record<string, string>> = { Male: 'male', Female: 'female', Persons: 'all' };

export function sexOf(words: string): string | undefined {
  return SEXES[words];
}
