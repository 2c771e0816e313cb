import { expect, test } from 'vitest';
import { parseFile } from './parsed-file.ts';

const parsed = (text: string) => parseFile({ path: 'server/part/file.tsx', text, lines: 0 });

test('functions, methods and arrows are measured with all their lines, one inside another too', () => {
  const { functions } = parsed(
    `export function outer() {
  return [1].map(
    (one) => one,
  );
}
class Kept {
  read() {
    return 1;
  }
}
const page = () => <p>{[1].map((one) => one)}</p>;
`,
  );
  expect(functions.map(({ line, lines }) => [line, lines])).toEqual([
    [1, 5],
    [3, 1],
    [7, 3],
    [11, 1],
    [11, 1],
  ]);
});

test('imports are those of the project: of values, of types, dynamic ones and what is passed on', () => {
  const { imports } = parsed(
    `import { readFileSync } from 'node:fs';
import type { Row } from '../rows.ts';
import page from './page.md?raw';
export { one } from './one.ts';
export const later = () => import('./later.ts');
`,
  );
  expect(imports).toEqual([
    'server/rows.ts',
    'server/part/page.md',
    'server/part/one.ts',
    'server/part/later.ts',
  ]);
});

test('exports are what the file declares, types too; what it passes on is at home elsewhere', () => {
  const { exports } = parsed(
    `export { one } from './one.ts';
export interface Row {}
export const [first, second] = [1, 2];
export function third() {}
`,
  );
  expect(exports).toEqual(['Row', 'first', 'second', 'third']);
});

test('a file that is no TypeScript names itself', () => {
  expect(() => parsed('const = 1')).toThrow(/^server\/part\/file\.tsx: /);
});
