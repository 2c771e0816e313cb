/** The database lost in five ways while figures are asked for: whether the process goes on, and how soon figures come again. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '../contract/paths.ts';
import type { AreasReply, IndicatorsReply } from '../contract/replies.ts';
import type { Out } from './out.ts';
import { hasEnded, type RunningSite, withSite } from './running-site.ts';

const TIMES = 4;
const ASKERS = 12;
const PATIENCE_MS = 30_000;

const postmasterOf = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Those that answer questions, by what they call themselves. */
function backendsOf(folder: string): number[] {
  const postmaster = postmasterOf(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
        return parent === postmaster && /127\.0\.0\.1\(/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      } catch {
        // It has just ended.
        return false;
      }
    })
    .map(Number);
}

const kinds: Readonly<Record<string, (folder: string) => void>> = {
  'connections terminated': (folder) => {
    for (const pid of backendsOf(folder)) process.kill(pid, 'SIGTERM');
  },
  'a connection killed, which restarts all': (folder) => {
    const [pid] = backendsOf(folder);
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  },
  'PostgreSQL stopped at once': (folder) => void process.kill(postmasterOf(folder), 'SIGINT'),
  'PostgreSQL stopped without a word': (folder) => void process.kill(postmasterOf(folder), 'SIGQUIT'),
  'PostgreSQL killed': (folder) => void process.kill(postmasterOf(folder), 'SIGKILL'),
};

export async function benchLosses(out: Out): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-losses-'));
  try {
    await withSite(folder, async (site) => {
      const questions = await everyQuestion(site);
      out(`${TIMES} losses of each kind while ${ASKERS} ask for figures that are not in memory`);
      let next = 0;
      for (const [kind, lose] of Object.entries(kinds)) {
        const seconds: string[] = [];
        for (let time = 0; time < TIMES && !hasEnded(site); time++) {
          const begin = next;
          next += 400;
          seconds.push(
            await lost(site, folder, lose, (n) => questions[(begin + n) % questions.length] ?? '/'),
          );
        }
        out(
          `  ${kind}: figures again after ${seconds.join(', ')} s; the process ${hasEnded(site) ? 'ENDED' : 'goes on'}`,
        );
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** More questions than are asked, so that none is in memory. */
async function everyQuestion({ address }: RunningSite): Promise<string[]> {
  const read = async <Reply>(path: string) => (await (await fetch(`${address}${path}`)).json()) as Reply;
  const { indicators } = await read<IndicatorsReply>(paths.indicators());
  const { areas } = await read<AreasReply>(paths.areas({ type: 'ward' }));
  return indicators.flatMap(({ id }) => areas.map(({ code }) => paths.trend(id, { area: code })));
}

/** Until PostgreSQL runs again after the loss before: while it starts there is nothing to lose. */
async function untilUp(folder: string): Promise<void> {
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; await pause(50)) {
    try {
      process.kill(postmasterOf(folder), 0);
      if (backendsOf(folder).length > 0) return;
    } catch {
      // It has not begun, or has just ended.
    }
  }
  throw new Error('PostgreSQL was not started again');
}

async function lost(
  { address }: RunningSite,
  folder: string,
  lose: (folder: string) => void,
  question: (number: number) => string,
): Promise<string> {
  let asking = true;
  let asked = 0;
  let refused = 0;
  const asker = async () => {
    while (asking) {
      const status = await fetch(`${address}${question(asked++)}`, {
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
        .then(async (reply) => {
          await reply.arrayBuffer();
          return reply.status;
        })
        .catch(() => 0);
      if (status === 0 || status >= 500) refused++;
    }
  };
  const askers = Array.from({ length: ASKERS }, asker);
  await pause(1000);
  await untilUp(folder);
  lose(folder);
  const start = performance.now();
  await pause(50);
  let isWell = false;
  while (!isWell && performance.now() - start < PATIENCE_MS) {
    const reply = await fetch(`${address}${question(asked++)}`).catch(() => undefined);
    isWell = reply !== undefined && reply.status < 500;
    await reply?.arrayBuffer();
    if (!isWell) await pause(50);
  }
  const seconds = (performance.now() - start) / 1000;
  asking = false;
  await Promise.all(askers);
  return `${isWell ? seconds.toFixed(1) : 'never'} (${refused} of ${asked} refused)`;
}
