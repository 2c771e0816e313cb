import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import type { AllTables } from '../../../db/desk-schema.ts';
import { emptyDatabase } from '../../../db/testing.ts';
import { doseTables } from '../../indicators/dose-tables.ts';
import { groupsOfScheme } from '../inner-cells.ts';
import { intakeOf, load, loadPlace, msoas, problemsOf, wards } from '../testing.ts';

const [table] = doseTables;
if (table === undefined) throw new Error('there is a table of doses');
const [finest, wide] = table.schemes;
const columns = table.doses.map(({ id }) => id.replace('-', '_')).join();
const pieces = [
  [msoas[0], wards[0]],
  [msoas[0], wards[1]],
  [msoas[1], wards[1]],
] as const;

const crossed = (period: string, counts: string) => ({
  name: `crossed-${period}.csv`,
  content: [
    `table,period,msoa_code,area_code,ethnic_group,age_band,people,${columns}`,
    ...pieces.flatMap(([msoa, ward]) =>
      groupsOfScheme(wide).flatMap((group) =>
        table.ageBands.map((age) => `${table.id},${period},${msoa},${ward},${group},${age},${counts}`),
      ),
    ),
  ].join('\n'),
});
const weekly = (period: string, counts: string) => ({
  name: `weekly-${period}.csv`,
  content: [
    `table,period,area_code,ethnic_group,people,${columns}`,
    ...wards.flatMap((ward) =>
      groupsOfScheme(finest).map((group) => `${table.id},${period},${ward},${group},${counts}`),
    ),
  ].join('\n'),
});

describe('loading doses', () => {
  let database: Database<AllTables>;
  beforeAll(async () => {
    database = (await emptyDatabase()).owner;
    await loadPlace(database);
  });
  afterAll(() => database.close());
  const files = [crossed('2021-03-31', '90,70,30,,'), weekly('2021-03-25', '400,90,20,,')];

  test('pieces of one ward are kept apart, by the small area they also lie in', async () => {
    const rows = 3 * 6 * 6 + 2 * 20;
    expect(await load(database, 'dose-counts', files)).toEqual({
      read: rows,
      kept: 3 * rows,
      skipped: 0,
      changed: 3 * rows,
      leftFor: [],
      twins: 0,
      warnings: [],
      revisions: { added: 3 * rows, changed: 0, same: 0, older: 0, lesser: 0 },
      lifted: 0,
    });
    const { observations } = await intakeOf(database);
    const own = (area: string, age: string) =>
      observations
        .filter(
          (row) =>
            row.measure === table.doses[0].with &&
            row.area_code === area &&
            row.age_band === age &&
            row.ethnic_group.endsWith('/unknown'),
        )
        .map(({ overlap_code, ethnic_group, value }) => [overlap_code, ethnic_group, value])
        .sort();
    expect(own(wards[1], '50-64')).toEqual([
      [msoas[0], `${wide}/unknown`, 70],
      [msoas[1], `${wide}/unknown`, 70],
    ]);
    expect(own(wards[1], table.allAges)).toEqual([['', `${finest}/unknown`, 90]]);
  });

  test('the same files again change nothing, and a revised one takes the place of what it revises', async () => {
    const before = await intakeOf(database);
    expect(await load(database, 'dose-counts', files)).toMatchObject({ changed: 0 });
    expect(await intakeOf(database)).toEqual(before);
    const revised = { ...files[0], content: files[0]?.content.replace('90,70,30', '90,71,30') ?? '' };
    expect(await load(database, 'dose-counts', [revised as (typeof files)[0] & object])).toMatchObject({
      changed: 1,
    });
  });

  test('dates that do not agree are refused together, and a date given twice with other counts is found', async () => {
    const before = await intakeOf(database);
    const fallen = [crossed('2021-06-30', '90,80,40,,'), crossed('2021-07-15', '90,79,40,,')];
    expect(await problemsOf(database, 'dose-counts', fallen)).toHaveLength(108);
    const twice = [
      crossed('2021-06-30', '90,80,40,,'),
      { ...crossed('2021-06-30', '90,80,39,,'), name: 'b.csv' },
    ];
    const [first] = await problemsOf(database, 'dose-counts', twice);
    expect(first?.expected).toContain('stands in row 2 of crossed-2021-06-30.csv already');
    expect(await intakeOf(database)).toEqual(before);
  });

  test('a file that counts people is not named where it is refused', async () => {
    const { kysely } = database;
    const refusals = await kysely.selectFrom('intake.refusal').select('file_name').execute();
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.every(({ file_name }) => file_name === '')).toBe(true);
  });
});
