import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => /^[a-z-]+\.ts$/.test(name));
const library: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...(await Promise.all(files.map((name) => import(join(folder, name))))),
);

type Example = { readonly code: string; readonly result: string };

/** Examples in the comments of a file: code, then what it gives. */
function examplesOf(name: string): Example[] {
  const comments = readFileSync(join(folder, name), 'utf8').matchAll(/@example ([\s\S]*?)\*\//g);
  return [...comments].map(([, text = '']) => {
    const lines = text.replaceAll(/\n \* ?/g, '\n');
    const [code = '', result = ''] = lines.split(/;\s*\/\/ /);
    return { code: code.trim(), result: result.trim() };
  });
}

/** Value of an expression over everything the library exports. */
function evaluated(expression: string): unknown {
  return new Function(...Object.keys(library), `return (${expression});`)(...Object.values(library));
}

/** The result as shown: numbers to the digits written, objects by the fields named. */
function shown(result: unknown): unknown {
  if (typeof result === 'number') return expect.closeTo(result, decimals(result));
  if (Array.isArray(result)) return result.map(shown);
  if (result === null || typeof result !== 'object') return result;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(result).map(([name, part]) => [name, shown(part)])),
  );
}

const decimals = (x: number): number => Math.min(9, String(x).split('.')[1]?.length ?? 0);

const examples = files.flatMap((name) =>
  examplesOf(name).map(({ code, result }) => [name, code, result] as const),
);

describe('examples in comments give what they say', () => {
  test.each(examples)('%s: %s', (_name, code, result) => {
    expect(evaluated(code)).toEqual(shown(evaluated(result)));
  });
});
