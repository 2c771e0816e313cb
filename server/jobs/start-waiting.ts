import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * Has a worker do what waits: jobs whose command and worker were killed together. It ends by itself.
 *
 * @returns what ends it before: the job at hand then waits for the next start.
 */
export function startWaitingJobs(): () => void {
  const worker = spawn(process.execPath, [resolve(import.meta.dirname, '..', 'worker.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // Ctrl-C would tell it that somebody has thought better of the job.
    detached: true,
  });
  return () => void worker.kill('SIGKILL');
}
