/** Every indicator and every dataset. Adding one is a line here and a definition in a file of this folder. */
import { covid19Dose1, covid19Dose2 } from './covid-19-vaccination.ts';
import { deprivationDecile2025, deprivationScore2025 } from './deprivation.ts';
import type { DatasetDefinition, Indicator } from './indicator.ts';
import { residents, residentsNims } from './residents.ts';

export const indicators: readonly Indicator[] = [
  covid19Dose1,
  covid19Dose2,
  residents,
  residentsNims,
  deprivationScore2025,
  deprivationDecile2025,
];

/** Areas and outlines are a dataset like any other, so a release says which boundaries it was drawn on. */
export const GEOGRAPHY = 'geography';

export const datasets: readonly DatasetDefinition[] = [
  { id: GEOGRAPHY, title: 'Areas and their outlines', policy: 'as-published' },
  { id: 'residents', title: 'Residents, Census 2021', policy: 'as-published' },
  { id: 'deprivation-2025', title: 'English Indices of Deprivation 2025', policy: 'as-published' },
  { id: 'covid-19-vaccination', title: 'COVID-19 vaccination, NHS England', policy: 'as-published' },
];

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));

export function findIndicator(id: string): Indicator | undefined {
  return byId.get(id);
}

export function datasetOf(id: string): DatasetDefinition {
  const dataset = datasets.find((candidate) => candidate.id === id);
  if (dataset !== undefined) return dataset;
  throw new Error(`there is no dataset "${id}"; there are: ${datasets.map((known) => known.id).join(', ')}`);
}
