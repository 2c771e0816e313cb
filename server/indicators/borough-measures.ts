/** Values that sources publish for whole boroughs: nothing smaller, and nothing to add up or average. */
import type { Measure } from './measure.ts';

const values: readonly (readonly [id: string, title: string])[] = [
  ['life-expectancy-at-birth', 'Life expectancy at birth, years'],
  ['healthy-life-expectancy-at-birth', 'Healthy life expectancy at birth, years'],
  ['inequality-in-life-expectancy', 'Inequality in life expectancy at birth, years'],
  ['preventable-mortality', 'Deaths under 75 considered preventable, per 100,000'],
  ['nhs-health-checks', 'NHS Health Checks received since April 2021, %'],
  ['smoking-adults', 'Adults who smoke, %'],
  ['overweight-adults', 'Adults overweight or obese, %'],
  ['inactive-adults', 'Adults physically inactive, %'],
  ['depression-recorded', 'Adults with depression recorded by their practice, %'],
  ['obesity-reception', 'Children in Reception living with obesity, %'],
  ['obesity-year-6', 'Children in Year 6 living with obesity, %'],
  ['dental-decay-at-5-years', 'Children aged 5 with dental decay, %'],
  ['campylobacter-incidence', 'Campylobacter infections, per 100,000'],
  ['diabetes-recorded', 'People with diabetes recorded by their practice, %'],
  ['hypertension-recorded', 'People with hypertension recorded by their practice, %'],
  ['dementia-recorded', 'People with dementia recorded by their practice, %'],
  ['coronary-heart-disease-recorded', 'People with coronary heart disease recorded by their practice, %'],
  ['copd-recorded', 'People with COPD recorded by their practice, %'],
  ['severe-mental-illness-recorded', 'People with severe mental illness recorded by their practice, %'],
  ['carer-quality-of-life', 'Carers, quality of life, score'],
  ['social-care-quality-of-life', 'Adult social care, impact on quality of life, score'],
  ['social-care-information-users', 'People drawing on care who find information easily, %'],
  ['social-care-information-carers', 'Carers who find information easily, %'],
  ['short-term-social-care-outcome', 'Short-term care after which less or none is needed, %'],
  ['social-care-requests', 'Requests for care that led to a service, per 100,000'],
  ['social-care-staff-turnover', 'Adult social care staff who left within a year, %'],
  ['key-stage-2-standard', 'Pupils at the expected standard at the end of key stage 2, %'],
  ['persistent-absence', 'Pupils persistently absent, %'],
  ['early-years-communication', 'Children at the expected level of communication at 5, %'],
  ['cancer-diagnosed-early', 'Cancers diagnosed at stage 1 or 2, %'],
  ['life-satisfaction', 'Life satisfaction, mean score'],
  ['anxiety', 'Anxiety, mean score'],
  ['worthwhile', 'Feeling that things one does are worthwhile, mean score'],
  ['happiness', 'Happiness, mean score'],
  ['obesity-adults', 'Adults living with obesity, %'],
  [
    'preventable-cardiovascular-mortality',
    'Preventable deaths under 75 from heart disease and stroke, per 100,000',
  ],
  ['smoking-recorded', 'People aged 15 and over recorded by their practice as smoking, %'],
  [
    'social-contact-users',
    'People drawing on adult social care with as much social contact as they would like, %',
  ],
  ['social-contact-carers', 'Carers with as much social contact as they would like, %'],
  ['falls-admissions-65-plus', 'Emergency admissions for falls at 65 and over, per 100,000'],
  ['dementia-diagnosis-rate', 'People aged 65 and over with dementia who have a diagnosis, %'],
  ['deaths-in-usual-residence', 'Deaths at 65 and over in the usual place of residence, %'],
  ['self-harm-admissions', 'Emergency admissions for self-harm, per 100,000'],
  ['self-harm-admissions-10-24', 'Admissions for self-harm at 10 to 24, per 100,000'],
  ['alcohol-admissions', 'Admissions related to alcohol, per 100,000'],
  ['children-in-care', 'Children in care, per 10,000'],
  ['not-in-education-or-work-16-17', 'Young people aged 16 and 17 not in education, work or training, %'],
  ['health-index-frailty', 'Health Index: frailty'],
  ['health-index-gp-appointments', 'Health Index: acceptable GP appointments'],
  ['health-index-cancer-screening', 'Health Index: cancer screening'],
];

/** Counted for boroughs, in workbooks that go by upper tier local authority. */
const counts: readonly (readonly [id: string, title: string, atMost?: string])[] = [
  ['care-home-residents-eligible', 'Residents of care homes for older adults who could be vaccinated'],
  [
    'covid-19-dose-1-care-home-residents',
    'Residents of care homes for older adults with a first dose',
    'care-home-residents-eligible',
  ],
  ['care-home-staff-eligible', 'Staff of care homes for older adults who could be vaccinated'],
  [
    'covid-19-dose-1-care-home-staff',
    'Staff of care homes for older adults with a first dose',
    'care-home-staff-eligible',
  ],
  ['home-care-staff', 'Staff of independent home care providers'],
  [
    'covid-19-dose-1-home-care-staff',
    'Staff of independent home care providers with a first dose',
    'home-care-staff',
  ],
];

export const boroughMeasures: readonly Measure[] = [
  ...values.map(([id, title]): Measure => ({ id, title, valueType: 'value', combine: 'none', editions: {} })),
  ...counts.map(
    ([id, title, atMost]): Measure => ({
      id,
      title,
      valueType: 'count',
      combine: 'none',
      editions: {},
      ...(atMost !== undefined && { atMost }),
    }),
  ),
];
