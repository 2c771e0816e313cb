import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../stats/median.ts';
import { pidOf, printed, startProgram } from '../testing-process.ts';
import type { Out } from './out.ts';

/** What a person waits for, and what a small machine has. */
const AT_MOST = { first: 30, again: 3, server: 250, database: 60 };
const BUILT = resolve(import.meta.dirname, '..', '..', 'dist');

const met = (is: boolean): string => (is ? 'met' : 'NOT MET');

/** From `npm start` on nothing, and on what an earlier start left, to the first page; and memory at rest. */
export async function benchStart(out: Out): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    out('Start until the first page, seconds');
    rmSync(BUILT, { recursive: true, force: true });
    const first = (await started(folder)).seconds;
    out(
      `  first, with the client to build: ${first.toFixed(1)}, at most ${AT_MOST.first}: ${met(first <= AT_MOST.first)}`,
    );
    const again = [await started(folder), await started(folder), await started(folder)];
    const seconds = median(again.map((run) => run.seconds));
    out(
      `  again (median of three): ${seconds.toFixed(1)}, at most ${AT_MOST.again}: ${met(seconds <= AT_MOST.again)}`,
    );
    const [last] = again.slice(-1);
    if (last === undefined || last.memory.length === 0) {
      out('  memory at rest is read from /proc, which this system has not');
      return;
    }
    out('Memory at rest, MB (a page that processes share is counted once)');
    for (const { name, megabytes } of last.memory) out(`  ${name}: ${megabytes.toFixed(0)}`);
    const [server, ...database] = last.memory.map(({ megabytes }) => megabytes);
    const all = database.reduce((sum, one) => sum + one, 0);
    out(
      `  server at most ${AT_MOST.server}: ${met((server ?? 0) <= AT_MOST.server)}; database ${all.toFixed(0)}, at most ${AT_MOST.database}: ${met(all <= AT_MOST.database)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Started {
  readonly seconds: number;
  readonly memory: readonly { readonly name: string; readonly megabytes: number }[];
}

async function started(folder: string): Promise<Started> {
  const start = performance.now();
  const server = startProgram(['server/main.ts'], { DATA_FOLDER: folder, PORT: '0' });
  const ended = once(server, 'exit');
  const [address] = await printed(server, /http:\/\/\S+/);
  const { status } = await fetch(`${address}/`);
  const api = await fetch(`${address}/api/v1/indicators`);
  const seconds = (performance.now() - start) / 1000;
  await pause(2000);
  const memory = memoryOf(pidOf(server), folder);
  server.kill('SIGTERM');
  await ended;
  if (status !== 200 || api.status !== 200)
    throw new Error(`the first answers were ${status} and ${api.status}`);
  return { seconds, memory };
}

/** The server, then every process of its database and what keeps it. */
function memoryOf(server: number, folder: string): Started['memory'] {
  const postmaster = Number(
    readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  try {
    const parents = new Map(
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((pid) => [Number(pid), parentOf(pid)]),
    );
    const keeper = parents.get(postmaster) ?? 0;
    const keepers = [...parents]
      .filter(([pid, parent]) => parent === keeper && pid !== postmaster)
      .map(([pid]) => pid);
    const backends = [...parents].filter(([, parent]) => parent === postmaster).map(([pid]) => pid);
    return [server, postmaster, ...backends, keeper, ...keepers].map((pid) => ({
      name: pid === server ? 'server' : titleOf(pid),
      megabytes: megabytesOf(pid),
    }));
  } catch {
    return [];
  }
}

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}
const titleOf = (pid: number) =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    .split('\0')[0]
    ?.split('/')
    .at(-1)
    ?.replace(/ \S+ 127.*/, ' (connection)') ?? '';
const megabytesOf = (pid: number) =>
  Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
