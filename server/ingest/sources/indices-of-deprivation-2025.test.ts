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
const names = ['IMD', ...Object.keys(domains)];
/** Each of the ten has a rank in the middle of its tenth, of 33,755. */
const ranked = (...deciles: number[]) =>
  [...deciles, ...deciles.map((decile) => Math.round((decile - 0.5) * 3375.5))].join(',');
const small = `lsoa21_code,${names.map((name) => `${name}_decile`)},${names.map((name) => `${name}_rank`)},IMD_score
${lsoas.map((code, i) => `${code},${ranked(i + 2, 9, 8, 7, 6, 5, 4, 3)},${22 - i}.357`).join('\n')}
`;
const read = (text: string) => readBy(indicesOfDeprivation2025, text);

test('each LSOA has its score and its deciles', async () => {
  const { items, problems } = await read(small);
  expect(problems).toEqual([]);
  expect(items).toHaveLength(lsoas.length * 9);
  expect(items[0]).toMatchObject({
    measure: 'deprivation-score-2025',
    value: 22.357,
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
      text
        .replace(`${short}_decile`, `"${name} Decile (where 1 is most deprived 10% of LSOAs)"`)
        .replace(`${short}_rank`, `"${name} Rank (where 1 is most deprived)"`),
    small,
  );
  const long = ofDomains
    .replace('lsoa21_code', 'LSOA code (2021)')
    .replace(
      'IMD_decile',
      '"Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"',
    )
    .replace('IMD_rank', 'Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)')
    .replace('IMD_score', 'Index of Multiple Deprivation (IMD) Score');
  expect((await read(long)).items).toHaveLength(lsoas.length * 9);
});

test('deciles that are not those of their ranks, ranks turned round and a score above 100 are refused', async () => {
  const turned = small.replace(/^(E01000001),2,/m, '$1,9,').replace('20.357', '120.357');
  expect(placesOf((await read(turned)).problems)).toEqual(['2, IMD_decile', '4, IMD_score', '4, IMD_score']);
  const [header = ''] = small.split('\n');
  const moved = small.replace(header, header.replace('IMD_rank,Income_rank', 'Income_rank,IMD_rank'));
  expect(placesOf((await read(moved)).problems)).toContain('2, IMD_decile');
  const upsideDown = small.replace('22.357', '19.357');
  expect(placesOf((await read(upsideDown)).problems)).toEqual(['3, IMD_score']);
});
