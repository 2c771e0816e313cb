/** What a worker does: takes jobs one after the other until none waits. */
import { connectOwner } from '../../db/connect.ts';
import type { ReachedDatabase } from '../../db/reach.ts';
import type { Place } from '../contract/place.ts';
import { doJob } from './kinds.ts';
import { type Ending, type Job, reportLine, reportProgress, takeJob } from './queue.ts';

export interface WorkerOptions {
  readonly reached: ReachedDatabase;
  readonly place: Place;
  readonly now: () => Date;
  /** The one job to do; left out, all that wait. */
  readonly only?: number;
  readonly log: WorkerLog;
  /** Ends the job at hand as failed, with what the signal gives as its reason. */
  readonly signal: AbortSignal;
}

/** What is written down for whoever runs it; pino is one. */
export interface WorkerLog {
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
  error(fields: object, words: string): void;
}

/** Reports more often would only be overwritten. */
const PROGRESS_EVERY_MS = 250;

/** @throws Error where the database goes away; the job at hand then waits for another worker. */
export async function runWorker({ reached, place, now, log, only, signal }: WorkerOptions): Promise<void> {
  // The claim is one open transaction, the work another, and reports are to be seen before either ends.
  const [claims, database, reports] = [connectOwner(reached), connectOwner(reached), connectOwner(reached)];
  const stopped = new Promise<Ending>((end) => {
    signal.addEventListener('abort', () => end({ fault: String(signal.reason) }), { once: true });
  });
  const work = async ({ id, kind, request }: Job): Promise<Ending> => {
    const sent: Promise<void>[] = [];
    const began = performance.now();
    log.info({ job: id, kind }, 'began');
    let last = 0;
    const context = {
      database,
      place,
      now,
      say: (line: string) => void sent.push(reportLine(reports.kysely, id, line)),
      progress: (share: number, what: string) => {
        if (share < 1 && Date.now() - last < PROGRESS_EVERY_MS) return;
        last = Date.now();
        sent.push(reportProgress(reports.kysely, id, share, what));
      },
    };
    const done = doJob(kind, request, context).then(
      (result): Ending => ({ result }),
      (error: unknown) => {
        log.warn({ job: id, kind, fault: placeOf(error) }, 'failed');
        return endingOf(error, reached);
      },
    );
    const ending = await Promise.race([done, stopped]);
    if ('result' in ending) log.info({ job: id, kind, ms: Math.round(performance.now() - began) }, 'done');
    await Promise.all(sent);
    return ending;
  };
  try {
    while (!signal.aborted) {
      if (!(await takeJob(claims.kysely, reports.kysely, work, only)) || only !== undefined) break;
    }
  } finally {
    // A stopped job still has its transaction open: it ends with the connection, that is with the process.
    await Promise.all([claims.close(), reports.close(), ...(signal.aborted ? [] : [database.close()])]);
  }
}

/**
 * What went wrong and where, down to its cause, without the words: those of a refused file may hold a count of people. They are kept
 * with the job.
 */
function placeOf(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...('code' in error && { code: String(error.code) }),
    at: places.slice(0, 5).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: placeOf(error.cause) }),
  };
}

/** @throws the error itself where the database is at fault and not the job: another worker can do it. */
function endingOf(error: unknown, { explain }: ReachedDatabase): Ending {
  if (error instanceof Error && isLost(error)) throw error;
  return { fault: explain(error).message };
}

/** Connection exceptions (08), the server's end (57P), the system's own codes, and what `pg` says of a cut connection. */
const isLost = (error: Error) =>
  ('code' in error && /^(08|57P|ECONN|EPIPE|ETIMEDOUT)/.test(String(error.code))) ||
  /Connection terminated|connection error/i.test(error.message);
