/** Runs the examples in the comments of a folder: code, then what it gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Example {
  readonly code: string;
  readonly result: string;
}

/** Everything the files of a folder export, by name. */
export type Library = Readonly<Record<string, unknown>>;

export const exampleFiles = (folder: string): string[] =>
  readdirSync(folder).filter((name) => /^[a-z-]+\.ts$/.test(name) && !name.startsWith('testing'));

export function testExamples(folder: string, library: Library): void {
  const examples = exampleFiles(folder).flatMap((name) =>
    examplesOf(join(folder, name)).map(({ code, result }) => [name, code, result] as const),
  );
  describe('examples in comments give what they say', () => {
    test('there are some', () => expect(examples).not.toEqual([]));
    test.each(examples)('%s: %s', async (_name, code, result) => {
      expect(await evaluated(code, library)).toEqual(shown(evaluated(result, library)));
    });
  });
}

type Tag = '@throws' | '@see' | '@example';

/** Every public function of a folder carries these tags, and says what it throws where it throws. */
export function testDocumentation(folder: string, tags: readonly Tag[]): void {
  const functions = exampleFiles(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(publicFunction)].map(
      ([, comment = '', known = '', body = '']) => [name, known, comment, body] as const,
    ),
  );
  describe('every public function is documented', () => {
    test('there are some', () => expect(functions).not.toEqual([]));
    test.each(functions)('%s: %s', (_name, _known, comment, body) => {
      const wanted = /\bthrow\b/.test(body) ? new Set<Tag>([...tags, '@throws']) : tags;
      expect([...wanted].filter((tag) => !comment.includes(` * ${tag} `))).toEqual([]);
    });
  });
}

const publicFunction =
  /((?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?)export function\*? (\w+)([\s\S]*?\n\}\n|[^\n]*\}\n)/g;

function examplesOf(path: string): Example[] {
  const comments = readFileSync(path, 'utf8').matchAll(/@example ([\s\S]*?)(?=\n \* @|\*\/)/g);
  return [...comments].map(([, text = '']) => {
    const lines = text.replaceAll(/\n \* ?/g, '\n');
    const [code = '', result = ''] = lines.split(/;\s*\/\/ /);
    return { code: code.trim(), result: result.trim() };
  });
}

/** Value of an expression over everything the library exports. */
function evaluated(expression: string, library: Library): unknown {
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
