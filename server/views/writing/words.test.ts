import { expect, test } from 'vitest';
import { covid19Dose1 } from '../../indicators/covid-19-vaccination.ts';
import { agedPeriodWords, titleOf } from './words.ts';

const stratum = {
  populationGroup: 'frailty',
  ethnicGroup: 'all',
  ageBand: '65-plus',
  sex: 'all',
  deprivation: 'all',
} as const;
const nims = { ...stratum, denominator: 'nims' } as const;

test('a population counted anew for each figure is named with the month of that figure', () => {
  const dose =
    'First dose of a COVID-19 vaccine, 65 and over, counted among people on the NHS patient register (NIMS)';
  expect(titleOf(covid19Dose1, nims, '2021-03-14')).toBe(`${dose} of March 2021`);
  expect(titleOf(covid19Dose1, nims, '2021-07-15')).toBe(`${dose} of July 2021`);
  // Over several periods there is no one month.
  expect(titleOf(covid19Dose1, nims)).toBe(dose);
});

test('a population with a period of its own keeps it', () => {
  expect(titleOf(covid19Dose1, { ...stratum, denominator: 'census' }, '2021-03-14')).toMatch(
    /counted among residents in Census 2021$/,
  );
});

test('a period of three or more years ago is told with its age', () => {
  const asOf = '2026-11-27';
  expect(agedPeriodWords({ periodKind: 'cumulative' }, '2021-07-15', { asOf })).toBe(
    'up to 15 July 2021, 5 years ago',
  );
  expect(agedPeriodWords({ periodKind: 'separate' }, '2024-25', { asOf })).toBe('2024/25');
});
