/** What is said to operators is so: every setting is there, and each line about a fault names what tries it. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const page = read('server/docs/deployment.md');

test('every setting that is read is in the table of settings', () => {
  const config = read('server/config.ts');
  const settings = new Set(
    [...config.matchAll(/environment\.([A-Z_]+)|\(\s*environment,\s*'([A-Z_]+)'/g)].map(
      ([, read, named]) => read ?? named ?? '',
    ),
  );
  expect(settings.size).toBeGreaterThan(10);
  for (const setting of settings) expect(page, setting).toMatch(new RegExp(`^\\|.*\`${setting}\`.*\\|`, 'm'));
});

test('each line about a fault says what readers see, and names a test or a bench there is', () => {
  const [, table = ''] = page.split('## When something fails');
  const lines = table.split('\n').filter((line) => /^\| (?!fault|---)/.test(line));
  expect(lines.length).toBeGreaterThan(10);
  const suites = read('server/bench/cli.ts');
  for (const line of lines) {
    const [, , readers = '', , shown = ''] = line.split('|').map((cell) => cell.trim());
    expect(readers, line).not.toBe('');
    const tried = [...shown.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one);
    expect(tried, line).not.toEqual([]);
    for (const one of tried) {
      const suite = /^npm run bench -- (\w+)$/.exec(one)?.[1];
      if (suite === undefined) expect([one, existsSync(join(PROJECT, one))]).toEqual([one, true]);
      else expect(suites, one).toMatch(new RegExp(`^  ${suite}: `, 'm'));
    }
  }
});
