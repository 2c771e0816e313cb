import { expect, test } from 'vitest';
import { lsoas, placesOf, readBy } from '../testing.ts';
import { onsPopulationEstimates } from './ons-population-estimates.ts';

const ages = Array.from({ length: 91 }, (_, age) => (age === 90 ? '90+' : String(age)));
const header = ['lsoa11_name', 'lsoa11_code', 'total_population', ...ages].join(',');
const row = (code: string, total: number) =>
  ['Small', code, total, ...ages.map((_, age) => age % 3)].join(',');
const total = ages.reduce((sum, _, age) => sum + (age % 3), 0);
const file = (rows: readonly string[]) => [header, ...rows].join('\n');
const read = (text: string) => readBy(onsPopulationEstimates, text);

test('single years of age are read to 90 and over', async () => {
  const { items, problems } = await read(file(lsoas.map((code) => row(code, total))));
  expect(problems).toEqual([]);
  expect(items).toHaveLength(3 * 91);
  expect(items[90]).toMatchObject({
    measure: 'residents-mid-2020',
    period: '2020',
    ageBand: '90-plus',
    value: 0,
  });
});

test('a total that its ages do not add up to is refused', async () => {
  const { problems } = await read(
    file([row(lsoas[0], total), row(lsoas[1], total + 1), row(lsoas[2], total)]),
  );
  expect(placesOf(problems)).toEqual(['3, total_population']);
  expect(problems[0]?.expected).toContain(String(total));
});

test('a file that lacks an age is refused', async () => {
  const { problems } = await read(file([]).replace(',57,', ','));
  expect(problems[0]?.expected).toContain('91 in all; found 90');
});
