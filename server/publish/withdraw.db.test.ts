/** Figures that are taken back, in a made-up place of three releases. */

import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectOwner, type Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';

import { emptyDatabase } from '../../db/testing.ts';
import { load, lsoas, testPlace, wards } from '../ingest/testing.ts';
import { publishRelease } from '../testing-releases.ts';
import { runPublish } from './run.ts';
import { runWithdraw, type WithdrawalOptions } from './withdraw.ts';
import type { WithdrawalScope } from './withdrawal-scope.ts';

let database: Database<AllTables>;
let location: { databaseUrl: string };
beforeEach(async () => {
  ({ owner: database, location } = await emptyDatabase());
  await publishRelease(database, 1);
  await publishRelease(database, 2);
});
afterEach(() => database.close());

const MMR = { kind: 'figures', indicator: 'mmr-1-at-2-years' } as const;
const now = () => new Date('2026-02-20T09:00:00Z');
const withdraw = (scope: WithdrawalScope, options: Partial<WithdrawalOptions> = {}) =>
  runWithdraw(scope, {
    database,
    place: testPlace,
    now,
    by: 'A. Steward',
    reason: 'typed wrong',
    ...options,
  });
const publish = () => runPublish(['childhood-vaccination'], { database, place: testPlace, now });

/** Each stored figure of the indicator in the place: version, period, status, value. */
async function figures(period?: string) {
  const rows = await database.kysely
    .selectFrom('release.estimate')
    .innerJoin('release.series', 'release.series.id', 'series_id')
    .select(['version_id', 'period', 'status', 'value', 'numerator'])
    .where('indicator', '=', MMR.indicator)
    .where('area_code', '=', testPlace.code)
    .orderBy('version_id')
    .orderBy('period')
    .execute();
  const versions = [...new Set(rows.map(({ version_id }) => version_id))];
  return rows
    .filter((row) => period === undefined || row.period === period)
    .map(({ version_id, ...row }) => [
      versions.indexOf(version_id) + 1,
      row.period,
      row.status,
      row.numerator,
    ]);
}
const comparisons = async () =>
  (await database.kysely.selectFrom('release.comparison').select(['release_id', 'comparison']).execute()).map(
    ({ release_id, comparison }) => `${release_id} ${comparison}`,
  );

test('a figure goes out of every release that held it, with the verdicts that rested on it and no others', async () => {
  const before = await comparisons();
  const scope = { ...MMR, period: '2023-24-Q4', area: testPlace.code };
  const dry = await withdraw(scope, { dryRun: true });
  expect(await figures('2023-24-Q4')).toEqual([
    [1, '2023-24-Q4', 'shown', 850],
    [2, '2023-24-Q4', 'shown', 860],
  ]);
  const summary = await withdraw(scope);
  expect(summary).toEqual({ ...dry, withdrawal: expect.any(Number) });
  expect(summary).toMatchObject({
    what: 'First dose of MMR by 2 years, January to March 2024, Exampleton',
    versions: [{ figures: 1 }, { figures: 1 }],
    releases: [1, 2],
  });
  expect(await figures('2023-24-Q4')).toEqual([
    [1, '2023-24-Q4', 'withdrawn', null],
    [2, '2023-24-Q4', 'withdrawn', null],
  ]);
  const after = await comparisons();
  const gone = before.filter((one) => !after.includes(one));
  expect(gone).toHaveLength(summary.comparisons);
  expect(gone).toEqual(
    expect.arrayContaining([
      `1 mmr-1-at-2-years:2023-24-Q4:all:${testPlace.code}:E92000001`,
      `2 mmr-1-at-2-years:2024-25-Q4:all:${testPlace.code}:since-2023-24-Q4`,
    ]),
  );
  expect(gone.every((one) => one.includes('mmr-1-at-2-years'))).toBe(true);
  expect(after).toContain(`2 mmr-1-at-2-years:2024-25-Q4:all:${testPlace.code}:E92000001`);
  // Nothing that is released changes by itself, before or after.
  await expect(sql`update release.estimate set notes = null`.execute(database.kysely)).rejects.toThrow(
    'never changes',
  );
  expect(await withdraw(scope)).toMatchObject({ withdrawal: undefined, versions: [] });
});

test('publishing again leaves it out, until a load says that it is right', async () => {
  await withdraw({ ...MMR, period: '2024-25-Q4', area: testPlace.code });
  const again = 'measure,period,area_type,area_code,value';
  const row = `mmr-1-at-2-years,2024-25-Q4,borough,${testPlace.code},905`;
  const file = (value: string) => [{ name: 'figures.csv', content: `${again}\n${value}` }];
  const next = row.replace('2024-25-Q4', '2024-25-Q3');
  const children = next.replace('mmr-1-at-2-years', 'children-reaching-2-years').replace('905', '1000');
  await load(database, 'plain', file(`${next}\n${children}`));
  await publish();
  expect((await figures('2024-25-Q4')).at(-1)).toEqual([3, '2024-25-Q4', 'withdrawn', null]);

  const warned = await load(database, 'plain', file(row));
  expect(warned).toMatchObject({ changed: 0, lifted: 0 });
  expect(warned.warnings).toContainEqual(
    expect.stringMatching(
      /^one figure .* on 2026-02-20 by A\. Steward \(typed wrong\); .* --accept-withdrawn$/,
    ),
  );
  // A right one that is loaded without the word is kept back, too.
  await load(database, 'plain', file(row.replace('905', '915')));
  await publish();
  expect((await figures('2024-25-Q4')).at(-1)?.[2]).toBe('withdrawn');

  expect(
    await load(database, 'plain', file(row.replace('905', '915')), { acceptWithdrawn: true }),
  ).toMatchObject({
    changed: 0,
    lifted: 1,
  });
  await publish();
  expect(await figures('2024-25-Q4')).toEqual([
    [2, '2024-25-Q4', 'withdrawn', null],
    [3, '2024-25-Q4', 'withdrawn', null],
    [4, '2024-25-Q4', 'shown', 915],
  ]);
});

test('what was loaded together goes where it stands; what another load put in its place stays', async () => {
  const { id } = await database.kysely
    .selectFrom('intake.load')
    .select('id')
    .where('source', '=', 'plain')
    .where('brings_areas', '=', false)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const summary = await withdraw({ kind: 'load', load: id });
  expect(summary.figures.map(({ indicator }) => indicator)).toContain('social-care-quality-of-life');
  expect(await figures()).toEqual([
    [1, '2022-23-Q4', 'withdrawn', null],
    [1, '2023-24-Q4', 'withdrawn', null],
    [2, '2022-23-Q4', 'withdrawn', null],
    // Counted anew by the second load, but among children that the first one brought.
    [2, '2023-24-Q4', 'withdrawn', null],
    [2, '2024-25-Q4', 'shown', 905],
  ]);
});

test('a version goes with all its figures, and no other with it', async () => {
  const [first] = await database.kysely
    .selectFrom('release.version')
    .select('id')
    .where('dataset', '=', 'childhood-vaccination')
    .orderBy('id')
    .execute();
  await withdraw({ kind: 'version', version: first?.id ?? 0 });
  expect((await figures()).map(([version, , status]) => `${version} ${status}`)).toEqual([
    '1 withdrawn',
    '1 withdrawn',
    '2 shown',
    '2 shown',
    '2 shown',
  ]);
  // The newer version stands, so nothing is held back from the next.
  expect(await database.kysely.selectFrom('intake.held_figure').selectAll().execute()).toEqual([]);
});

describe('a figure of an area', () => {
  const header = 'measure,period,area_type,area_code,value';
  const loadLines = (lines: readonly string[]) =>
    load(database, 'plain', [{ name: 'small.csv', content: [header, ...lines].join('\n') }]);
  const publishThem = (dataset: string) => runPublish([dataset], { database, place: testPlace, now });
  const statuses = async (indicator: string) =>
    Object.fromEntries(
      (
        await database.kysely
          .selectFrom('release.estimate')
          .innerJoin('release.series', 'release.series.id', 'series_id')
          .select(['area_code', 'status'])
          .where('indicator', '=', indicator)
          // Of several versions the newest counts.
          .orderBy('version_id')
          .execute()
      ).map(({ area_code, status }) => [area_code, status]),
    );
  const [own, other] = wards;

  test('goes with the sums it is part of, and the right file brings all of them back', async () => {
    const disabled = lsoas.flatMap((code, at) => [
      `residents-asked-disability,2021,lsoa,${code},1500`,
      `residents-disabled,2021,lsoa,${code},${200 + 10 * at}`,
    ]);
    await loadLines(disabled);
    await publishThem('census-2021');
    const scope = { kind: 'figures', indicator: 'disability', period: '2021', area: own } as const;
    expect((await withdraw(scope)).what).toBe(
      'Residents disabled under the Equality Act, 2021, Ward 1, with the sums it is part of',
    );
    expect(await statuses('disability')).toMatchObject({
      [own]: 'withdrawn',
      [other]: 'shown',
      [testPlace.code]: 'withdrawn',
    });
    const right = [{ name: 'small.csv', content: [header, ...disabled].join('\n').replace(',200', ',190') }];
    expect(await load(database, 'plain', right, { acceptWithdrawn: true })).toMatchObject({ lifted: 2 });
    await publishThem('census-2021');
    expect(new Set(Object.values(await statuses('disability')))).toEqual(new Set(['shown']));
  });

  test('leaves a total that its source gives itself', async () => {
    const poor = [
      ...[own, other].map((code) => `children-in-relative-low-income,2020-21,ward,${code},200`),
      `children-in-relative-low-income,2020-21,borough,${testPlace.code},400`,
    ];
    await loadLines(poor);
    await publishThem('children-low-income');
    await withdraw({
      kind: 'figures',
      indicator: 'children-in-relative-low-income',
      period: '2020-21',
      area: own,
    });
    expect(await statuses('children-in-relative-low-income')).toEqual({
      [own]: 'withdrawn',
      [other]: 'shown',
      [testPlace.code]: 'shown',
    });
  });
});

test('areas and documents are not taken back: a load that brought nothing else is refused with what to do', async () => {
  const loads = await database.kysely.selectFrom('intake.load').selectAll().orderBy('id').execute();
  const numberOf = (source: string, bringsAreas: boolean) =>
    loads.find((one) => one.source === source && one.brings_areas === bringsAreas)?.id ?? 0;
  const refused = (id: number) => withdraw({ kind: 'load', load: id }).catch((error: Error) => error.message);
  expect(await refused(numberOf('documents', false))).toMatch(
    /^load \d+ \(.*\): documents are words .* load the right ones and publish them/,
  );
  expect(await refused(numberOf('outlines', true))).toMatch(
    /^load \d+ \(.*\): areas, links and outlines are .* withdraw the figures that were wrong because of them/,
  );
  const version = await database.kysely
    .selectFrom('release.version')
    .select('id')
    .where('dataset', '=', 'documents')
    .executeTakeFirstOrThrow();
  expect(
    await withdraw({ kind: 'version', version: version.id }).catch((error: Error) => error.message),
  ).toMatch(/holds no figures: load the right documents and publish it/);
});

test('a period goes with every area of it', async () => {
  const { figures: counted } = await withdraw({ ...MMR, period: '2023-24-Q4' });
  expect(counted).toEqual([{ indicator: MMR.indicator, period: '2023-24-Q4', figures: 2 }]);
});

test('what is not there, and a withdrawal without a name or a reason, is refused by name', async () => {
  const refused = (scope: WithdrawalScope, options = {}) =>
    withdraw(scope, options).catch((error: Error) => error.message);
  expect(await refused({ kind: 'figures', indicator: 'mmr', period: '2024' })).toContain(
    'there is no indicator "mmr"',
  );
  expect(await refused({ ...MMR, period: '2024', area: 'E0' })).toContain('there is no area "E0"');
  expect(await refused({ kind: 'version', version: 99 })).toContain('there is no version 99');
  expect(await refused({ kind: 'load', load: 99 })).toContain('there is no load 99');
  expect(await refused({ ...MMR, period: '2023-24-Q4' }, { by: ' ' })).toContain('needs the name');
});

test('it is whole or not at all: one that is cut off before its end leaves everything as it was', async () => {
  const other = connectOwner(location);
  const before = await figures();
  await other.kysely.transaction().execute(async (transaction) => {
    // Its last step waits for this, with the figures taken out already.
    await sql`lock table release.comparison in share mode`.execute(transaction);
    const cut = withdraw({ ...MMR, period: '2023-24-Q4' }).catch((error: Error) => error.message);
    for (;;) {
      const { rows } = await sql<{ pid: number }>`select pid from pg_locks
        where relation = 'release.comparison'::regclass and not granted`.execute(transaction);
      const [waiting] = rows;
      if (waiting !== undefined) {
        await sql`select pg_terminate_backend(${waiting.pid})`.execute(transaction);
        break;
      }
      await pause(20);
    }
    expect(await cut).toMatch(/terminat/i);
  });
  expect(await figures()).toEqual(before);
  expect(await other.kysely.selectFrom('release.withdrawal').selectAll().execute()).toEqual([]);
  await other.close();
});
