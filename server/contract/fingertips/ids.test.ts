import { expect, test } from 'vitest';
import { indicators } from '../../indicators/catalogue.ts';
import { ageName, ageNumber, areaTypeNumbers, categoryTypes, valueNotes } from './code-lists.ts';
import { aimGroupNumbers, indicatorNumbers, populationGroupNumbers } from './ids.ts';

const twice = (numbers: readonly number[]) => numbers.filter((one, at) => numbers.indexOf(one) !== at);

test('every indicator has a number, and no number is given twice', () => {
  expect(indicators.filter(({ id }) => indicatorNumbers[id] === undefined).map(({ id }) => id)).toEqual([]);
  expect(twice(Object.values(indicatorNumbers))).toEqual([]);
});

test('so it is with groups, types of area, categories and notes', () => {
  expect(twice([...Object.values(aimGroupNumbers), ...Object.values(populationGroupNumbers)])).toEqual([]);
  expect(twice(areaTypeNumbers.map(({ id }) => id))).toEqual([]);
  expect(twice(categoryTypes.map(({ id }) => id))).toEqual([]);
  for (const { categories } of categoryTypes) expect(twice(categories.map(({ id }) => id))).toEqual([]);
  expect(twice(Object.values(valueNotes).map(({ id }) => id))).toEqual([]);
});

test('numbers of ours stand apart from those of Fingertips', () => {
  expect(Math.min(...Object.values(indicatorNumbers))).toBeGreaterThan(100_000);
});

test('every age the catalogue knows has a number of its own', () => {
  const bands = new Set(
    indicators.flatMap(({ populationGroups }) => populationGroups.flatMap((group) => group.ageBands)),
  );
  expect(twice([...bands].map(ageNumber))).toEqual([]);
  expect(['all', '65-plus', '16-64', '7'].map((band) => [ageNumber(band), ageName(band)])).toEqual([
    [1, 'All ages'],
    [27, '65+ yrs'],
    [1_016_064, '16-64 yrs'],
    [1_007_007, '7 yrs'],
  ]);
});
