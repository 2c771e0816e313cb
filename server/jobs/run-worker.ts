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
  /** Ends the job at hand as failed, with what the signal gives as its reason. */
  readonly signal: AbortSignal;
}

/** Reports more often would only be overwritten. */
const PROGRESS_EVERY_MS = 250;

/** @throws Error where the database goes away; the job at hand then waits for another worker. */
export async function runWorker({ reached, place, now, only, signal }: WorkerOptions): Promise<void> {
  // The claim is one open transaction, the work another, and reports are to be seen before either ends.
  const [claims, database, reports] = [connectOwner(reached), connectOwner(reached), connectOwner(reached)];
  const stopped = new Promise<Ending>((end) => {
    signal.addEventListener('abort', () => end({ fault: String(signal.reason) }), { once: true });
  });
  const work = async ({ id, kind, request }: Job): Promise<Ending> => {
    const sent: Promise<void>[] = [];
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
      (error: unknown) => endingOf(error, reached),
    );
    const ending = await Promise.race([done, stopped]);
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

/** @throws the error itself where the database is at fault and not the job: another worker can do it. */
function endingOf(error: unknown, { explain }: ReachedDatabase): Ending {
  if (error instanceof Error && isLost(error)) throw error;
  return { fault: explain(error).message };
}

/** Connection exceptions (08), the server's end (57P), the system's own codes, and what `pg` says of a cut connection. */
const isLost = (error: Error) =>
  ('code' in error && /^(08|57P|ECONN|EPIPE|ETIMEDOUT)/.test(String(error.code))) ||
  /Connection terminated|connection error/i.test(error.message);
