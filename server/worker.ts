/** The process that does long work: `node server/worker.ts [job]`. It ends when nothing waits. */
import { constants, setPriority } from 'node:os';
import { withDatabase } from '../db/reach.ts';
import { readConfig } from './config.ts';
import { runWorker } from './jobs/run-worker.ts';

async function main([job]: readonly string[]): Promise<void> {
  // Whoever waits for a page goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const config = readConfig(process.env);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(`stopped by ${signal} before it was done`));
  await withDatabase(config, (reached) =>
    runWorker({
      reached,
      place: config.place,
      now: () => new Date(),
      signal: stop.signal,
      ...(job !== undefined && { only: Number(job) }),
    }),
  );
}

try {
  await main(process.argv.slice(2));
  // A job that was stopped may still hold its connection open.
  process.exit(0);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
