/** Vitest global setup: the web client is built once, before tests start the product side by side. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const BUILD = `
  const { buildWebIfNeeded } = await import('./server/web-build.ts');
  await buildWebIfNeeded((line) => process.stdout.write(line + '\\n'));
`;

/** In a process of its own, since a build and a test run want different environments. */
export default function setup(): void {
  execFileSync(process.execPath, ['--input-type=module', '--eval', BUILD], {
    cwd: resolve(import.meta.dirname, '..'),
    stdio: 'inherit',
  });
}
