/** Builds the web client when its sources are newer than what was built. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '..');
export const WEB_FOLDER = join(PROJECT, 'dist', 'web');

export async function buildWebIfNeeded(log: (line: string) => void): Promise<void> {
  const built = join(WEB_FOLDER, 'index.html');
  const sources = ['web', 'server/contract', 'package-lock.json', 'vite.config.ts'].map((path) =>
    join(PROJECT, path),
  );
  if (existsSync(built) && Math.max(...sources.map(newestIn)) < statSync(built).mtimeMs) return;
  log('building the web client');
  // Vite is large: a start that has nothing to build must not wait for it.
  const { build } = await import('vite');
  await build({ configFile: join(PROJECT, 'vite.config.ts'), logLevel: 'warn' });
}

function newestIn(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
