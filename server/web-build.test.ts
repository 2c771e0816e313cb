import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { requireBuild } from './web-build.ts';

test('a start in production asks for the build before anything begins, and takes it as it lies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  const drawing = join(folder, 'entry-server.js');
  const missing = 'NODE_ENV is production, and the site is not built: run npm run build first';
  expect(() => requireBuild(folder, drawing)).toThrow(missing);
  writeFileSync(join(folder, 'index.html'), '');
  expect(() => requireBuild(folder, drawing)).toThrow(missing);
  writeFileSync(drawing, '');
  expect(() => requireBuild(folder, drawing)).not.toThrow();
});

test('a build leaves the parts of builds of the last week for who still asks for them, and takes away older ones', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  mkdirSync(join(folder, 'assets'));
  const recent = join(folder, 'assets', 'recent.js');
  const old = join(folder, 'assets', 'old.js');
  const days = (many: number) => new Date(Date.now() - many * 24 * 3600 * 1000);
  for (const file of [recent, old]) writeFileSync(file, '');
  utimesSync(recent, days(6), days(6));
  utimesSync(old, days(8), days(8));
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const vite = join(import.meta.dirname, '..', 'node_modules', 'vite', 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'warn'], {
    env,
  });
  expect(existsSync(recent)).toBe(true);
  expect(existsSync(old)).toBe(false);
  const [, script = ''] =
    /src="\.\/(assets\/[^"]+\.js)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8')) ?? [];
  expect(existsSync(join(folder, `${script}.br`))).toBe(true);
});
