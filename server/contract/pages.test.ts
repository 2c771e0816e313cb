import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pagePatterns } from './pages.ts';

test("the addresses of pages are those of the client's own router", () => {
  const router = readFileSync(join(import.meta.dirname, '..', '..', 'web', 'router.tsx'), 'utf8');
  const own = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path.replaceAll('$', ':'));
  expect([...pagePatterns].sort()).toEqual(own.sort());
});
