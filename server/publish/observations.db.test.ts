import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { emptyDatabase } from '../../db/testing.ts';
import { readRows, readTable } from './observations.ts';

/** More than is read at once, and a period that alone is. */
const ROWS: Readonly<Record<string, number>> = { '2021': 9000, '2022': 12_000, '2023': 25_000, '2024': 10 };
const everybody = { ethnicGroup: 'all', ageBand: 'all', sex: 'all', deprivation: 'all' };

describe('reading observations', () => {
  let owner: Database<AllTables>;
  beforeAll(async () => {
    ({ owner } = await emptyDatabase());
    for (const measure of ['residents', 'residents-nims', 'covid-19-dose-1']) {
      for (const [period, rows] of Object.entries(ROWS)) {
        await sql`insert into intake.observation
          select ${measure}, ${period}, 'lsoa', 'all', 'all', 'all', 'all', 'E' || n, 'value', n / 8.0, null, null, null, 1
          from generate_series(1, ${rows}::integer) as n`.execute(owner.kysely);
      }
    }
  });
  afterAll(() => owner.close());

  test('every row of the measures asked for is read once, and none of another', async () => {
    const rows = await readRows(owner.kysely, ['residents', 'residents-nims', 'residents']);
    const keys = new Set(rows.map((row) => `${row.measure} ${row.period} ${row.area_code}`));
    expect([rows.length, keys.size]).toEqual([2 * 46_010, 2 * 46_010]);
    expect(new Set(rows.map(({ measure }) => measure))).toEqual(new Set(['residents', 'residents-nims']));
    expect(await readRows(owner.kysely, [])).toEqual([]);
    expect(await readRows(owner.kysely, ['nothing-loaded'])).toEqual([]);
  });

  test('rows come in one order, whatever that of the table, so that sums are the same to the last digit', async () => {
    const rows = await readRows(owner.kysely, ['residents']);
    const codes = rows.filter(({ period }) => period === '2021').map((row) => row.area_code);
    expect(codes.slice(0, 3)).toEqual(['E1', 'E10', 'E100']);
    expect(codes).toEqual(codes.toSorted());
  });

  test('rows come as the table has them', async () => {
    const [stored] = await owner.kysely
      .selectFrom('intake.observation')
      .selectAll()
      .where('area_code', '=', 'E7')
      .where('measure', '=', 'residents')
      .where('period', '=', '2024')
      .execute();
    const rows = await readRows(owner.kysely, ['residents']);
    expect(rows.find((row) => row.period === '2024' && row.area_code === 'E7')).toEqual(stored);
  });

  test('a table of them answers by measure, period and area', async () => {
    const table = await readTable(owner.kysely, ['residents']);
    expect(table.periodsOf('residents').sort()).toEqual(Object.keys(ROWS));
    expect(table.periodsOf('residents-nims')).toEqual([]);
    for (const [period, rows] of Object.entries(ROWS)) {
      const figures = table.at('residents', period, everybody, 'lsoa');
      expect([figures?.size, figures?.get(`E${rows}`)]).toEqual([rows, { status: 'value', value: rows / 8 }]);
    }
  });
});
