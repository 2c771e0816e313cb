import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireBuild } from './web-build.ts';

test('a start in production asks for the build before anything begins, and takes it as it lies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  expect(() => requireBuild(folder)).toThrow(
    'NODE_ENV is production, and the site is not built: run npm run build first',
  );
  writeFileSync(join(folder, 'index.html'), '');
  expect(() => requireBuild(folder)).not.toThrow();
});
