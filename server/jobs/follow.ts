/** A command's side of a job: asks for it, has a worker do it, and hands on what the worker reports. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectOwner, type DatabaseLocation } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import type { JobKind, JobRequests, JobResults } from './kinds.ts';
import { askFor, endUnfinished, newsOf } from './queue.ts';

const WORKER = resolve(import.meta.dirname, '..', 'worker.ts');
const ASK_EVERY_MS = 50;
/** Workers that end before they have begun are no attempts at the job, and do not go on for ever either. */
const MOST_WORKERS = 4;

export interface Following {
  readonly location: DatabaseLocation;
  readonly onLine?: (line: string) => void;
  readonly onProgress?: (share: number, what: string) => void;
}

/** @throws Error with the fault of the job, as the worker said it. */
export async function runJob<Kind extends JobKind>(
  kind: Kind,
  request: JobRequests[Kind],
  { location, onLine, onProgress }: Following,
): Promise<JobResults[Kind]> {
  const owner = connectOwner(location);
  const db = owner.kysely;
  try {
    await migrate(db);
    const job = await askFor(db, kind, request);
    let told = 0;
    const workers = [startWorker(job)];
    stopOnSignal(async (signal) => {
      workers.at(-1)?.kill();
      await endUnfinished(db, job, `stopped by ${signal} before it was done`);
    });
    for (;;) {
      const ended = workers.at(-1)?.ended();
      const { lines, progress, ending } = await newsOf(db, job, told);
      for (const { id, line } of lines) {
        onLine?.(line);
        told = id;
      }
      if (progress !== undefined) onProgress?.(progress.share, progress.what);
      if (ending !== undefined) {
        await workers.at(-1)?.gone;
        if ('fault' in ending) throw new Error(ending.fault);
        return ending.result as JobResults[Kind];
      }
      // It ended without an ending of the job: it was killed, or lost the database.
      if (ended !== undefined) {
        if (workers.length === MOST_WORKERS) {
          await endUnfinished(db, job, ended);
          throw new Error(ended);
        }
        workers.push(startWorker(job));
      }
      await pause(ASK_EVERY_MS);
    }
  } finally {
    await owner.close();
  }
}

/** What the command calls off, no later start is to take up. The worker has its own signals only from the command. */
function stopOnSignal(callOff: (signal: string) => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      callOff(signal).finally(() => {
        process.stderr.write(`stopped by ${signal} before it was done\n`);
        process.exit(1);
      });
    });
  }
}

interface Worker {
  /** Undefined while it runs; then what it said, or that it said nothing. */
  readonly ended: () => string | undefined;
  readonly gone: Promise<unknown>;
  readonly kill: () => void;
}

function startWorker(job: number): Worker {
  const child = spawn(process.execPath, [WORKER, String(job)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  return {
    ended: () =>
      child.exitCode === null && child.signalCode === null
        ? undefined
        : said.trim() || `the worker ended (${child.signalCode ?? `code ${child.exitCode}`})`,
    gone: once(child, 'exit'),
    kill: () => void child.kill('SIGKILL'),
  };
}
