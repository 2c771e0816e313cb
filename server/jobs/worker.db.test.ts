/** The worker as a process beside a site. */
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { connectOwner } from '../../db/connect.ts';
import { newDatabase } from '../../db/testing.ts';
import { startProgram } from '../testing-process.ts';
import { askFor, newsOf } from './queue.ts';

test('a worker that stays makes the schema, does what is asked for later, and ends when it is told to', async () => {
  const databaseUrl = await newDatabase();
  const worker = startProgram(['server/worker.ts', '--stay'], {
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'info',
  });
  let said = '';
  worker.stdout?.on('data', (data) => {
    said += data;
  });
  const ended = once(worker, 'exit');
  const owner = connectOwner({ databaseUrl });
  await expect
    .poll(() => askFor(owner.kysely, 'publish', { datasets: ['residents'], dryRun: true }).catch(() => 0), {
      timeout: 30_000,
    })
    .toBe(1);
  await expect
    .poll(async () => (await newsOf(owner.kysely, 1, 0)).ending, { timeout: 30_000 })
    .toMatchObject({ fault: expect.stringContaining('nothing is loaded for the dataset') });
  expect(worker.exitCode).toBeNull();
  // What it writes down names the job and the place of the fault, not its words: those of a refused file may hold a count.
  await expect.poll(() => said).toContain('"failed"');
  const lines = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    expect.objectContaining({ level: 30, job: 1, kind: 'publish', msg: 'began' }),
    expect.objectContaining({
      level: 40,
      job: 1,
      kind: 'publish',
      fault: expect.objectContaining({
        type: 'Error',
        at: expect.arrayContaining([expect.stringMatching(/^at /)]),
      }),
      msg: 'failed',
    }),
  ]);
  expect(said).not.toContain('nothing is loaded');
  worker.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  await owner.close();
});
