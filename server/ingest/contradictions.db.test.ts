/** What a load says otherwise than itself or than what was loaded before, on a real database. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';

import { emptyDatabase } from '../../db/testing.ts';
import { intakeOf, load, loadPlace, lsoas, msoas, problemsOf } from './testing.ts';
import { written } from './testing-mutations.ts';
import { type Publication, publications } from './testing-publications.ts';

let database: Database<AllTables>;
beforeAll(async () => {
  database = (await emptyDatabase()).owner;
  await loadPlace(database);
});
afterAll(() => database.close());

const named = (name: string): Publication => {
  const found = publications().find((publication) => publication.name === name);
  if (found === undefined) throw new Error(`there is no publication ${name}`);
  return found;
};
const file = (name: string) => written({ publication: named(name) });
/** The file with every number above 20 of its last column changed. */
const withNumbers = async (name: string, change: (value: number) => number) => {
  const { name: saved, content } = await file(name);
  const text = content.toString().replaceAll(/,(\d+)(?=\n)/g, (_, n) => `,${change(Number(n))}`);
  return { name: saved, content: text };
};
const plain = (...rows: readonly string[]) => [
  { name: 'figures.csv', content: ['measure,period,area_type,area_code,age_band,value', ...rows].join('\n') },
];

describe('ethnic groups beside ages', () => {
  test('that are halved are refused, in one load and against ages that were loaded before', async () => {
    const half = async () => {
      const { name, content } = await withNumbers('ethnicity21_lsoa21.csv', (n) => Math.round(n / 2));
      // Without its totals the file says nothing of what is missing.
      return { name, content: content.replaceAll(/^([^,]+),[^,]+/gm, '$1') };
    };
    const before = await intakeOf(database);
    const together = await problemsOf(database, 'ons-census-2021', [
      await file('age6_by_lsoa21.csv'),
      await half(),
    ]);
    expect(together.map(({ value }) => value)).toContain(`residents 2021 ${lsoas[0]}`);
    expect(await intakeOf(database)).toEqual(before);
    await load(database, 'ons-census-2021', [await file('age6_by_lsoa21.csv')]);
    const later = await problemsOf(database, 'ons-census-2021', [await half()]);
    expect(later[0]?.expected).toMatch(/makes \d+ in .*; expected as many in both, within \d+$/);
    await load(database, 'ons-census-2021', [await file('ethnicity21_lsoa21.csv')]);
  });
});

test('an MSOA cell that the row of the district disproves is refused, whichever file comes first', async () => {
  const [borough, msoa] = [await file('ltla_2021-07-15.csv'), await file('msoa_2021-07-15.csv')];
  const wrong = { name: msoa.name, content: msoa.content.toString().replace(/,1495,/, ',9999,') };
  expect(wrong.content).not.toBe(msoa.content.toString());
  for (const files of [
    [borough, wrong],
    [wrong, borough],
  ]) {
    const problems = await problemsOf(database, 'nhs-england-covid-19', files);
    expect(problems.some(({ expected }) => expected.includes('2 MSOAs together'))).toBe(true);
  }
  await load(database, 'nhs-england-covid-19', [borough]);
  expect(await problemsOf(database, 'nhs-england-covid-19', [wrong])).not.toEqual([]);
  await load(database, 'nhs-england-covid-19', [msoa]);
});

test('more people with something than those they are counted among, and more than twice the residents, are refused', async () => {
  const among = await problemsOf(
    database,
    'plain',
    plain(
      `residents-asked-disability,2022,lsoa,${lsoas[0]},,1500`,
      `residents-disabled,2022,lsoa,${lsoas[0]},,1501`,
    ),
  );
  expect(among.map(({ row }) => row)).toEqual([3]);
  const residents = await problemsOf(
    database,
    'plain',
    plain(`households-asked-tenure,2022,lsoa,${lsoas[0]},,3500`),
  );
  expect(residents[0]?.expected).toBe('it is more than twice the residents of the area');
});

test('figures that differ by more than half from those loaded before need a word, and so do nothing but zeros', async () => {
  const rows = (values: readonly number[]) =>
    plain(...values.map((value, at) => `smoking-adults,${2018 + at},borough,E09000099,,${value}`));
  await load(database, 'plain', rows([13, 14, 15, 16, 17]));
  const changed = await problemsOf(database, 'plain', rows([13, 29, 5, 16, 17]));
  expect(changed.map(({ expected }) => expected)).toEqual([
    expect.stringMatching(
      /^2 figures differ from the last edition by more than half: .*2019.*\(row 3\).*--accept-changes$/,
    ),
  ]);
  expect(await load(database, 'plain', rows([13, 29, 15, 16, 17]), { acceptChanges: true })).toMatchObject({
    changed: 1,
  });
  const zeros = plain(
    ...msoas.flatMap((code) =>
      ['0-15', '16-49', '50-plus'].map((age) => `residents-nims,2022,msoa,${code},${age},0`),
    ),
  );
  expect((await problemsOf(database, 'plain', zeros))[0]?.expected).toMatch(
    /every one of its 6 figures is 0/,
  );
  expect(await load(database, 'plain', zeros, { acceptChanges: true })).toMatchObject({ changed: 6 });
});

test('few people more or fewer are no change that anybody has to look at', async () => {
  const count = (value: number) => plain(`residents-nims,2023,msoa,${msoas[0]},80-plus,${value}`);
  await load(database, 'plain', count(4));
  expect(await load(database, 'plain', count(9))).toMatchObject({ changed: 1 });
});

test('the score of a district is about the mean of its small areas', async () => {
  await load(database, 'indices-of-deprivation-2025', [await file('imd2025_lsoa21.csv')]);
  const { name, content } = await file('imd2025_ltla24.csv');
  const problems = await problemsOf(database, 'indices-of-deprivation-2025', [
    { name, content: content.toString().replace('33.4', '3.34') },
  ]);
  expect(problems[0]?.expected).toBe('expected about the mean of its LSOAs, within 1');
});
