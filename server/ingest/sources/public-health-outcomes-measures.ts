/** Indicators of the Public Health Outcomes Framework by the numbers and names OHID gives them, and the measures they are here. */
import { IndicatorList } from '../known-indicators.ts';

const years = { form: 'Life expectancy', units: ['Years'] };
const percent = { form: 'Percentage', units: ['Persons', '5 years children'] };
/** Counted among those it is a share of, as it stands. */
const counted = { ...percent, perCount: 100 as const };

export const outcomeMeasures = new IndicatorList([
  {
    measure: 'life-expectancy-at-birth',
    ...years,
    id: '90366',
    names: ['Life expectancy at birth'],
  },
  {
    measure: 'healthy-life-expectancy-at-birth',
    ...years,
    id: '90362',
    names: ['Healthy life expectancy at birth'],
  },
  {
    measure: 'inequality-in-life-expectancy',
    form: 'Slope Index of Inequality',
    units: ['Years'],
    names: ['Inequality in life expectancy at birth'],
  },
  {
    measure: 'preventable-mortality',
    form: 'Age-standardised rate',
    units: ['Persons', 'Male', 'Female'],
    names: ['Under 75 mortality rate from causes considered preventable (per 100,000 population)'],
  },
  {
    measure: 'nhs-health-checks',
    form: 'Cumulative percentage from eligible',
    units: ['Persons'],
    perCount: 100,
    names: ['People receiving an NHS Health Check'],
    counting: 'so-far',
  },
  {
    measure: 'smoking-adults',
    ...percent,
    id: '92443',
    names: [
      'Smoking Prevalence in adults (aged 18 and over) - current smokers (APS)',
      'Smoking Prevalence in adults (18+) - current smokers (APS)',
      'Smoking Prevalence in adults - current smokers (APS)',
    ],
  },
  {
    measure: 'overweight-adults',
    ...percent,
    id: '93088',
    names: [
      'Overweight (including obesity) prevalence in adults, (using adjusted self-reported height and weight)',
      'Overweight (including obesity) prevalence in adults',
      'Percentage of adults (aged 18 plus) classified as overweight or obese',
    ],
  },
  {
    measure: 'inactive-adults',
    ...percent,
    id: '93015',
    names: ['Percentage of physically inactive adults'],
  },
  {
    measure: 'depression-recorded',
    ...counted,
    id: '848',
    names: ['Depression: QOF prevalence', 'Depression: QOF prevalence (18+ yrs)'],
  },
  {
    measure: 'obesity-reception',
    ...counted,
    id: '90319',
    names: [
      'Reception prevalence of obesity (including severe obesity)',
      'Reception: Prevalence of obesity (including severe obesity)',
    ],
  },
  {
    measure: 'obesity-year-6',
    ...counted,
    id: '90323',
    names: [
      'Year 6 prevalence of obesity (including severe obesity)',
      'Year 6: Prevalence of obesity (including severe obesity)',
    ],
  },
  {
    measure: 'dental-decay-at-5-years',
    ...percent,
    names: ['Percentage of 5 year olds with experience of visually obvious dental decay'],
  },
  {
    measure: 'campylobacter-incidence',
    perCount: 100_000,
    id: '93356',
    names: ['Campylobacter incidence rate/100,000'],
  },
  {
    measure: 'smoking-recorded',
    id: '91547',
    names: ['Smoking prevalence in adults (15+) - current smokers (QOF)'],
  },
  {
    measure: 'social-contact-users',
    id: '90280',
    names: [
      'Social Isolation: percentage of adult social care users who have as much social contact as they would like',
    ],
  },
  {
    measure: 'social-contact-carers',
    id: '90638',
    names: [
      'Social Isolation: percentage of adult carers who have as much social contact as they would like',
    ],
  },
]);

/** Files of 2018 hold older editions of some of the above, too: of those nothing is made. */
export const measuresTo2018 = new IndicatorList([
  {
    measure: 'falls-admissions-65-plus',
    names: ['Emergency hospital admissions due to falls in people aged 65 and over'],
  },
  {
    measure: 'dementia-diagnosis-rate',
    names: ['Estimated dementia diagnosis rate (aged 65 and over)'],
  },
  {
    measure: 'deaths-in-usual-residence',
    names: ['Percentage of deaths in usual place of residence among people aged 65 years and over'],
  },
  {
    measure: 'self-harm-admissions',
    names: ['Emergency Hospital Admissions for Intentional Self-Harm'],
  },
  {
    measure: 'self-harm-admissions-10-24',
    names: ['Hospital admissions as a result of self-harm (10-24 years)'],
  },
  {
    measure: 'alcohol-admissions',
    names: ['Alcohol related admissions (narrow measure)'],
  },
  {
    measure: 'children-in-care',
    names: ['Children in care: rate per 10,000 population aged < 18'],
  },
  {
    measure: 'not-in-education-or-work-16-17',
    names: ['Proportion of 16-17 year olds not in education, employment or training (NEET)'],
  },
]);

const SEXES: Readonly<Record<string, string>> = { Male: 'male', Female: 'female', Persons: 'all' };

export function sexOf(words: string): string | undefined {
  return SEXES[words];
}
