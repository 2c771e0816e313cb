import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pagePatterns } from './pages.ts';

test("the addresses of pages are those of the client's own router", () => {
  const web = join(import.meta.dirname, '..', '..', 'web');
  const router = ['figure-routes.tsx', 'word-routes.tsx']
    .map((file) => readFileSync(join(web, file), 'utf8'))
    .join('');
  const own = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path.replaceAll('$', ':'));
  expect([...pagePatterns].sort()).toEqual(own.sort());
});
