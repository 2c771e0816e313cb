/** The commands of a data steward, run as processes. */
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { connectOwner, type Database, type DatabaseLocation } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { migrate } from '../../db/migrate.ts';
import { newDatabase } from '../../db/testing.ts';
import { intakeOf, loadPlace, lsoas, savedFiles, testPlace } from '../ingest/testing.ts';
import { type Environment, runProgram, startProgram } from '../testing-process.ts';

const INGEST = 'server/jobs/ingest-cli.ts';

async function newPlace(): Promise<{ location: DatabaseLocation; environment: Environment }> {
  const databaseUrl = await newDatabase();
  const placeFile = join(mkdtempSync(join(tmpdir(), 'place-')), 'place.json');
  writeFileSync(placeFile, JSON.stringify(testPlace));
  const owner = connectOwner({ databaseUrl });
  await migrate(owner.kysely);
  await loadPlace(owner);
  await owner.close();
  return { location: { databaseUrl }, environment: { DATABASE_URL: databaseUrl, PLACE_FILE: placeFile } };
}

async function intakeAt(location: DatabaseLocation) {
  const owner = connectOwner(location);
  const intake = await intakeOf(owner);
  await owner.close();
  return intake;
}

const HEADER = 'measure,period,area_type,area_code,age_band,value\n';

describe('npm run ingest', () => {
  test('says what it read, kept, skipped and changed; a second time that nothing changed', async () => {
    const { environment } = await newPlace();
    const content = `${HEADER}residents,2021,lsoa,${lsoas[0]},0-15,5\nresidents,2021,borough,E09000001,0-15,6\n`;
    const [path = ''] = savedFiles({ name: 'figures.csv', content });
    const first = await runProgram([INGEST, 'plain', path], environment);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /^2 rows read, 1 figures.* kept, 1 rows skipped \(outside Exampleton\), 0 refused; 1 new or changed\n$/,
    );
    const second = await runProgram([INGEST, 'plain', path], environment);
    expect(second.out).toContain('nothing changed');
    const dry = await runProgram([INGEST, 'plain', path, '--dry-run'], environment);
    expect(dry.out).toContain('nothing loaded (dry run)');
  });

  test('lists every problem with its place and fails', async () => {
    const { location, environment } = await newPlace();
    const before = await intakeAt(location);
    const [path = ''] = savedFiles({
      name: 'figures.csv',
      content: `${HEADER}x,2021,lsoa,${lsoas[0]},0-15,5\nresidents,2021,lsoa,${lsoas[1]},0-15,many\n`,
    });
    const { code, out, err } = await runProgram([INGEST, 'plain', path], environment);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('nothing was loaded: 2 problems');
    expect(err).toContain('figures.csv, row 2, column "measure": "x": expected one of: residents,');
    expect(err).toContain('figures.csv, row 3, column "value": "many": expected a whole number');
    expect(await intakeAt(location)).toEqual(before);
  });

  const dayOf = (n: number) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10);
  const MANY = lsoas.flatMap((code) =>
    Array.from(
      { length: 800 * 91 },
      (_, at) => `residents,${dayOf(Math.floor(at / 91))},lsoa,${code},${at % 91},${at % 91}`,
    ),
  );
  const manyRows = () =>
    savedFiles({ name: 'figures.csv', content: `${HEADER}${MANY.join('\n')}\n` })[0] ?? '';

  test('a worker killed in the middle of a load leaves the database as it was, and another does the load', async () => {
    const { location, environment } = await newPlace();
    const loading = runProgram([INGEST, 'plain', manyRows()], environment);
    const [worker = 0] = await workersAtLoad(location);
    process.kill(worker, 'SIGKILL');
    const { code, out } = await loading;
    expect([code, out]).toEqual([0, expect.stringContaining(`${MANY.length} new or changed`)]);
    expect(await workersOf(location)).toHaveLength(2);
  });

  test('command and worker killed together leave the database as it was, and the next worker does the load', async () => {
    const { location, environment } = await newPlace();
    const before = await intakeAt(location);
    const child = startProgram([INGEST, 'plain', manyRows()], environment);
    const ended = once(child, 'exit');
    const [worker = 0] = await workersAtLoad(location);
    child.kill('SIGKILL');
    process.kill(worker, 'SIGKILL');
    await ended;
    await untilUnclaimed(location);
    expect(await intakeAt(location)).toEqual(before);
    expect(await runProgram(['server/worker.ts'], environment)).toEqual({ code: 0, out: '', err: '' });
    expect((await intakeAt(location)).observations).toHaveLength(before.observations.length + MANY.length);
  });

  test('a load that is interrupted has failed and is not taken up again', async () => {
    const { location, environment } = await newPlace();
    const before = await intakeAt(location);
    const loading = runProgram([INGEST, 'plain', manyRows()], environment);
    const [worker = 0] = await workersAtLoad(location);
    process.kill(worker, 'SIGINT');
    const { code, err } = await loading;
    expect([code, err]).toEqual([1, 'stopped by SIGINT before it was done\n']);
    expect(await runProgram(['server/worker.ts'], environment)).toEqual({ code: 0, out: '', err: '' });
    expect(await intakeAt(location)).toEqual(before);
  });
});

async function asOwner<Result>(
  location: DatabaseLocation,
  ask: (owner: Database<AllTables>) => Promise<Result>,
): Promise<Result> {
  const owner = connectOwner(location);
  try {
    return await ask(owner);
  } finally {
    await owner.close();
  }
}

/** Processes that have worked at a job. */
const workersOf = (location: DatabaseLocation) =>
  asOwner(location, async ({ kysely }) => {
    const attempts = await kysely.selectFrom('desk.job_attempt').select('worker').execute();
    return attempts.map(({ worker }) => worker);
  });

/** Waits until the server sees the load at work. */
async function workersAtLoad(location: DatabaseLocation): Promise<number[]> {
  await asOwner(location, async ({ kysely }) => {
    for (;;) {
      const { rows } = await sql<{ busy: number }>`select count(*) as busy from pg_stat_activity
        where datname = current_database() and query ilike 'copy intake.observation%'`.execute(kysely);
      if ((rows[0]?.busy ?? 0) > 0) return;
    }
  });
  return workersOf(location);
}

/** Waits until the server has noticed that the worker's connections are gone. */
const untilUnclaimed = (location: DatabaseLocation) =>
  asOwner(location, async ({ kysely }) => {
    for (;;) {
      const { rows } = await sql<{ others: number }>`select count(*) as others from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(kysely);
      if (rows[0]?.others === 0) return;
    }
  });

test('without a source, or with one that does not exist, the sources there are are named', async () => {
  const bare = await runProgram([INGEST], {});
  expect(bare.code).toBe(1);
  expect(bare.err).toContain('nhs-england-covid-19');
  const wrong = await runProgram([INGEST, 'nhs', 'x.csv'], {});
  expect(wrong.err).toContain('there is no source "nhs"; there are: ');
  const missing = await runProgram([INGEST, 'plain', 'nowhere.csv'], {});
  expect(missing.err).toContain('nowhere.csv is not a file that can be read');
  const period = await runProgram([INGEST, 'plain', 'nowhere.csv', '--period', 'July'], {});
  expect(period.err).toContain('--period is "July"');
});
