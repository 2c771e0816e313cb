/** The project's own TypeScript, as all measures of it count. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');

export interface CodeFile {
  /** From the top of the project. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

/** Tests, and what serves nothing but tests. */
const isTest = (path: string): boolean => /\.test\.tsx?$|(^|\/)testing[^/]*\.tsx?$/.test(path);

/** Every file of TypeScript but tests, in order of path. */
export function sourceFiles(): CodeFile[] {
  return globSync('{server,db,web,fixtures}/**/*.{ts,tsx}', { cwd: PROJECT })
    .concat('vite.config.ts')
    .filter((path) => !isTest(path))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(PROJECT, path), 'utf8');
      return { path, text, lines: linesOf(text) };
    });
}

const linesOf = (text: string): number => text.split('\n').length - 1;
