/** What an administrator does with the database: keep it, bring it back, say who may read it. */
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { digestsOf } from '../../db/archive.ts';
import { connectLogin, connectOwner, connectReader } from '../../db/connect.ts';
import { temporaryServer } from '../../db/embedded/temporary.ts';
import { requirePlace } from '../../db/known-place.ts';
import { knownSteps } from '../../db/migrate.ts';
import { requireReadable } from '../../db/schema-steps.ts';
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
}, 180_000);

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

test.each(['backup', 'restore', 'grants', 'demo'])(
  '%s says how it is called, and refuses what it does not know',
  async (name) => {
    const help = await runProgram([program(name), '--help'], {});
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toContain(`npm run ${name}`);
    const unknown = await runProgram([program(name), '--colour'], {});
    expect([unknown.code, unknown.out]).toEqual([1, '']);
    expect(unknown.err.startsWith("Unknown option '--colour'\n\n")).toBe(true);
  },
);
