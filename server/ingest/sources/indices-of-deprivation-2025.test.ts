import { expect, test } from 'vitest';
import { lsoas, placesOf, readBy } from '../testing.ts';
import { indicesOfDeprivation2025 } from './indices-of-deprivation-2025.ts';

const domains = {
  Income: 'Income',
  Employment: 'Employment',
  Education: 'Education, Skills and Training',
  Health: 'Health Deprivation and Disability',
  Crime: 'Crime',
  Housing_and_Services: 'Barriers to Housing and Services',
  Environment: 'Living Environment',
};
const header = Object.keys(domains).map((name) => `${name}_decile`);
const small = `lsoa21_code,IMD_decile,${header},IMD_score\n${lsoas.map((code, i) => `${code},${i + 2},9,8,7,6,5,4,3,${20 + i}.357`).join('\n')}\n`;
const read = (text: string) => readBy(indicesOfDeprivation2025, text);

test('each LSOA has its score and its deciles', async () => {
  const { items, problems } = await read(small);
  expect(problems).toEqual([]);
  expect(items).toHaveLength(lsoas.length * 9);
  expect(items[0]).toMatchObject({
    measure: 'deprivation-score-2025',
    value: 20.357,
    areaType: 'lsoa',
    period: '2025',
  });
  expect(items[1]).toMatchObject({ measure: 'deprivation-decile-2025', value: 2 });
  expect(items[2]).toMatchObject({ measure: 'deprivation-decile-2025-income', value: 9 });
  expect(items[8]).toMatchObject({ measure: 'deprivation-decile-2025-environment', value: 3 });
});

test('the borough has its average score', async () => {
  const { items, tally } = await read('ltla24_code,imd_average_score\nE09000001,10.21\nE09000099,23.328\n');
  expect(items).toEqual([expect.objectContaining({ areaType: 'borough', value: 23.328 })]);
  expect(tally.skipped).toBe(1);
});

test('the columns of the published file are known by their long names', async () => {
  const ofDomains = Object.entries(domains).reduce(
    (text, [short, name]) =>
      text.replace(`${short}_decile`, `"${name} Decile (where 1 is most deprived 10% of LSOAs)"`),
    small,
  );
  const long = ofDomains
    .replace('lsoa21_code', 'LSOA code (2021)')
    .replace(
      'IMD_decile',
      '"Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"',
    )
    .replace('IMD_score', 'Index of Multiple Deprivation (IMD) Score');
  expect((await read(long)).items).toHaveLength(lsoas.length * 9);
});

test('a decile above 10 and a score above 100 are refused', async () => {
  const { problems } = await read(small.replace(',4,9,', ',11,9,').replace('20.357', '120.357'));
  expect(placesOf(problems)).toEqual(['2, IMD_score', '4, IMD_decile']);
});
