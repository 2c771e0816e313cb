import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { connectReader } from './connect.ts';
import { copyPieces } from './copy-format.ts';
import { migrate } from './migrate.ts';
import { emptyDatabase } from './testing.ts';

const LOAD_COLUMNS = [
  'source',
  'file_name',
  'sha256',
  'loaded_at',
  'rows_read',
  'rows_kept',
  'rows_skipped',
] as const;

describe('connections', () => {
  test('values arrive as the same JavaScript values', async () => {
    const { owner } = await emptyDatabase();
    const { rows } = await sql`select 9007199254740991::bigint as big, 12.50::numeric as exact,
      date '2021-07-15' as day, timestamptz '2021-07-15 12:00:00+01' as instant, 0.1::double precision as float,
      '{"a":[1]}'::jsonb as json, true as yes, null::text as nothing, count(*) as counted`.execute(
      owner.kysely,
    );
    expect(rows).toEqual([
      {
        big: 9007199254740991,
        exact: 12.5,
        day: '2021-07-15',
        instant: '2021-07-15T11:00:00.000Z',
        float: 0.1,
        json: { a: [1] },
        yes: true,
        nothing: null,
        counted: 1,
      },
    ]);
    await owner.close();
  });

  test('migrating again changes nothing', async () => {
    const { owner } = await emptyDatabase();
    await migrate(owner.kysely);
    await migrate(owner.kysely);
    expect(await owner.kysely.selectFrom('release.version').selectAll().execute()).toEqual([]);
    await owner.close();
  });

  test('a bulk load keeps awkward text, and leaves with its transaction', async () => {
    const { owner } = await emptyDatabase();
    const awkward = 'tab\tline\nback\\slash "quote" \\N é';
    const rows = [[awkward, 'f', 'h', '2021-07-15T00:00:00Z', 3, 2, 1]];
    const load = () => owner.copyIn('intake.load', LOAD_COLUMNS, copyPieces(rows));
    await expect(
      owner.kysely.transaction().execute(async () => {
        await load();
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await owner.kysely.selectFrom('intake.load').selectAll().execute()).toEqual([]);
    await owner.kysely.transaction().execute(load);
    const kept = await owner.kysely.selectFrom('intake.load').select('source').execute();
    expect(kept).toEqual([{ source: awkward }]);
    await owner.close();
  });

  test('the reader sees the release schema, cannot see intake, and cannot write', async () => {
    const { location, owner } = await emptyDatabase();
    await owner.close();
    const reader = connectReader(location);
    expect(await reader.kysely.selectFrom('release.version').selectAll().execute()).toEqual([]);
    await expect(sql`select * from intake.observation`.execute(reader.kysely)).rejects.toThrow(
      'permission denied for schema intake',
    );
    await expect(
      reader.kysely.insertInto('release.release').values({ published_at: '2021-07-15' }).execute(),
    ).rejects.toThrow('permission denied');
    await reader.close();
  });

  test('what is published cannot be changed, even by the owner', async () => {
    const { owner } = await emptyDatabase();
    await owner.kysely.insertInto('release.release').values({ published_at: '2021-07-15' }).execute();
    await expect(
      owner.kysely.updateTable('release.release').set({ published_at: '2022-01-01' }).execute(),
    ).rejects.toThrow('a published release never changes');
    await expect(owner.kysely.deleteFrom('release.release').execute()).rejects.toThrow('never changes');
    await owner.close();
  });
});
