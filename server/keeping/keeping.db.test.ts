/** What an administrator does with the database: keep it, bring it back, say who may read it. */
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { digestsOf } from '../../db/archive.ts';
import { connectLogin, connectOwner, connectReader } from '../../db/connect.ts';
import { temporaryServer } from '../../db/embedded/temporary.ts';
import { addressFor } from '../../db/grants.ts';
import { requirePlace } from '../../db/known-place.ts';
import { knownSteps } from '../../db/migrate.ts';
import { requireReadable } from '../../db/schema-steps.ts';
import { requireServingLogin } from '../../db/serving-login.ts';
import { newDatabase } from '../../db/testing.ts';
import { servingAddress } from '../../db/testing-login.ts';
import { buildApp } from '../app.ts';
import { paths } from '../contract/paths.ts';
import type { IndicatorsReply } from '../contract/replies.ts';
import { testPlace } from '../ingest/testing.ts';
import { runPublish } from '../publish/run.ts';
import { demonstrationDatabase, testConfig } from '../testing.ts';
import { runProgram } from '../testing-process.ts';
import { shareOf } from '../testing-share.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'keeping-'));
const program = (name: string) => `server/keeping/${name}-cli.ts`;

/** All 300 are compared in `npm run bench -- long`. */
const COMPARED = shareOf(300, 60);

let original: { databaseUrl: string };
beforeAll(async () => {
  original = await demonstrationDatabase();
});

/** What is refused names its request, which is another one each time. */
const withoutNumber = (body: string) => body.replace(/"request":"[^"]+"/, '');

/** The bodies of replies of a database, of every kind of question about an indicator. */
async function repliesOf(location: { databaseUrl: string }): Promise<Readonly<Record<string, string>>> {
  const reader = connectReader(location);
  const now = () => new Date('2026-11-24T12:00:00Z');
  const app = await buildApp({ db: reader.kysely, config: testConfig, now });
  const { indicators } = (await app.inject(paths.indicators())).json<IndicatorsReply>();
  const questions = [
    paths.board(),
    paths.releases(),
    paths.data(),
    paths.ledger(),
    ...indicators.flatMap(({ id }) => [
      paths.indicator(id),
      paths.indicatorAreas(id),
      paths.trend(id, {}),
      paths.disparities(id, { by: 'deprivation' }),
    ]),
  ].slice(0, COMPARED);
  const bodies: Record<string, string> = {};
  for (const question of questions) bodies[question] = withoutNumber((await app.inject(question)).body);
  await app.close();
  await reader.close();
  return bodies;
}

test('a backup restored on a new cluster answers as before, and is published into', async () => {
  const file = join(newFolder(), 'backup.zst');
  const before = await repliesOf(original);
  expect(Object.keys(before)).toHaveLength(COMPARED);
  const backup = await runProgram([program('backup'), file], { DATABASE_URL: original.databaseUrl });
  expect(backup).toMatchObject({ code: 0, err: '' });
  expect(backup.out).toMatch(/backup\.zst: \d+ rows of \d+ tables\n$/);
  // Private counts are in it.
  expect(statSync(file).mode & 0o077).toBe(0);

  const cluster = await temporaryServer();
  const restore = await runProgram([program('restore'), file], { DATABASE_URL: cluster.databaseUrl });
  expect(restore).toMatchObject({ code: 0, err: '' });
  expect(await repliesOf(cluster)).toEqual(before);
  // Nothing else was run on it: it can be served as it is, for its own place and no other.
  const login = connectLogin({ databaseUrl: await servingAddress(cluster) });
  expect(await requireReadable(login.kysely, knownSteps, 'READER_DATABASE_URL')).toBeUndefined();
  await requirePlace(login.kysely, testConfig.place);
  await expect(requirePlace(login.kysely, testPlace)).rejects.toThrow('and PLACE_FILE names Exampleton');
  await login.close();

  const owner = connectOwner(cluster);
  await owner.kysely.updateTable('intake.area').set({ name: 'Renamed' }).where('type', '=', 'ward').execute();
  const now = () => new Date('2026-12-01T09:00:00Z');
  const { release } = await runPublish(['geography'], { database: owner, place: testConfig.place, now });
  expect(release).toBe(3);
  const again = await runProgram([program('restore'), file], { DATABASE_URL: cluster.databaseUrl });
  expect([again.code, again.err]).toEqual([
    1,
    expect.stringMatching(/^the database is not empty: \S+ holds rows\n$/),
  ]);
  await owner.close();
  await cluster.stop();
});

test('a backup that cannot be written leaves the one before as it was, and no half of a new one', async () => {
  const DATABASE_URL = original.databaseUrl;
  const folder = newFolder();
  const nowhere = await runProgram([program('backup'), join(folder, 'no', 'such', 'folder.zst')], {
    DATABASE_URL,
  });
  expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('no such file or directory')]);
  expect(readdirSync(folder)).toEqual([]);
  const onFolder = await runProgram([program('backup'), folder], { DATABASE_URL });
  expect([onFolder.code, onFolder.err]).toEqual([1, `${folder} is no file that can be written\n`]);
  const file = join(folder, 'backup.zst');
  writeFileSync(file, 'the one before');
  const empty = await runProgram([program('backup'), file], { DATABASE_URL: await newDatabase() });
  expect([empty.code, empty.err]).toEqual([1, 'the database holds nothing: is it the right one?\n']);
  expect(readdirSync(folder)).toEqual(['backup.zst']);
  expect(readFileSync(file, 'utf8')).toBe('the one before');
});

test('a command on a server that is named for readers only stops, instead of working on an empty database', async () => {
  const READER_DATABASE_URL = 'postgres://reader@127.0.0.1:1/figures';
  for (const name of ['backup', 'grants', 'demo']) {
    const { code, err } = await runProgram([program(name), ...(name === 'backup' ? ['file'] : [])], {
      READER_DATABASE_URL,
      DATA_FOLDER: newFolder(),
    });
    expect([code, err]).toEqual([1, expect.stringMatching(/^DATABASE_URL is missing: /)]);
  }
});

test("no login is given away that is somebody else's", async () => {
  const DATABASE_URL = await newDatabase();
  const { code, err } = await runProgram([program('grants'), '--login', new URL(DATABASE_URL).username], {
    DATABASE_URL,
  });
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/^the user \S+ is there already and does not serve readers/),
  ]);
  const owner = connectOwner({ databaseUrl: DATABASE_URL });
  expect(await owner.kysely.selectFrom('intake.load').selectAll().execute()).toEqual([]);
  await owner.close();
});

test('an owner who may make no roles is told what is missing, and goes on with the roles that are there', async () => {
  const database = new URL(await newDatabase());
  const admin = connectOwner({ databaseUrl: database.href });
  const name = database.pathname.slice(1);
  const [owner, login] = [`owner_of_${name}`, `reader_of_${name}`];
  const ask = (statement: string) => sql.raw(statement).execute(admin.kysely);
  await ask(`create role ${owner} login password 'x'`);
  await ask(`alter database "${name}" owner to ${owner}`);
  await ask(`do $$ begin
    if not exists (select from pg_roles where rolname = 'release_reader') then create role release_reader nologin; end if;
  end $$`);
  const DATABASE_URL = addressFor(database.href, owner, 'x');
  const grants = (environment = {}) =>
    runProgram([program('grants'), '--login', login], { DATABASE_URL, ...environment });
  expect(await grants()).toEqual({
    code: 1,
    out: 'schema and rights are as this code needs them\n',
    err: `this user may not make the login ${login} (it lacks CREATEROLE): have an administrator make it, with what npm run grants -- --print --login ${login} prints\n`,
  });
  // What the administrator runs is what was printed, with a password chosen.
  const { out: printed } = await runProgram([program('grants'), '--print', '--login', login], {});
  const [, first = ''] = printed.split(/^-- .*\n/m);
  await ask(first.replace('choose a password', 'chosen'));
  const again = await grants();
  expect([again.code, again.err]).toEqual([0, '']);
  expect(again.out).toContain(`the login ${login} is there and reads what is published; its password stays`);
  expect(again.out).not.toContain('READER_DATABASE_URL');
  const reader = connectLogin({ databaseUrl: addressFor(database.href, login, 'chosen') });
  await requireServingLogin(reader.kysely, 'READER_DATABASE_URL');
  await reader.close();
  await ask(`drop role ${login}`);
  await admin.close();
});

test('a file that is no backup is refused in one line, and the database stays empty', async () => {
  const DATABASE_URL = await newDatabase();
  const file = join(newFolder(), 'notes.zst');
  writeFileSync(file, 'not an archive');
  const restore = await runProgram([program('restore'), file], { DATABASE_URL });
  expect([restore.code, restore.err]).toEqual([1, `${file} is no archive of this product, or is damaged\n`]);
  const owner = connectOwner({ databaseUrl: DATABASE_URL });
  expect(await digestsOf(owner)).toEqual({});
  await owner.close();
});

test('the statements for an administrator are printed without asking the database anything', async () => {
  const { code, out } = await runProgram([program('grants'), '--print'], {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere',
  });
  expect(code).toBe(0);
  for (const words of [
    'create role release_reader',
    'grant usage on schema release',
    'create role dashboard_reader',
  ])
    expect(out).toContain(words);
});
