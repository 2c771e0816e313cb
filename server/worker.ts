/** The process that does long work: `node server/worker.ts [job]`. It ends when nothing waits, or with `--stay` when it is told to. */
import { constants, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connectOwner } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { type ReachedDatabase, withDatabase } from '../db/reach.ts';
import { readConfig } from './config.ts';
import type { Place } from './contract/place.ts';
import { runWorker } from './jobs/run-worker.ts';
import { recordEarlier } from './publish/definitions.ts';

/** How long a job may wait for a worker that stays. */
const LOOK_EVERY_MS = 2000;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { stay: { type: 'boolean', default: false } },
  });
  const [job] = positionals;
  // Whoever waits for a page goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const config = readConfig(process.env);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(`stopped by ${signal} before it was done`));
  const settings = { place: config.place, stop, ...(job !== undefined && { only: Number(job) }) };
  for (;;) {
    try {
      await withDatabase(config, (reached) => workOn(reached, values.stay, settings));
      return;
    } catch (error) {
      if (!values.stay || stop.signal.aborted) throw error;
      // Whoever looks after the database brings it back: the worker waits for it.
      process.stderr.write(`${(error as Error).message}\n`);
      await pause(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
}

interface Settings {
  readonly place: Place;
  readonly stop: AbortController;
  /** The one job to do; left out, all that wait. */
  readonly only?: number;
}

async function workOn(
  reached: ReachedDatabase,
  stays: boolean,
  { place, stop, ...only }: Settings,
): Promise<void> {
  const owner = connectOwner(reached);
  await migrate(owner.kysely)
    .then(() => recordEarlier(owner.kysely))
    .finally(() => owner.close());
  const work = () => runWorker({ reached, place, now: () => new Date(), signal: stop.signal, ...only });
  await work();
  while (stays && !stop.signal.aborted) {
    await pause(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    await work();
  }
}

try {
  await main();
  // A job that was stopped may still hold its connection open.
  process.exit(0);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
