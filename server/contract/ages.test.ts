import { expect, test } from 'vitest';
import { agedLabel, ageOf } from './ages.ts';

test('a figure is as old as the whole years since its period ended, from three on', () => {
  expect(ageOf('2021-07-15', { asOf: '2024-07-14' })).toBeUndefined();
  expect(ageOf('2021-07-15', { asOf: '2024-07-15' })).toBe(3);
  expect(ageOf('2021-07-15', { asOf: '2026-11-27' })).toBe(5);
  expect(ageOf('2022-23', { asOf: '2026-03-30' })).toBeUndefined();
  expect(ageOf('2022-23', { asOf: '2026-03-31' })).toBe(3);
  expect(ageOf('2023--2025', { asOf: '2026-11-27' })).toBeUndefined();
  expect(ageOf('no period', { asOf: '2026-11-27' })).toBeUndefined();
});

test('its age stands behind its period', () => {
  expect(agedLabel('up to 15 July 2021', '2021-07-15', { asOf: '2026-11-27' })).toBe(
    'up to 15 July 2021, 5 years ago',
  );
  expect(agedLabel('2024/25', '2024-25', { asOf: '2026-11-27' })).toBe('2024/25');
});

test('a period that stands for one day is as old as that day: the Census of 2021 counted 21 March', () => {
  const measuredOn = { '2021': '2021-03-21' };
  expect(ageOf('2021', { asOf: '2026-11-27' })).toBe(4);
  expect(ageOf('2021', { asOf: '2026-11-27', measuredOn })).toBe(5);
  expect(ageOf('2021', { asOf: '2024-03-20', measuredOn })).toBeUndefined();
  expect(ageOf('2021', { asOf: '2024-03-21', measuredOn })).toBe(3);
  expect(ageOf('2020', { asOf: '2026-11-27', measuredOn })).toBe(5);
});
