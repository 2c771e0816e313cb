/** Builds the web client when its sources are newer than what was built. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = resolve(import.meta.dirname, '..');
export const WEB_FOLDER = join(PROJECT, 'dist', 'web');

/**
 * In a process of its own: what a build takes of memory is given back when it is done.
 *
 * @param production serves what `npm run build` made as it lies; only where there is nothing is it built.
 */
export async function buildWebIfNeeded(log: (line: string) => void, production = false): Promise<void> {
  const built = join(WEB_FOLDER, 'index.html');
  if (production && existsSync(built)) return;
  const sources = ['web', 'server/contract', 'package-lock.json', 'vite.config.ts'].map((path) =>
    join(PROJECT, path),
  );
  if (existsSync(built) && Math.max(...sources.map(newestIn)) < statSync(built).mtimeMs) return;
  log('building the web client');
  const vite = join(PROJECT, 'node_modules', 'vite', 'bin', 'vite.js');
  // A test run's settings are not a build's.
  const { NODE_ENV: _, VITEST: __, ...environment } = process.env;
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: PROJECT,
    env: environment,
  });
}

/** When the newest source was changed; tests are no part of the client. */
function newestIn(path: string): number {
  if (/\.test\.tsx?$|\btesting-[^/]*\.ts$|\.md$|\.png$/.test(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
