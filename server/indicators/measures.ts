/** What sources count: the words a load may use, and how a figure for small areas becomes one for large areas. */

import { boroughMeasures } from './borough-measures.ts';
import { censusShareMeasures } from './census-2021.ts';
import { coverMeasures } from './childhood-vaccination.ts';
import { deprivedAreaMeasures } from './deprived-areas.ts';
import { hospitalServiceMeasures } from './hospital-services.ts';
import type { Measure } from './measure.ts';
import { peopleMeasures } from './people-from-records.ts';
import { registerMeasures } from './registered-conditions.ts';
import { smallAreaHealthMeasures } from './small-area-health.ts';
import { staffSurveyMeasures } from './staff-survey.ts';
import { syntheticMeasures } from './synthetic-measures.ts';
import { vaccinationMeasures } from './vaccination-measures.ts';

const list: readonly Measure[] = [
  {
    id: 'residents',
    title: 'Usual residents, Census 2021',
    valueType: 'count',
    combine: 'sum',
    editions: { lsoa: '2021' },
  },
  {
    id: 'residents-mid-2020',
    title: 'Residents by single year of age, mid-2020 estimate',
    valueType: 'count',
    combine: 'sum',
    editions: { lsoa: '2011' },
  },
  {
    id: 'residents-modelled',
    title: 'Residents by ethnic group and age, modelled from Census 2021',
    valueType: 'count',
    combine: 'sum',
    editions: { ward: '2025' },
    modelled: true,
  },
  {
    id: 'residents-nims',
    title: 'People on the National Immunisation Management System (NIMS)',
    valueType: 'count',
    combine: 'sum',
    editions: { msoa: '2011' },
  },
  {
    id: 'covid-19-dose-1',
    title: 'People with a first dose of a COVID-19 vaccine',
    valueType: 'count',
    combine: 'sum',
    editions: { msoa: '2011' },
  },
  {
    id: 'covid-19-dose-2',
    title: 'People with a second dose of a COVID-19 vaccine',
    valueType: 'count',
    combine: 'sum',
    editions: { msoa: '2011' },
    atMost: 'covid-19-dose-1',
  },
  {
    id: 'deprivation-score-2025',
    title: 'Index of Multiple Deprivation 2025, score',
    valueType: 'value',
    combine: 'residents-mean',
    editions: { lsoa: '2021' },
  },
  {
    id: 'deprivation-decile-2025',
    title: 'Index of Multiple Deprivation 2025, national tenth',
    valueType: 'value',
    combine: 'none',
    editions: { lsoa: '2021' },
  },
  {
    id: 'deprivation-decile-2019',
    title: 'Index of Multiple Deprivation 2019, national tenth',
    valueType: 'value',
    combine: 'none',
    editions: { lsoa: '2011' },
  },
  {
    id: 'residents-mid-2019',
    title: 'Residents by age, mid-2019 estimate',
    valueType: 'count',
    combine: 'sum',
    editions: { msoa: '2011' },
  },
  {
    id: 'residents-single-year',
    title: 'Usual residents by single year of age, Census 2021',
    valueType: 'count',
    combine: 'none',
    editions: {},
  },
  {
    id: 'children-in-relative-low-income',
    title: 'Children under 16 in families of relative low income, before housing costs',
    valueType: 'count',
    combine: 'sum',
    editions: { ward: '2025' },
  },
  {
    id: 'children-in-absolute-low-income',
    title: 'Children under 16 in families of absolute low income, before housing costs',
    valueType: 'count',
    combine: 'sum',
    editions: { ward: '2025' },
  },
  ...coverMeasures,
  ...censusShareMeasures,
  ...deprivedAreaMeasures,
  ...smallAreaHealthMeasures,
  ...registerMeasures,
  ...staffSurveyMeasures,
  ...hospitalServiceMeasures,
  ...boroughMeasures,
  ...syntheticMeasures,
  ...peopleMeasures,
  ...vaccinationMeasures,
];

export const measures: ReadonlyMap<string, Measure> = new Map(list.map((measure) => [measure.id, measure]));

export function measureOf(id: string): Measure {
  const measure = measures.get(id);
  if (measure === undefined) throw new Error(`there is no measure "${id}" in server/indicators/measures.ts`);
  return measure;
}
