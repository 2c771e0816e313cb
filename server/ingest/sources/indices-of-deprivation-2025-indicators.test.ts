/** Indicators beneath the domains: every small area once, each figure within its bounds. */
import { expect, test } from 'vitest';
import { lsoas, placesOf, readBy } from '../testing.ts';
import { indicesOfDeprivation2025Indicators } from './indices-of-deprivation-2025-indicators.ts';

const HEADER =
  'lsoa21_code,income_domain_numerator,comparative_illness_and_disability_ratio_indicator,acute_morbidity_indicator,mental_health_indicator,years_of_potential_life_lost_indicator';
const rows = lsoas.map((code, at) => `${code},${300 + at},110.25,98.5,-0.2,51.3`);
const read = (...lines: readonly string[]) =>
  readBy(indicesOfDeprivation2025Indicators, [HEADER, ...lines].join('\n'));

test('five figures of each small area, one of them a count', async () => {
  const { items, problems } = await read(...rows);
  expect(problems).toEqual([]);
  expect(items).toHaveLength(15);
  expect(items[5]).toMatchObject({ measure: 'residents-income-deprived', areaCode: lsoas[1], value: 301 });
  expect(items[3]).toMatchObject({ measure: 'mental-health-score', period: '2025', value: -0.2 });
});

test('an area left out or twice, a count that is none and a figure out of bounds are refused', async () => {
  expect((await read(...rows.slice(1))).problems[0]?.expected).toMatch(/1 of the 3 .* is it cut short/);
  expect(placesOf((await read(...rows, rows[0] ?? '')).problems)).toEqual(['5, lsoa21_code']);
  const [first = '', ...others] = rows;
  expect(placesOf((await read(first.replace(',300,', ',300.5,'), ...others)).problems)).toEqual([
    '2, income_domain_numerator',
  ]);
  expect(placesOf((await read(first.replace('110.25', '11025'), ...others)).problems)).toEqual([
    '2, comparative_illness_and_disability_ratio_indicator',
  ]);
});
