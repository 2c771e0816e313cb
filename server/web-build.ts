/** Builds the web client when its sources are newer than what was built. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { RenderPage } from './contract/rendered-page.ts';

const PROJECT = resolve(import.meta.dirname, '..');
export const WEB_FOLDER = join(PROJECT, 'dist', 'web');

const START_PAGE = 'index.html';
/** What draws pages on the server, built beside the client from the same sources. */
const SERVER_ENTRY = join(PROJECT, 'dist', 'server', 'entry-server.js');

/** @throws Error where nothing was built: in production nothing is written but in the data folder, so nothing is built then. */
export function requireBuild(folder = WEB_FOLDER, serverEntry = SERVER_ENTRY): void {
  if (!existsSync(join(folder, START_PAGE)) || !existsSync(serverEntry))
    throw new Error('NODE_ENV is production, and the site is not built: run npm run build first');
}

/**
 * In a process of its own: what a build takes of memory is given back when it is done.
 *
 * @throws Error in one line where it cannot be built.
 */
export async function buildWebIfNeeded(log: (line: string) => void): Promise<void> {
  const built = [join(WEB_FOLDER, START_PAGE), SERVER_ENTRY];
  const sources = ['web', 'server/contract', 'package-lock.json', 'vite.config.ts'].map((path) =>
    join(PROJECT, path),
  );
  const newest = Math.max(...sources.map(newestIn));
  if (built.every((file) => existsSync(file) && newest < statSync(file).mtimeMs)) return;
  log('building the web client');
  const vite = join(PROJECT, 'node_modules', 'vite', 'bin', 'vite.js');
  // A test run's settings are not a build's.
  const { NODE_ENV: _, VITEST: __, ...environment } = process.env;
  try {
    for (const way of [[], ['--ssr', 'entry-server.tsx']])
      await promisify(execFile)(process.execPath, [vite, 'build', ...way, '--logLevel', 'warn'], {
        cwd: PROJECT,
        env: environment,
      });
  } catch (error) {
    const why = /\b(EROFS|EACCES|EPERM)\b/.test((error as Error).message)
      ? `${PROJECT} cannot be written`
      : (error as Error).message;
    throw new Error(`the site cannot be built here (${why}); run npm run build where it can`, {
      cause: error,
    });
  }
}

/** What draws pages, as it was built: nothing of the server imports the sources of the client. */
export async function loadRender(): Promise<RenderPage> {
  const { renderPage } = (await import(pathToFileURL(SERVER_ENTRY).href)) as { renderPage: RenderPage };
  return renderPage;
}

/** When the newest source was changed; tests are no part of the client. */
function newestIn(path: string): number {
  if (/\.test\.tsx?$|\btesting-[^/]*\.ts$|\.md$|\.png$/.test(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
