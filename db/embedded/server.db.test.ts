/** The embedded server with real processes: who joins, leaves and dies, and what they find. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { joinServer } from './server.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'data-folder-'));
const pidFile = (folder: string) => join(folder, 'postgres', 'cluster', 'postmaster.pid');
const serverPid = (folder: string) => Number(readFileSync(pidFile(folder), 'utf8').split('\n')[0]);
const stopped = (folder: string) =>
  expect.poll(() => existsSync(pidFile(folder)), { timeout: 10_000 }).toBe(false);

async function ask(databaseUrl: string, question: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(question);
  await client.end();
  return rows;
}

/** Another process that has joined. */
async function member(folder: string): Promise<{ child: ChildProcess; databaseUrl: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing-member.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, databaseUrl: String(said).trim() };
}

async function ended(child: ChildProcess, how: 'left' | 'killed'): Promise<void> {
  const gone = once(child, 'exit');
  if (how === 'left') child.stdin?.end();
  else child.kill('SIGKILL');
  await gone;
}

test('several processes share one server, which stops when the last has left or died; nothing is lost', async () => {
  const folder = newFolder();
  const first = await member(folder);
  await ask(first.databaseUrl, 'create table kept (value integer)');
  const [second, third] = await Promise.all([member(folder), member(folder)]);
  expect([second.databaseUrl, third.databaseUrl]).toEqual([first.databaseUrl, first.databaseUrl]);
  await ended(first.child, 'killed');
  await ask(second.databaseUrl, 'insert into kept values (7)');
  await ended(second.child, 'left');
  expect(await ask(third.databaseUrl, 'select value from kept')).toEqual([{ value: 7 }]);
  await ended(third.child, 'killed');
  await stopped(folder);
  const again = await joinServer(folder);
  expect(again.started).toBe(true);
  expect(await ask(again.databaseUrl, 'select value from kept')).toEqual([{ value: 7 }]);
  await again.leave();
  expect(existsSync(pidFile(folder))).toBe(false);
});

test('a server that was killed is started again by the next, though a member is still there', async () => {
  const folder = newFolder();
  const first = await member(folder);
  await ask(first.databaseUrl, 'create table kept as select 7 as value');
  process.kill(serverPid(folder), 'SIGKILL');
  const again = await joinServer(folder);
  expect(await ask(again.databaseUrl, 'select value from kept')).toEqual([{ value: 7 }]);
  await ended(first.child, 'left');
  expect(await ask(again.databaseUrl, 'select value from kept')).toEqual([{ value: 7 }]);
  await again.leave();
  await stopped(folder);
});

test.each([
  ['empty', ''],
  ['of a process that is something else', `${process.pid}\n/nowhere\n1\n1\n\n127.0.0.1\n`],
  ['of no process', '4194000\n/nowhere\n1\n1\n\n127.0.0.1\n'],
])("a stale file of a server, %s, stands in nobody's way", async (_, content) => {
  const folder = newFolder();
  await (await joinServer(folder)).leave();
  writeFileSync(pidFile(folder), content, { mode: 0o600 });
  const { databaseUrl, leave } = await joinServer(folder);
  expect(await ask(databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await leave();
});

test('what a half-finished making left is made anew', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'postgres', 'cluster.making'), { recursive: true });
  writeFileSync(join(folder, 'postgres', 'cluster.making', 'PG_VERSION'), '18\n');
  const { databaseUrl, leave } = await joinServer(folder);
  expect(await ask(databaseUrl, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
  expect(await ask(databaseUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect(await ask(databaseUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await leave();
});

test('without its password nobody is let in', async () => {
  const folder = newFolder();
  const { databaseUrl, leave } = await joinServer(folder);
  const url = new URL(databaseUrl);
  url.password = 'guessed';
  await expect(ask(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  await leave();
});

test('a damaged database says what its server said, and is left as it is', async () => {
  const folder = newFolder();
  await (await joinServer(folder)).leave();
  const control = join(folder, 'postgres', 'cluster', 'global', 'pg_control');
  const before = readFileSync(control);
  rmSync(control);
  await expect(joinServer(folder)).rejects.toThrow(
    new RegExp(
      `^DATA_FOLDER ${folder}: its database does not start: .*pg_control.* \\(more in ${folder}/postgres/log\\)$`,
    ),
  );
  writeFileSync(control, before);
});

/** What lies in the data folder, and what is said of it. */
const refused: readonly [string, (folder: string) => void, (folder: string) => string][] = [
  [
    'a database of the former engine',
    (folder) => {
      mkdirSync(join(folder, 'pglite'));
      writeFileSync(join(folder, 'pglite', 'PG_VERSION'), '17\n');
    },
    (folder) =>
      `DATA_FOLDER ${folder} holds a database of the former engine, in ${folder}/pglite; it is left as it is. ` +
      'Name an empty folder in DATA_FOLDER and load your files there again (README, "Carrying over")',
  ],
  [
    'a folder that is no database',
    (folder) => mkdirSync(join(folder, 'postgres', 'cluster'), { recursive: true }),
    (folder) =>
      `DATA_FOLDER ${folder}: ${folder}/postgres/cluster is no database (PG_VERSION is missing); restore it or move it away`,
  ],
  [
    'a database of another version',
    (folder) => {
      mkdirSync(join(folder, 'postgres', 'cluster'), { recursive: true });
      writeFileSync(join(folder, 'postgres', 'cluster', 'PG_VERSION'), '15\n');
    },
    (folder) => `DATA_FOLDER ${folder}: its database is of PostgreSQL 15, this needs 18`,
  ],
  [
    'a database without its password',
    (folder) => {
      mkdirSync(join(folder, 'postgres', 'cluster'), { recursive: true });
      writeFileSync(join(folder, 'postgres', 'cluster', 'PG_VERSION'), '18\n');
    },
    (folder) =>
      `DATA_FOLDER ${folder}: ${folder}/postgres/password, the password of its database, is missing; restore it`,
  ],
];
test.each(refused)('%s is named and left untouched', async (_, prepare, words) => {
  const folder = newFolder();
  prepare(folder);
  await expect(joinServer(folder)).rejects.toThrow(words(folder));
});
