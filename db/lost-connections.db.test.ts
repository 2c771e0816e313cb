/** A pool of a reader that loses its connections, under questions, in every way it can: it never ends the process, and mends. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectOwner, connectReader } from './connect.ts';
import { joinServer, stayJoined } from './embedded/server.ts';
import { migrate } from './migrate.ts';
import { proxyTo, type TestProxy } from './testing-proxy.ts';

const folder = mkdtempSync(join(tmpdir(), 'lost-'));
let joined: Awaited<ReturnType<typeof joinServer>>;
let part: () => Promise<void>;
let proxy: TestProxy;
let reader: ReturnType<typeof connectReader>;

beforeAll(async () => {
  joined = await joinServer(folder);
  part = stayJoined(folder, () => undefined);
  const owner = connectOwner(joined);
  await migrate(owner.kysely);
  await owner.close();
  const url = new URL(joined.databaseUrl);
  proxy = await proxyTo(Number(url.port));
  url.port = String(proxy.port);
  reader = connectReader({ databaseUrl: url.href }, 4, { statement_timeout: 1500, query_timeout: 2000 });
});
afterAll(async () => {
  await reader.close();
  await proxy.close();
  await part();
  await joined.leave();
});

const ask = () => sql`select pg_sleep(0.01), pg_backend_pid() as pid`.execute(reader.kysely);
const postmaster = () =>
  Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
const backends = async (): Promise<number[]> => {
  const owner = connectOwner(joined);
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`.execute(
    owner.kysely,
  );
  await owner.close();
  return rows.map(({ pid }) => pid);
};

const cutOnce = () => {
  proxy.cut();
  proxy.mend();
};

const kinds: readonly (readonly [string, () => Promise<void> | void])[] = [
  [
    'a backend that is terminated',
    async () => (await backends()).forEach((pid) => void process.kill(pid, 'SIGTERM')),
  ],
  [
    'a backend that is killed, which restarts all',
    async () => void process.kill((await backends())[0] ?? 0, 'SIGKILL'),
  ],
  ['a server that stops at once', () => void process.kill(postmaster(), 'SIGINT')],
  ['a server that stops without a word', () => void process.kill(postmaster(), 'SIGQUIT')],
  ['connections that are cut', cutOnce],
  ['connections that carry nothing more', () => proxy.swallow()],
];

test.each(kinds)('%s fails some questions, none for ever, and the next are answered', async (_, lose) => {
  await ask();
  let asking = true;
  let answered = 0;
  const failed: string[] = [];
  const asker = async () => {
    while (asking) {
      await ask().then(
        () => answered++,
        (error: Error) => failed.push(error.message),
      );
      await pause(5);
    }
  };
  const askers = Array.from({ length: 4 }, asker);
  await pause(100);
  // Again where nobody happened to wait for an answer.
  const loseAgain = async () => {
    if (failed.length === 0) await lose();
    return failed.length;
  };
  await expect.poll(loseAgain, { timeout: 20_000, interval: 2500 }).toBeGreaterThan(0);
  const before = answered;
  await expect.poll(() => answered - before, { timeout: 25_000 }).toBeGreaterThan(20);
  asking = false;
  // Whoever asked has been told something: a question that is never answered would hold this up.
  await Promise.all(askers);
});
