import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectOwner } from '../../db/connect.ts';
import { joinServer } from '../../db/embedded/server.ts';

export const victims = ['server', 'worker', 'PostgreSQL'] as const;

export type Victim = (typeof victims)[number];

export async function kill(victim: Victim, folder: string, server: number): Promise<void> {
  const pid = { server: () => server, PostgreSQL: () => postmaster(folder), worker: () => workerOf(folder) };
  const one = await pid[victim]();
  try {
    if (one > 0) process.kill(one, 'SIGKILL');
  } catch (error) {
    // It had ended by itself just before.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** The worker that began last; one that has ended cannot be killed. */
async function workerOf(folder: string): Promise<number> {
  const { databaseUrl, leave } = await joinServer(folder);
  const owner = connectOwner({ databaseUrl });
  const last = await owner.kysely
    .selectFrom('desk.job_attempt')
    .innerJoin('desk.job', 'desk.job.id', 'desk.job_attempt.job_id')
    .select('worker')
    .where('outcome', 'is', null)
    .orderBy('started_at', 'desc')
    .executeTakeFirst();
  await owner.close();
  await leave();
  return last?.worker ?? 0;
}
