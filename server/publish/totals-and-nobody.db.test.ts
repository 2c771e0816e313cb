/** Files that give a total beside its parts, and areas where there is nobody to count, from loading to what is published. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { emptyDatabase } from '../../db/testing.ts';
import { load, loadPlace, msoas, problemsOf, testPlace } from '../ingest/testing.ts';
import { runPublish } from './run.ts';

let database: Database<AllTables>;
beforeEach(async () => {
  database = (await emptyDatabase()).owner;
  await loadPlace(database);
});
afterEach(() => database.close());

const fileOf = (header: string, lines: readonly string[]) => [
  { name: 'observations.csv', content: [header, ...lines].join('\n') },
];
const publish = (dataset: string) =>
  runPublish([dataset], { database, place: testPlace, now: () => new Date('2026-01-05T09:00:00Z') });

/** The figures of the newest version, by area: how many of how many, or why there are none. */
async function figuresOf(indicator: string, denominator: string) {
  const rows = await database.kysely
    .selectFrom('release.estimate')
    .innerJoin('release.series', 'release.series.id', 'series_id')
    .select(['area_code', 'status', 'reason', 'numerator', 'release.estimate.denominator as among'])
    .where('indicator', '=', indicator)
    .where('release.series.denominator', '=', denominator as 'nims')
    .where('age_band', '=', 'all')
    .orderBy('version_id')
    .execute();
  return Object.fromEntries(
    rows.map((row) => [
      row.area_code,
      row.status === 'shown' ? [row.numerator, row.among] : [row.status, row.reason],
    ]),
  );
}

describe('a total beside its parts', () => {
  const BANDS = ['16-24', '25-34', '35-49', '50-64', '65-plus'];
  const HEADER = 'measure,period,area_type,area_code,age_band,value';
  const line = (measure: string, period: string, code: string, band: string, value: number) =>
    [measure, period, 'msoa', code, band, value].join();
  const parts = msoas.flatMap((code, at) =>
    BANDS.flatMap((band) => [
      line('covid-19-dose-1', '2021-07-15', code, band, 60 + at),
      line('residents-nims', '2021-07-15', code, band, 100 + at),
    ]),
  );
  const totals = (more = 0) =>
    msoas.map((code, at) =>
      line('covid-19-dose-1', '2021-07-15', code, '16-plus', BANDS.length * (60 + at) + more),
    );
  const right = {
    [msoas[0]]: [300, 500],
    [msoas[1]]: [305, 505],
    [testPlace.code]: [605, 1005],
  };

  test('is never added to them, in one file with them or loaded after them', async () => {
    await load(database, 'plain', fileOf(HEADER, parts));
    await publish('covid-19-vaccination');
    expect(await figuresOf('covid-19-dose-1', 'nims')).toMatchObject(right);
    await load(database, 'plain', fileOf(HEADER, totals()));
    await publish('covid-19-vaccination');
    expect(await figuresOf('covid-19-dose-1', 'nims')).toMatchObject(right);
  });

  test('that they do not make is refused', async () => {
    const problems = await problemsOf(database, 'plain', fileOf(HEADER, [...parts, ...totals(40)]));
    expect(problems.map(({ value, expected }) => `${value}: ${expected}`)).toEqual([
      `covid-19-dose-1 2021-07-15 ${msoas[0]}: covid-19-dose-1 by age makes 300 (aged 16-plus) in ${msoas[0]}, its own row of all those ages makes 340; expected as many in both`,
      expect.stringContaining(`makes 305 (aged 16-plus) in ${msoas[1]}`),
    ]);
  });
});

describe('where there is nobody to count', () => {
  const HEADER = 'measure,period,area_type,area_code,value';
  const line = (measure: string, period: string, code: string, value: number) =>
    [`residents-${measure}-english`, period, 'msoa', code, value].join();
  const [empty, other] = msoas;
  const counted = [
    line('asked', '2023', empty, 0),
    line('little', '2023', empty, 0),
    line('asked', '2023', other, 1000),
    line('little', '2023', other, 20),
  ];
  beforeEach(() =>
    load(database, 'plain', [
      {
        name: 'areas.csv',
        content: [
          'type,edition,code,name,borough_code',
          ...msoas.map((code) => `msoa,2021,${code},Middle,${testPlace.code}`),
        ].join('\n'),
      },
    ]),
  );

  test('that is said, the place is the sum of the others, and no share is made of it', async () => {
    await load(database, 'plain', fileOf(HEADER, counted));
    await publish('census-2021');
    expect(await figuresOf('little-english', '')).toEqual({
      [empty]: ['missing', 'nobody-to-count'],
      [other]: [20, 1000],
      [testPlace.code]: [20, 1000],
    });
  });

  test('people counted among nobody that is given are refused by row', async () => {
    const problems = await problemsOf(
      database,
      'plain',
      fileOf(HEADER, [...counted, line('little', '2024', other, 20)]),
    );
    expect(problems).toEqual([expect.objectContaining({ file: 'observations.csv', row: 6 })]);
    expect(problems[0]?.expected).toContain('residents-asked-english');
  });
});
