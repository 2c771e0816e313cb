/** Every indicator and every dataset. Adding one is a line here and a definition in a file of this folder. */
import { adultSocialCare } from './adult-social-care.ts';
import { careHomeVaccinations } from './care-homes.ts';
import { censusShares } from './census-2021.ts';
import { censusHealth } from './census-2021-health.ts';
import { censusHousing } from './census-2021-housing.ts';
import { childhoodVaccinations } from './childhood-vaccination.ts';
import { childrenInLowIncome } from './children-low-income.ts';
import { PEOPLE_DATASET } from './count-tables.ts';
import { covid19Dose1, covid19Dose2, covid19SecondOfFirst } from './covid-19-vaccination.ts';
import { deprivationDecile2019, deprivationDecile2025, deprivationScore2025 } from './deprivation.ts';
import { residentsOfDeprivedAreas } from './deprived-areas.ts';
import { VACCINATION_DATASET } from './dose-tables.ts';
import { fingertipsExports } from './fingertips-exports.ts';
import { hospitalServices } from './hospital-services.ts';
import type { DatasetDefinition, Indicator } from './indicator.ts';
import type { Measure } from './measure.ts';
import { measures } from './measures.ts';
import { onsBoroughIndicators } from './ons-borough-indicators.ts';
import { localStatistics } from './ons-local-statistics.ts';
import { outcomesTo2018 } from './outcomes-to-2018.ts';
import { peopleFromRecords } from './people-from-records.ts';
import { publicHealthOutcomes } from './public-health-outcomes.ts';
import { recordedConditions } from './recorded-conditions.ts';
import { registeredConditions } from './registered-conditions.ts';
import { residents, residentsNims } from './residents.ts';
import { smallAreaHealth } from './small-area-health.ts';
import { staffSurvey } from './staff-survey.ts';
import { SYNTHETIC_DATASET } from './synthetic-indicator.ts';
import { syntheticIndicators } from './synthetic-measures.ts';
import { vaccinationFromRecords } from './vaccination-from-records.ts';

export const indicators: readonly Indicator[] = [
  covid19Dose1,
  covid19Dose2,
  residents,
  residentsNims,
  deprivationScore2025,
  deprivationDecile2025,
  deprivationDecile2019,
  covid19SecondOfFirst,
  ...censusShares,
  ...censusHealth,
  ...censusHousing,
  ...smallAreaHealth,
  ...childrenInLowIncome,
  ...residentsOfDeprivedAreas,
  ...careHomeVaccinations,
  ...childhoodVaccinations,
  ...publicHealthOutcomes,
  ...localStatistics,
  ...outcomesTo2018,
  ...fingertipsExports,
  ...recordedConditions,
  ...registeredConditions,
  ...staffSurvey,
  ...hospitalServices,
  ...adultSocialCare,
  ...onsBoroughIndicators,
  ...syntheticIndicators,
  ...peopleFromRecords,
  ...vaccinationFromRecords,
];

/** Areas and outlines are a dataset like any other, so a release says which boundaries it was drawn on. */
export const GEOGRAPHY = 'geography';

/** Words kept as data - targets, decisions, the plan - are a dataset too, so that a release says what was said then. */
export const DOCUMENTS = 'documents';

/** Official doses of COVID-19 vaccines. */
export const COVID_19_VACCINATION = 'covid-19-vaccination';

export const datasets: readonly DatasetDefinition[] = [
  { id: GEOGRAPHY, title: 'Areas and their outlines', policy: 'as-published' },
  { id: 'residents', title: 'Residents, Census 2021', policy: 'as-published' },
  { id: 'deprivation-2025', title: 'English Indices of Deprivation 2025', policy: 'as-published' },
  { id: COVID_19_VACCINATION, title: 'COVID-19 vaccination, NHS England', policy: 'as-published' },
  { id: 'care-homes', title: 'COVID-19 vaccination in care homes and home care', policy: 'as-published' },
  { id: 'childhood-vaccination', title: 'Childhood vaccination (COVER), UKHSA', policy: 'as-published' },
  { id: 'public-health-outcomes', title: 'Public Health Outcomes Framework', policy: 'as-published' },
  { id: 'health-protection', title: 'Health protection (Fingertips)', policy: 'as-published' },
  {
    id: 'registered-conditions',
    title: 'Registers of practices, 2020/21, by network',
    policy: 'as-published',
  },
  { id: 'nhs-staff-survey', title: 'NHS Staff Survey, by trust', policy: 'as-published' },
  {
    id: 'hospital-services',
    title: 'Hospitals and talking therapies, by trust and system',
    policy: 'as-published',
  },
  { id: 'recorded-conditions', title: 'Conditions recorded by practices, 2019/20', policy: 'as-published' },
  { id: 'adult-social-care', title: 'Adult social care outcomes', policy: 'as-published' },
  { id: 'ons-borough-indicators', title: 'ONS indicators of local authorities', policy: 'as-published' },
  { id: 'ons-local-statistics', title: 'ONS local statistics with limits', policy: 'as-published' },
  { id: 'fingertips-exports', title: 'Fingertips: smoking and social contact', policy: 'as-published' },
  { id: 'small-area-health', title: 'Health and income by small area, 2025', policy: 'as-published' },
  { id: 'children-low-income', title: 'Children in families of low income', policy: 'as-published' },
  { id: 'census-2021', title: 'Residents and households, Census 2021', policy: 'as-published' },
  {
    id: SYNTHETIC_DATASET,
    title: 'Hospital care and flu vaccination: synthetic figures',
    policy: 'as-published',
  },
  { id: PEOPLE_DATASET, title: 'People counted from records: synthetic figures', policy: 'protect' },
  {
    id: VACCINATION_DATASET,
    title: 'COVID-19 vaccination counted from records: synthetic figures',
    policy: 'protect',
  },
  { id: 'deprived-areas', title: 'Residents of the most deprived areas', policy: 'as-published' },
  { id: 'deprivation-2019', title: 'English Indices of Deprivation 2019', policy: 'as-published' },
  { id: DOCUMENTS, title: 'Plan, targets, decisions and other words', policy: 'as-published' },
];

export function findIndicator(id: string): Indicator | undefined {
  return indicators.find((indicator) => indicator.id === id);
}

export function datasetOf(id: string): DatasetDefinition {
  const dataset = datasets.find((candidate) => candidate.id === id);
  if (dataset !== undefined) return dataset;
  throw new Error(`there is no dataset "${id}"; there are: ${datasets.map((known) => known.id).join(', ')}`);
}

/** Definitions beside those of the product. */
export interface Definitions {
  readonly datasets?: readonly DatasetDefinition[];
  readonly measures?: readonly Measure[];
  readonly indicators?: readonly Indicator[];
}

/** For a bench or a test that loads and publishes a table of its own: adds to the catalogue of this process, before anything uses it. */
export function define(added: Definitions): void {
  (datasets as DatasetDefinition[]).push(...(added.datasets ?? []));
  (indicators as Indicator[]).push(...(added.indicators ?? []));
  for (const measure of added.measures ?? []) (measures as Map<string, Measure>).set(measure.id, measure);
}
