/** Indicators of the Public Health Outcomes Framework by the numbers and names OHID gives them, and the measures they are here. */
import { IndicatorList } from '../known-indicators.ts';

/** Numerator and denominator of a percentage may come from different counts, so it can lie a little above 100. */
const percent = [0, 110] as const;
const years = [0, 120] as const;
/** A slope can run either way. */
const slope = [-60, 60] as const;
const rate = [0, 100_000] as const;

export const outcomeMeasures = new IndicatorList([
  {
    measure: 'life-expectancy-at-birth',
    range: years,
    id: '90366',
    names: ['Life expectancy at birth'],
  },
  {
    measure: 'healthy-life-expectancy-at-birth',
    range: years,
    id: '90362',
    names: ['Healthy life expectancy at birth'],
  },
  {
    measure: 'inequality-in-life-expectancy',
    range: slope,
    names: ['Inequality in life expectancy at birth'],
  },
  {
    measure: 'preventable-mortality',
    range: rate,
    names: ['Under 75 mortality rate from causes considered preventable (per 100,000 population)'],
  },
  {
    measure: 'nhs-health-checks',
    range: percent,
    names: ['People receiving an NHS Health Check'],
    counting: 'so-far',
  },
  {
    measure: 'smoking-adults',
    range: percent,
    id: '92443',
    names: [
      'Smoking Prevalence in adults (aged 18 and over) - current smokers (APS)',
      'Smoking Prevalence in adults (18+) - current smokers (APS)',
      'Smoking Prevalence in adults - current smokers (APS)',
    ],
  },
  {
    measure: 'overweight-adults',
    range: percent,
    id: '93088',
    names: [
      'Overweight (including obesity) prevalence in adults, (using adjusted self-reported height and weight)',
      'Overweight (including obesity) prevalence in adults',
      'Percentage of adults (aged 18 plus) classified as overweight or obese',
    ],
  },
  {
    measure: 'inactive-adults',
    range: percent,
    id: '93015',
    names: ['Percentage of physically inactive adults'],
  },
  {
    measure: 'depression-recorded',
    range: percent,
    id: '848',
    names: ['Depression: QOF prevalence', 'Depression: QOF prevalence (18+ yrs)'],
  },
  {
    measure: 'obesity-reception',
    range: percent,
    id: '90319',
    names: [
      'Reception prevalence of obesity (including severe obesity)',
      'Reception: Prevalence of obesity (including severe obesity)',
    ],
  },
  {
    measure: 'obesity-year-6',
    range: percent,
    id: '90323',
    names: [
      'Year 6 prevalence of obesity (including severe obesity)',
      'Year 6: Prevalence of obesity (including severe obesity)',
    ],
  },
  {
    measure: 'dental-decay-at-5-years',
    range: percent,
    names: ['Percentage of 5 year olds with experience of visually obvious dental decay'],
  },
  {
    measure: 'campylobacter-incidence',
    range: rate,
    id: '93356',
    names: ['Campylobacter incidence rate/100,000'],
  },
  {
    measure: 'smoking-recorded',
    range: percent,
    id: '91547',
    names: ['Smoking prevalence in adults (15+) - current smokers (QOF)'],
  },
  {
    measure: 'social-contact-users',
    range: percent,
    id: '90280',
    names: [
      'Social Isolation: percentage of adult social care users who have as much social contact as they would like',
    ],
  },
  {
    measure: 'social-contact-carers',
    range: percent,
    id: '90638',
    names: [
      'Social Isolation: percentage of adult carers who have as much social contact as they would like',
    ],
  },
]);

/** Files of 2018 hold older editions of some of the above, too: of those nothing is made. */
export const outcomesTo2018 = new IndicatorList([
  {
    measure: 'falls-admissions-65-plus',
    range: rate,
    names: ['Emergency hospital admissions due to falls in people aged 65 and over'],
  },
  {
    measure: 'dementia-diagnosis-rate',
    range: percent,
    names: ['Estimated dementia diagnosis rate (aged 65 and over)'],
  },
  {
    measure: 'deaths-in-usual-residence',
    range: percent,
    names: ['Percentage of deaths in usual place of residence among people aged 65 years and over'],
  },
  {
    measure: 'self-harm-admissions',
    range: rate,
    names: ['Emergency Hospital Admissions for Intentional Self-Harm'],
  },
  {
    measure: 'self-harm-admissions-10-24',
    range: rate,
    names: ['Hospital admissions as a result of self-harm (10-24 years)'],
  },
  {
    measure: 'alcohol-admissions',
    range: rate,
    names: ['Alcohol related admissions (narrow measure)'],
  },
  {
    measure: 'children-in-care',
    range: rate,
    names: ['Children in care: rate per 10,000 population aged < 18'],
  },
  {
    measure: 'not-in-education-or-work-16-17',
    range: percent,
    names: ['Proportion of 16-17 year olds not in education, employment or training (NEET)'],
  },
]);

const SEXES: Readonly<Record<string, string>> = { Male: 'male', Female: 'female', Persons: 'all' };

export function sexOf(words: string): string | undefined {
  return SEXES[words];
}
