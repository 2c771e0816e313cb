/** The process as a whole: started, asked, stopped. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { newDatabase } from '../db/testing.ts';
import { proxyTo } from '../db/testing-proxy.ts';
import { readConfig } from './config.ts';
import { testPlace } from './ingest/testing.ts';
import { type Environment, printed, runProgram, startProgram, untilFree } from './testing-process.ts';

const MAIN = ['server/main.ts', '--no-web'];

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'data-folder-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let made: Promise<string> | undefined;
/** A data folder as a server that showed the demonstration left it: made once, since a first start takes seconds, and copied. */
async function folderInUse(): Promise<string> {
  made ??= makeFolder();
  const copy = newFolder();
  // Keeps owners and rights, on which PostgreSQL insists.
  await promisify(execFile)('cp', ['-a', `${await made}/.`, copy]);
  return copy;
}
async function makeFolder(): Promise<string> {
  const folder = newFolder();
  expect(await withServer({ DATA_FOLDER: folder }, async () => undefined)).toBe(0);
  return folder;
}

async function withServer(
  environment: Environment,
  use: (address: string) => Promise<void>,
): Promise<number | null> {
  const child = startProgram(MAIN, { PORT: '0', ...environment });
  const ended = once(child, 'exit');
  try {
    const [address] = await printed(child, /http:\/\/\S+/);
    await untilFree(address);
    await use(address);
  } finally {
    child.kill('SIGINT');
  }
  const [code] = await ended;
  return code;
}

const PLACE_FILE = join(import.meta.dirname, 'place.json');

/** A database of a server with the demonstration in it, and what serves it: as an administrator would. */
async function preparedServer(): Promise<Environment> {
  const DATABASE_URL = await newDatabase();
  const login = `reader_${new URL(DATABASE_URL).pathname.slice(6)}`;
  const demo = await runProgram(['server/keeping/demo-cli.ts'], { DATABASE_URL });
  expect(demo).toEqual({ code: 0, out: 'the demonstration is loaded and published\n', err: '' });
  const grants = await runProgram(['server/keeping/grants-cli.ts', '--login', login], { DATABASE_URL });
  expect([grants.code, grants.err]).toEqual([0, '']);
  return { READER_DATABASE_URL: /READER_DATABASE_URL=(\S+)/.exec(grants.out)?.[1] ?? '' };
}

test.each([
  ['the embedded database', () => ({ DATA_FOLDER: newFolder() })],
  ['a server', preparedServer],
])('npm start on %s shows the demonstration, ends cleanly, and finds its figures again', async (_, place) => {
  const environment: Environment = await place();
  const releases = async (address: string) => (await fetch(`${address}/api/v1/releases`)).json();
  let first: unknown;
  const code = await withServer(environment, async (address) => {
    expect(await (await fetch(`${address}/api/v1/health`)).json()).toEqual({
      status: 'ok',
      release: 2,
      database: 'up',
    });
    first = await releases(address);
  });
  expect(code).toBe(0);
  await withServer(environment, async (address) => {
    expect(await releases(address)).toEqual(first);
  });
});

test('a second server on one data folder is refused, a command is not, and the first goes on', async () => {
  const environment = { DATA_FOLDER: await folderInUse() };
  await withServer(environment, async (address) => {
    const second = await runProgram(MAIN, { ...environment, PORT: '0' });
    expect(second.code).toBe(1);
    expect(second.err).toMatch(
      /^DATA_FOLDER \S+ is served already, by process \d+: stop it, or name another folder\n$/,
    );
    const command = await runProgram(['server/jobs/publish-cli.ts', 'residents'], environment);
    expect(command).toMatchObject({ code: 0, err: '' });
    expect(command.out).toMatch(/^residents: nothing changed, /);
    expect((await fetch(`${address}/api/v1/health`)).status).toBe(200);
  });
});

test('a server that is killed leaves its database to the next one', async () => {
  const environment = { DATA_FOLDER: await folderInUse() };
  const killed = startProgram(MAIN, { PORT: '0', ...environment });
  await printed(killed, /http:\/\/\S+/);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  await withServer(environment, async (address) => {
    expect((await fetch(`${address}/api/v1/health`)).status).toBe(200);
  });
});

test('a database that is killed is started again, and the server answers as before', async () => {
  const folder = await folderInUse();
  await withServer({ DATA_FOLDER: folder }, async (address) => {
    const areas = async () => (await fetch(`${address}/api/v1/areas?type=ward&release=1`)).status;
    expect(await areas()).toBe(200);
    const file = join(folder, 'postgres', 'cluster', 'postmaster.pid');
    const pid = () => (existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined);
    const killed = pid() ?? 0;
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => ![undefined, killed].includes(pid()), { timeout: 20_000 }).toBe(true);
    const asked = () => fetch(`${address}/api/v1/indicators/residents/areas?areaType=ward`);
    await expect.poll(async () => (await asked()).status, { timeout: 20_000 }).toBe(200);
  });
});

test('Ctrl-C, which reaches every process of the terminal, ends the server before its database', async () => {
  const folder = await folderInUse();
  const child = startProgram(MAIN, { PORT: '0', DATA_FOLDER: folder }, { detached: true });
  const ended = once(child, 'exit');
  await printed(child, /http:\/\/\S+/);
  process.kill(-(child.pid ?? 0), 'SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(existsSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
  expect(readFileSync(join(folder, 'postgres', 'log'), 'utf8')).toContain('database system is shut down');
});

test.each([
  ['another place', JSON.stringify(testPlace)],
  ['the place of the demonstration', readFileSync(PLACE_FILE, 'utf8')],
])(
  'an installation of a place that is named, %s, starts without the figures of the demonstration',
  async (_, text) => {
    const folder = newFolder();
    const place = join(folder, 'place.json');
    writeFileSync(place, text);
    await withServer({ DATA_FOLDER: folder, PLACE_FILE: place }, async (address) => {
      expect(await (await fetch(`${address}/api/v1/releases`)).json()).toMatchObject({
        detail: 'Nothing has been published yet.',
      });
    });
  },
);

test("a place's database, started, loaded or published with another place's file, refuses by name and stays as it was", async () => {
  const folder = await folderInUse();
  const place = join(newFolder(), 'place.json');
  writeFileSync(place, JSON.stringify(testPlace));
  const other = { DATA_FOLDER: folder, PLACE_FILE: place };
  const words =
    /^the database holds figures of \S+ \(E\d+\), and PLACE_FILE names Exampleton \(E09000099\): nothing was changed/;
  expect(await refusal(other)).toMatch(words);
  const publish = await runProgram(['server/jobs/publish-cli.ts', 'residents'], other);
  expect([publish.code, publish.err]).toEqual([1, expect.stringMatching(words)]);
  const areas = join(newFolder(), 'areas.csv');
  writeFileSync(areas, 'type,edition,code,name,borough_code\nward,2022,E05000001,Elsewhere,E09000099\n');
  const load = await runProgram(['server/jobs/ingest-cli.ts', 'plain', areas], other);
  expect([load.code, load.err]).toEqual([1, expect.stringMatching(words)]);
  await withServer({ DATA_FOLDER: folder }, async (address) => {
    const { releases } = (await (await fetch(`${address}/api/v1/releases`)).json()) as {
      releases: unknown[];
    };
    expect(releases).toHaveLength(2);
  });
});

/** What is refused before anything is loaded: the line, and that nothing was made. */
async function refusal(environment: Environment): Promise<string> {
  const { code, out, err } = await runProgram(MAIN, { PORT: '0', ...environment });
  expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
  return err.trim();
}

test("a port in use, and a host that is not this machine's, are named before anything is made", async () => {
  const folder = newFolder();
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  const address = taken.address();
  const port = String(typeof address === 'object' && address !== null ? address.port : 0);
  expect(await refusal({ DATA_FOLDER: folder, PORT: port })).toBe(
    `PORT ${port} is in use on 127.0.0.1: stop what listens there, or set another PORT`,
  );
  taken.close();
  expect(await refusal({ DATA_FOLDER: folder, HOST: '192.0.2.1' })).toBe(
    'HOST 192.0.2.1 is no address of this machine',
  );
  expect(readdirSync(folder)).toEqual([]);
});

test('told to end, it does: before idle readers, slow ones, half a question, and a database that no longer answers', async () => {
  const prepared = await preparedServer();
  const url = new URL(prepared.READER_DATABASE_URL ?? '');
  const proxy = await proxyTo(Number(url.port), url.hostname);
  url.port = String(proxy.port);
  const server = startProgram(MAIN, { PORT: '0', READER_DATABASE_URL: url.href });
  const [, port] = await printed(server, /http:\/\/\S+:(\d+)/);
  const open = (text: string) =>
    new Promise<Socket>((opened) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text, () => opened(socket)));
      socket.on('error', () => undefined);
    });
  const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
  const sockets = [
    await open(request('/api/v1/health')),
    await open('GET /api/v1/indicators HTTP/1.1\r\nHost:'),
    // Asks for much and reads nothing of it.
    (await open(request('/api/v1/boundaries/ward').repeat(50))).pause(),
  ];
  proxy.swallow();
  sockets.push(await open(request('/api/v1/indicators/residents/areas?areaType=ward')));
  await pause(500);
  server.kill('SIGTERM');
  await expect.poll(() => server.exitCode, { timeout: 9000 }).toBe(0);
  for (const socket of sockets) socket.destroy();
  await proxy.close();
});

test('a server that cannot be reached, or does not let us in, is named without its password', async () => {
  const server = new URL(inject('postgresUrl'));
  const at = `127.0.0.1:${server.port}`;
  const other = (change: (url: URL) => void) => {
    const url = new URL(server);
    change(url);
    return { READER_DATABASE_URL: url.href };
  };
  expect(await refusal({ READER_DATABASE_URL: 'postgres://somebody:secret@127.0.0.1:1/figures' })).toBe(
    'READER_DATABASE_URL: nothing answers at 127.0.0.1:1',
  );
  expect(
    await refusal({ READER_DATABASE_URL: 'postgres://somebody:secret@no.such.host.invalid/figures' }),
  ).toMatch(
    /^READER_DATABASE_URL: (there is no host no\.such\.host\.invalid|the host no\.such\.host\.invalid cannot be looked up)$/,
  );
  expect(
    await refusal(
      other((url) => {
        url.password = 'secret';
      }),
    ),
  ).toBe(`READER_DATABASE_URL: the server at ${at} refuses the password of user ${server.username}`);
  expect(
    await refusal(
      other((url) => {
        url.pathname = '/nowhere';
      }),
    ),
  ).toBe(`READER_DATABASE_URL: the server at ${at} has no database nowhere`);
});

test('what serves readers does not start with the login of the owner', async () => {
  const DATABASE_URL = await newDatabase();
  expect(await refusal({ DATABASE_URL })).toMatch(
    /^READER_DATABASE_URL is missing: DATABASE_URL is for commands/,
  );
  expect(await refusal({ DATABASE_URL, READER_DATABASE_URL: DATABASE_URL })).toMatch(
    /^DATABASE_URL is set beside READER_DATABASE_URL: /,
  );
  const { code } = await runProgram(['server/keeping/grants-cli.ts'], { DATABASE_URL });
  expect(code).toBe(0);
  expect(await refusal({ READER_DATABASE_URL: DATABASE_URL })).toMatch(
    /^READER_DATABASE_URL: its user \S+ is a superuser; serve with a login that may read what is published/,
  );
});

test('a role without rights is told what it needs, and nothing is made', async () => {
  const databaseUrl = await newDatabase();
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  const role = `role_${new URL(databaseUrl).pathname.slice(6)}`;
  await owner.query(`create role ${role} login password 'secret'`);
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = 'secret';
  const demo = await runProgram(['server/keeping/demo-cli.ts'], { DATABASE_URL: url.href });
  expect([demo.code, demo.err]).toEqual([
    1,
    `DATABASE_URL: user ${role} may not do what is needed; it must own the database, and the role release_reader must exist or it have CREATEROLE (npm run grants -- --print shows what an administrator runs)\n`,
  ]);
  const { rows } = await owner.query(
    "select from pg_namespace where nspname in ('intake', 'release', 'desk')",
  );
  expect(rows).toEqual([]);
  await owner.query(`drop role ${role}`);
  await owner.end();
});

test.each([
  ['PORT', 'eighty', 'PORT is "eighty"; it must be a whole number from 0 to 65535'],
  ['PORT', '70000', 'PORT is "70000"'],
  ['HOST', 'http://x', 'HOST is "http://x"'],
  ['HOST', '999.1.1.1', 'HOST is "999.1.1.1"'],
  ['DATABASE_URL', 'mysql://user:secret@host/db', 'DATABASE_URL must be an address such as'],
  ['PLACE_FILE', '/nowhere.json', 'PLACE_FILE /nowhere.json cannot be read'],
])('a bad %s (%s) names itself and stops', async (name, value, words) => {
  const { code, err } = await runProgram(MAIN, { DATA_FOLDER: newFolder(), [name]: value });
  expect(code).toBe(1);
  expect(err).toContain(words);
  expect(err).not.toContain('secret');
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('a place file saved with a byte-order mark is read', () => {
  const file = join(newFolder(), 'place.json');
  writeFileSync(file, `\ufeff${JSON.stringify(testPlace)}`);
  expect(readConfig({ PLACE_FILE: file }).place).toEqual(testPlace);
});

test('what npm started ends with it, however npm ends', async () => {
  // As npm runs it: by a shell that waits for it.
  const command = `"${process.execPath}" ${MAIN.join(' ')} & echo "node $!"; wait`;
  const npm = spawn('/bin/sh', ['-c', command], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, npm_lifecycle_event: 'start', DATA_FOLDER: newFolder(), PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [, node = ''] = await printed(npm, /node (\d+)/);
  const [, address = ''] = await printed(npm, /(http:\S+)/);
  npm.kill('SIGKILL');
  await gone(Number(node));
  await expect(fetch(address)).rejects.toThrow();
});

/** Waits until a process that is not a child of this one has ended. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await pause(100);
  }
}

test('a place file that is no place is refused with the part at fault', async () => {
  const file = join(newFolder(), 'place.json');
  writeFileSync(file, JSON.stringify({ code: 'X1', name: 'Nowhere', type: 'borough', parents: [] }));
  const { code, err } = await runProgram(MAIN, { DATA_FOLDER: newFolder(), PLACE_FILE: file });
  expect(code).toBe(1);
  expect(err).toContain('/code');
});
