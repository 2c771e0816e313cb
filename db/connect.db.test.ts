import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { connectOwner, connectReader } from './connect.ts';
import { copyPieces } from './copy-format.ts';
import { migrate } from './migrate.ts';
import { emptyDatabase, engines } from './testing.ts';

const LOAD_COLUMNS = [
  'source',
  'file_name',
  'sha256',
  'loaded_at',
  'rows_read',
  'rows_kept',
  'rows_skipped',
] as const;

describe.each(engines)('on %s', (engine) => {
  test('values arrive as the same JavaScript values', async () => {
    const { owner } = await emptyDatabase(engine);
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
    const { owner } = await emptyDatabase(engine);
    await migrate(owner.kysely);
    await migrate(owner.kysely);
    expect(await owner.kysely.selectFrom('release.version').selectAll().execute()).toEqual([]);
    await owner.close();
  });

  test('a bulk load keeps awkward text, and leaves with its transaction', async () => {
    const { owner } = await emptyDatabase(engine);
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
    const { location, owner } = await emptyDatabase(engine);
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
    const { owner } = await emptyDatabase(engine);
    await owner.kysely.insertInto('release.release').values({ published_at: '2021-07-15' }).execute();
    await expect(
      owner.kysely.updateTable('release.release').set({ published_at: '2022-01-01' }).execute(),
    ).rejects.toThrow('a published release never changes');
    await expect(owner.kysely.deleteFrom('release.release').execute()).rejects.toThrow('never changes');
    await owner.close();
  });
});

test('a second process on one PGlite folder is refused and told who has it', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'data-folder-'));
  const owner = connectOwner({ dataFolder });
  await sql`select 1`.execute(owner.kysely);
  const program = `import { connectOwner } from ${JSON.stringify(join(import.meta.dirname, 'connect.ts'))};
    connectOwner({ dataFolder: ${JSON.stringify(dataFolder)} });`;
  const open = async () => {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program]);
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    const [code] = await once(child, 'exit');
    return { code, said };
  };
  const refused = await open();
  expect(refused.code).toBe(1);
  expect(refused.said).toContain(
    `data folder in use by process ${process.pid}: stop it, or use DATABASE_URL`,
  );
  await owner.close();
  expect((await open()).code).toBe(0);
});
