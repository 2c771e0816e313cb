/** A file that revises another: what is new, what changed, and which of the two is the newer. */

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';

import { emptyDatabase } from '../../db/testing.ts';
import { statedEdition } from './editions.ts';
import { openSourceFile } from './source-file.ts';
import { sourcesInOrder } from './source-order.ts';
import { sourceOf } from './sources.ts';
import { type LoadOfTest, load, loadPlace, problemsOf, savedFiles } from './testing.ts';
import { workbookOf } from './testing-workbook.ts';

const HEADER = 'measure,period,area_type,area_code,value,status';
const row = (period: string, value: string) =>
  `short-term-social-care-outcome,${period},borough,E09000099,${value}`;
const loadRows = (rows: readonly string[], options: LoadOfTest = {}) =>
  load(database, 'plain', [{ name: 'figures.csv', content: [HEADER, ...rows].join('\n') }], options);

let database: Database<AllTables>;
beforeAll(async () => {
  database = (await emptyDatabase()).owner;
  await loadPlace(database);
  await loadRows([row('2021-22', '18.5,'), row('2022-23', '18.7,')], { edition: '2024-07-25' });
});
afterAll(() => database.close());

const stored = async () =>
  (
    await database.kysely
      .selectFrom('intake.observation')
      .innerJoin('intake.load_file', (join) =>
        join
          .onRef('intake.load_file.load_id', '=', 'intake.observation.load_id')
          .onRef('intake.load_file.file', '=', 'intake.observation.file'),
      )
      .select(['period', 'value', 'edition'])
      .orderBy('period')
      .execute()
  ).map(({ period, value, edition }) => [period, value, edition]);

test('new, changed and same are told apart, and listed before and after in the file a steward names', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'changes-')), 'changes.csv');
  const rows = [row('2021-22', '18.5,'), row('2022-23', '18.9,'), row('2023-24', '19.1,')];
  const options = { edition: '2025-07-24', dryRun: true, changesTo: path };
  expect(await loadRows(rows, options)).toMatchObject({
    changed: 2,
    revisions: { added: 1, changed: 1, same: 1, older: 0 },
    warnings: [],
  });
  const listed = parse<Record<string, string>>(readFileSync(path), { columns: true });
  expect(
    listed.map((one) => [
      one.change,
      one.period,
      one.before,
      one.after,
      one.before_edition,
      one.edition,
      one.row,
    ]),
  ).toEqual([
    ['added', '2023-24', '', '19.1', '', '2025-07-24', '4'],
    ['changed', '2022-23', '18.7', '18.9', '2024-07-25', '2025-07-24', '3'],
  ]);
  expect(await stored()).toEqual([
    ['2021-22', 18.5, '2024-07-25'],
    ['2022-23', 18.7, '2024-07-25'],
  ]);
});

test('a figure that would be none is listed as taken away, though the load is refused without the word', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'changes-')), 'changes.csv');
  await expect(loadRows([row('2022-23', ',missing')], { changesTo: path })).rejects.toThrow(
    '--accept-removals',
  );
  const [listed] = parse<Record<string, string>>(readFileSync(path), { columns: true });
  expect(listed).toMatchObject({ change: 'taken away', before: '18.7', after: 'missing' });
});

test('an older file brings what is not there, and leaves what a newer one said unless it is told', async () => {
  const rows = [row('2020-21', '18.0,'), row('2021-22', '18.5,'), row('2022-23', '17.0,')];
  const summary = await loadRows(rows, { edition: '2023-07-20' });
  expect(summary).toMatchObject({ changed: 1, revisions: { added: 1, changed: 0, same: 1, older: 1 } });
  expect(summary.warnings).toEqual([
    expect.stringMatching(
      /one figure of 2023-07-20 not taken: .* of 2024-07-25, and stays; .* --accept-older/,
    ),
  ]);
  expect(await stored()).toEqual([
    ['2020-21', 18, '2023-07-20'],
    ['2021-22', 18.5, '2024-07-25'],
    ['2022-23', 18.7, '2024-07-25'],
  ]);
  expect(await loadRows(rows, { edition: '2023-07-20' })).toMatchObject({
    changed: 0,
    revisions: { older: 1 },
  });
  expect(await loadRows(rows, { edition: '2023-07-20', acceptOlder: true, dryRun: true })).toMatchObject({
    revisions: { changed: 1, older: 0 },
  });
});

test('what a newer file says too is of that file, so that one between the two changes nothing', async () => {
  const [same, other] = [row('2021-22', '18.5,'), row('2021-22', '16.0,')];
  expect(await loadRows([same], { edition: '2026-01-02' })).toMatchObject({ changed: 0 });
  expect(await loadRows([other], { edition: '2025-01-01' })).toMatchObject({
    changed: 0,
    revisions: { older: 1 },
  });
  expect(await stored()).toContainEqual(['2021-22', 18.5, '2026-01-02']);
});

test('where a file does not say of which day it is, the one loaded last stands, and the summary says so', async () => {
  const summary = await loadRows([row('2020-21', '18.2,')]);
  expect(summary).toMatchObject({ changed: 1, revisions: { changed: 1 } });
  expect(summary.warnings).toContainEqual(expect.stringContaining('the last one loaded stands'));
});

test('the day of a file is told by its list of revisions, by a label, or by its name; the newest counts', async () => {
  const dayOf = async (source: string, name: string, sheets: Parameters<typeof workbookOf>[0]) => {
    const { edition = {} } = sourceOf(source);
    const [path = ''] = savedFiles({ name, content: await workbookOf(sheets) });
    return statedEdition(await openSourceFile(path), edition);
  };
  const history = [
    ['Version number', 'Date', 'Revision'],
    ['1', '25 June 2024', 'First published'],
    ['2', '2024-07-31', 'A caveat removed'],
  ];
  expect(await dayOf('ukhsa-cover', 'a.xlsx', { Cover: [['1 May 2025']], Revision_History: history })).toBe(
    '2024-07-31',
  );
  expect(await dayOf('dwp-area-tables', 'a.xlsx', { Cover: [['Published: 31 March 2022']] })).toBe(
    '2022-03-31',
  );
  const weekly = 'nhs-england-covid-19-weekly';
  expect(await dayOf(weekly, 'a.xlsx', { LTLA: [['', 'Published:', '18th March 2021']] })).toBe('2021-03-18');
  const name = 'COVID-19-weekly-announced-vaccinations-18-March-2021.xlsx';
  expect(await dayOf(weekly, name, { LTLA: [['Title:']] })).toBe('2021-03-18');
  expect(await dayOf(weekly, 'a.xlsx', { LTLA: [['Title:']] })).toBeUndefined();
});

test('a file that says another day than the command names is refused', async () => {
  const content = await workbookOf({ LTLA: [['', 'Published:', '18th March 2021']] });
  const problems = await problemsOf(database, 'nhs-england-covid-19-weekly', [{ name: 'a.xlsx', content }], {
    edition: '2021-03-25',
  });
  expect(problems).toContainEqual({
    file: 'a.xlsx',
    value: '2021-03-25',
    expected: 'the file says itself that it is of 2021-03-18; expected that day, or no --edition',
  });
});

test('of two publishers of a figure one goes before the other, in whatever order and however often they are loaded', async () => {
  const framework = 'area_code,area_name,period,indicator,measure,unit,value,compared_to_England,inequality';
  const maker = 'areacd,areanm,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes';
  const files = {
    'public-health-outcomes': [
      framework,
      ...['2020 - 22', '2021 - 23', '2022 - 24'].map(
        (period, at) =>
          `E09000099,Exampleton,${period},Healthy life expectancy at birth,Life expectancy,Years,6${at}.1,Similar,Female`,
      ),
    ],
    // It gives the second, has none of the third, and knows nothing of the first.
    'ons-local-statistics': [
      maker,
      'E09000099,Exampleton,Female healthy life expectancy,2021-01-01/P3Y,62.7,Years,yrs,56.8,68.5,,',
      'E09000099,Exampleton,Female healthy life expectancy,2022-01-01/P3Y,,Years,yrs,,,u,',
    ],
  } as const;
  type Publisher = keyof typeof files;
  const figuresAfter = async (order: readonly Publisher[]) => {
    const { owner } = await emptyDatabase();
    const summaries = [];
    for (const source of order)
      summaries.push(
        await load(owner, source, [{ name: `${source}.csv`, content: files[source].join('\n') }]),
      );
    const figures = await owner.kysely
      .selectFrom('intake.observation')
      .innerJoin('intake.load', 'intake.load.id', 'load_id')
      .select(['period', 'value', 'lower95', 'source'])
      .orderBy('period')
      .execute();
    await owner.close();
    return { figures, summaries };
  };
  const right = [
    { period: '2020--2022', value: 60.1, lower95: null, source: 'public-health-outcomes' },
    { period: '2021--2023', value: 62.7, lower95: 56.8, source: 'ons-local-statistics' },
    { period: '2022--2024', value: 62.1, lower95: null, source: 'public-health-outcomes' },
  ];
  const [lesser, better] = ['public-health-outcomes', 'ons-local-statistics'] as const;
  const up = await figuresAfter([lesser, better, lesser, better]);
  expect(up.figures).toEqual(right);
  expect(up.summaries.map(({ changed }) => changed)).toEqual([3, 1, 0, 0]);
  expect(up.summaries.flatMap(({ warnings }) => warnings)).toEqual([]);
  expect(up.summaries[2]).toMatchObject({
    revisions: { same: 2, lesser: 1 },
    leftFor: [{ source: better, figures: 1 }],
  });
  expect(up.summaries[3]).toMatchObject({
    revisions: { same: 1, lesser: 1 },
    leftFor: [{ source: lesser, figures: 1 }],
  });
  const down = await figuresAfter([better, lesser, better, lesser]);
  expect(down.figures).toEqual(right);
  expect(down.summaries.map(({ changed }) => changed)).toEqual([2, 2, 0, 0]);
});

test('the order names sources there are', () => {
  expect(sourcesInOrder.map((id) => sourceOf(id).id)).toEqual(sourcesInOrder);
});
