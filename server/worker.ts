/** The process that does long work: `node server/worker.ts [job]`. It ends when nothing waits, or with `--stay` when it is told to. */
import { constants, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { connectOwner } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { type ReachedDatabase, withDatabase } from '../db/reach.ts';
import { BadCall, runCommand } from './command-line.ts';
import { readConfig } from './config.ts';
import type { Place } from './contract/place.ts';
import { logSettings } from './http/log.ts';
import { runWorker, type WorkerLog } from './jobs/run-worker.ts';
import { recordEarlier } from './publish/definitions.ts';

/** How long a job may wait for a worker that stays. */
const LOOK_EVERY_MS = 2000;

async function main(stays: boolean, job: string | undefined): Promise<void> {
  // Whoever waits for a page goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const config = readConfig(process.env);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(`stopped by ${signal} before it was done`));
  const log = pino(logSettings(config.logLevel));
  const settings = { place: config.place, stop, log, ...(job !== undefined && { only: Number(job) }) };
  for (;;) {
    try {
      await withDatabase(config, (reached) => workOn(reached, stays, settings));
      return;
    } catch (error) {
      if (!stays || stop.signal.aborted) throw error;
      // Whoever looks after the database brings it back: the worker waits for it.
      log.error({ err: error }, 'the database is away');
      await pause(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
}

interface Settings {
  readonly place: Place;
  readonly stop: AbortController;
  readonly log: WorkerLog;
  /** The one job to do; left out, all that wait. */
  readonly only?: number;
}

async function workOn(
  reached: ReachedDatabase,
  stays: boolean,
  { place, stop, log, ...only }: Settings,
): Promise<void> {
  const owner = connectOwner(reached);
  await migrate(owner.kysely)
    .then(() => recordEarlier(owner.kysely))
    .finally(() => owner.close());
  const work = () => runWorker({ reached, place, now: () => new Date(), log, signal: stop.signal, ...only });
  await work();
  while (stays && !stop.signal.aborted) {
    await pause(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    await work();
  }
}

await runCommand({
  usage: `Does the loads and publishes that wait, and ends when none does. Commands start a worker for themselves; run one that stays
where somebody else starts the work, or beside a PostgreSQL server.

  npm run worker              all that wait
  npm run worker -- --stay    until it is told to end
  npm run worker -- <job>     the one of this number`,
  options: { stay: { type: 'boolean', default: false } },
  run: async ({ values: { stay }, positionals: [job, ...more] }) => {
    if (more.length > 0 || (job !== undefined && !/^\d+$/.test(job)))
      throw new BadCall('name one job by its number, or none');
    await main(stay, job);
  },
});
// A job that was stopped may still hold its connection open.
process.exit();
