import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** Has a worker do what waits: jobs whose command and worker were killed together. It ends by itself. */
export function startWaitingJobs(): void {
  spawn(process.execPath, [resolve(import.meta.dirname, '..', 'worker.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
