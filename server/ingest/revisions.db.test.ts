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
