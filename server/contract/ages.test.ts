import { expect, test } from 'vitest';
import { agedLabel, ageOf } from './ages.ts';

test('a figure carries the years between that of its period and this one, once three whole years have gone by', () => {
  expect(ageOf('2021-07-15', { asOf: '2024-07-14' })).toBeUndefined();
  expect(ageOf('2021-07-15', { asOf: '2024-07-15' })).toBe(3);
  expect(ageOf('2021-07-15', { asOf: '2026-11-27' })).toBe(5);
  expect(ageOf('2022-23', { asOf: '2026-03-30' })).toBeUndefined();
  expect(ageOf('2022-23', { asOf: '2026-03-31' })).toBe(3);
  expect(ageOf('2021', { asOf: '2024-12-30' })).toBeUndefined();
  expect(ageOf('2021', { asOf: '2024-12-31' })).toBe(3);
  expect(ageOf('2023--2025', { asOf: '2026-11-27' })).toBeUndefined();
  expect(ageOf('no period', { asOf: '2026-11-27' })).toBeUndefined();
});

test('its age stands behind its period', () => {
  expect(agedLabel('up to 15 July 2021', '2021-07-15', { asOf: '2026-11-27' })).toBe(
    'up to 15 July 2021, 5 years ago',
  );
  expect(agedLabel('2024/25', '2024-25', { asOf: '2026-11-27' })).toBe('2024/25');
});

test('what ended in one year is equally old, whichever day of it: a reader subtracts 2021 from 2026', () => {
  const ended2021 = ['2021', '2021-03-21', '2021-07-15', '2021-M12', '2020-21', '2019--2021', '2021-22-Q3'];
  expect(ended2021.map((period) => ageOf(period, { asOf: '2026-11-27' }))).toEqual(ended2021.map(() => 5));
});

test('a figure made of sources of two dates has no one age: both its dates stand in words', () => {
  const dates = { '2021': 'Indices of Deprivation 2025, residents of March 2021' };
  expect(ageOf('2021', { asOf: '2026-11-27', dates })).toBeUndefined();
  expect(ageOf('2020', { asOf: '2026-11-27', dates })).toBe(6);
});
