/** The queue of jobs in the database: asked for, taken, reported on, ended. */
import { type Kysely, sql } from 'kysely';
import type { DeskTables } from '../../db/desk-schema.ts';

export interface Job {
  readonly id: number;
  readonly kind: string;
  readonly request: object;
}

/** So many workers may die of a job before it is given up. */
const ATTEMPTS = 3;

export async function askFor(db: Kysely<DeskTables>, kind: string, request: object): Promise<number> {
  const { id } = await db
    .insertInto('desk.job')
    .values({ kind, request: JSON.stringify(request) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** How a job ended, to be kept with it. */
export type Ending = { readonly result: object } | { readonly fault: string };

/**
 * Takes a job that nobody works on, holds it while `work` does it, and keeps how it ended; false where there is none.
 *
 * @param claims a connection of its own: it holds the job's row locked, and with the process the lock goes.
 * @param only the one job wanted; left out, the oldest.
 */
export async function takeJob(
  claims: Kysely<DeskTables>,
  reports: Kysely<DeskTables>,
  work: (job: Job) => Promise<Ending>,
  only?: number,
): Promise<boolean> {
  return claims.transaction().execute(async (transaction) => {
    // A server may end transactions that do nothing for long: this one is meant to.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction);
    const job = await transaction
      .selectFrom('desk.job')
      .select(['id', 'kind', 'request'])
      .where('outcome', 'is', null)
      .$if(only !== undefined, (jobs) => jobs.where('id', '=', only ?? 0))
      .orderBy('id')
      .limit(1)
      // Not its key: what is reported refers to that while the row is held.
      .forNoKeyUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (job === undefined) return false;
    const ending = (await begun(reports, job.id)) ? await work(job) : GIVEN_UP;
    const kept = 'fault' in ending ? { fault: ending.fault } : { result: JSON.stringify(ending.result) };
    await transaction
      .updateTable('desk.job')
      .set({ ...kept, outcome: 'fault' in ending ? 'failed' : 'done', ended_at: sql`clock_timestamp()` })
      .where('id', '=', job.id)
      .execute();
    return true;
  });
}

const GIVEN_UP: Ending = { fault: `given up: ${ATTEMPTS} workers ended before they had done it` };

/** Notes that a worker begins; false where too many have. */
async function begun(reports: Kysely<DeskTables>, job: number): Promise<boolean> {
  const { attempts } = await reports
    .selectFrom('desk.job_attempt')
    .select((attempt) => attempt.fn.countAll<number>().as('attempts'))
    .where('job_id', '=', job)
    .executeTakeFirstOrThrow();
  if (attempts >= ATTEMPTS) return false;
  await reports.insertInto('desk.job_attempt').values({ job_id: job, worker: process.pid }).execute();
  return true;
}

export async function reportLine(reports: Kysely<DeskTables>, job: number, line: string): Promise<void> {
  await reports.insertInto('desk.job_line').values({ job_id: job, line }).execute();
}

export async function reportProgress(
  reports: Kysely<DeskTables>,
  job: number,
  share: number,
  what: string,
): Promise<void> {
  await reports
    .insertInto('desk.job_progress')
    .values({ job_id: job, share, what })
    .onConflict((there) => there.column('job_id').doUpdateSet({ share, what }))
    .execute();
}

export interface JobNews {
  readonly lines: readonly { readonly id: number; readonly line: string }[];
  readonly progress: { readonly share: number; readonly what: string } | undefined;
  readonly ending: Ending | undefined;
}

/** What there is to tell of a job since the line that was told last. */
export async function newsOf(db: Kysely<DeskTables>, job: number, told: number): Promise<JobNews> {
  // How it ended is asked first: what it said before that is then in the lines.
  const { outcome, result, fault } = await db
    .selectFrom('desk.job')
    .select(['outcome', 'result', 'fault'])
    .where('id', '=', job)
    .executeTakeFirstOrThrow();
  const progress = await db
    .selectFrom('desk.job_progress')
    .select(['share', 'what'])
    .where('job_id', '=', job)
    .executeTakeFirst();
  const lines = await db
    .selectFrom('desk.job_line')
    .select(['id', 'line'])
    .where('job_id', '=', job)
    .where('id', '>', told)
    .orderBy('id')
    .execute();
  return { lines, progress, ending: endingOf(outcome, result, fault) };
}

function endingOf(
  outcome: 'done' | 'failed' | null,
  result: object | null,
  fault: string | null,
): Ending | undefined {
  if (outcome === null) return undefined;
  return outcome === 'failed' ? { fault: fault ?? '' } : { result: result ?? {} };
}

/** Ends a job that its asker calls off or gives up; where a worker has just died, once the server has noticed. */
export async function endUnfinished(db: Kysely<DeskTables>, job: number, fault: string): Promise<void> {
  await db
    .updateTable('desk.job')
    .set({ fault, outcome: 'failed', ended_at: sql`clock_timestamp()` })
    .where('id', '=', job)
    .where('outcome', 'is', null)
    .execute();
}

/**
 * Whether there are jobs without an ending. Whether somebody works on them is not asked: to ask is to lock their rows, and a
 * worker that looks at that moment would pass them by.
 */
export async function hasOpenJobs(db: Kysely<DeskTables>): Promise<boolean> {
  const open = await db
    .selectFrom('desk.job')
    .select('id')
    .where('outcome', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return open !== undefined;
}
