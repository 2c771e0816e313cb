import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Case, type CaseRow, type Columns, caseRows, refused } from './vectors/case.ts';
import { aligned, differences, relative } from './vectors/compare.ts';
import { type Mapping, mapping } from './vectors/mapping.ts';
import { trendOf } from './vectors/time.ts';

const folder = process.env.STATS_VECTORS ?? join(import.meta.dirname, '../../fixtures/vectors');

/** Columns that describe the run of the reference, not its results. */
const descriptive = new Set([
  'statistic',
  'confidence',
  'measure',
  'groupvars',
  'nquantiles',
  'qinverted',
  'indicator_type',
  'multiplier',
  'transform',
  'CI_confidence',
  'CI_method',
  'trajectory',
]);

/** The tables a case expects: several by name, or one. */
function expectedTables(expected: Readonly<Record<string, unknown>>): Readonly<Record<string, Columns>> {
  const nested = Object.values(expected).every((part) => !Array.isArray(part));
  return (nested ? expected : { result: expected }) as Readonly<Record<string, Columns>>;
}

function tolerance({ tolerance }: Case): number {
  return (tolerance as { readonly value?: number } | undefined)?.value ?? 1e-9;
}

/** What does not match, in words. */
function mismatches(one: Case, method: Mapping): string[] {
  const near = method.near?.(one) ?? relative(tolerance(one));
  const keys = [...(one.inputs.group_by ?? []), ...(method.keys ?? [])];
  const found = method.tables(one);
  const wanted = expectedTables(method.corrected?.(one) ?? one.expected);
  return Object.entries(wanted).flatMap(([name, columns]) => {
    const ours = found[name] ?? [];
    const known = new Set(ours.flatMap((row) => Object.keys(row)));
    const echoed = (column: string): boolean => !known.has(column) && column in (one.inputs.data ?? {});
    // A method's label is compared where we give one; columns handed back unchanged are not results.
    const results = Object.keys(columns).filter(
      (column) => !descriptive.has(column) && !echoed(column) && (column !== 'method' || known.has('method')),
    );
    const pick = (row: CaseRow): CaseRow => ({
      ...Object.fromEntries(results.map((column) => [column, row[column]])),
      ...(row.refused ? refused : {}),
    });
    const rows = caseRows(columns).map(pick);
    const named = keys.filter((key) => results.includes(key));
    return differences(aligned(ours.map(pick), rows, named), rows, near).map((text) => `${name}: ${text}`);
  });
}

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted();
const passed = new Map<string, { passed: number; cases: number }>();

describe.each(files)('reference cases of %s', (name) => {
  const { method, cases } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
    method: string;
    cases: readonly Case[];
  };
  const mapped = mapping[method];
  const count = { passed: 0, cases: cases.length };
  passed.set(method, count);

  test(`${method} is answered by a function of ours`, () => expect(mapping).toHaveProperty(method));

  test.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
    if (mapped === undefined) throw new Error(`no mapping for ${method}`);
    if (one.kind === 'error') expect(() => mapped.tables(one)).toThrow(RangeError);
    else expect(mismatches(one, mapped)).toEqual([]);
    count.passed++;
  });
});

test('the reference has 449 cases of 38 methods, and each is one of these tests', () => {
  const own = join(import.meta.dirname, '../../fixtures/vectors');
  const methods = readdirSync(own).filter((name) => name.endsWith('.json'));
  const cases = methods.flatMap(
    (name) => (JSON.parse(readFileSync(join(own, name), 'utf8')) as { cases: Case[] }).cases,
  );
  expect([methods.length, cases.length]).toEqual([38, 449]);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(449);
});

describe('chi-square behind the recent trend', () => {
  const file = files.find((name) => name.includes('recent_trend'));
  const { cases } = JSON.parse(file ? readFileSync(join(folder, file), 'utf8') : '{"cases":[]}') as {
    cases: Case[];
  };

  test('equals the reference, where it gives one', () => {
    for (const one of cases) {
      if (typeof one.detail?.chi_square !== 'number') continue;
      const trend = trendOf(one, caseRows(one.inputs.data));
      expect(trend).toHaveProperty('chiSquare');
      if ('chiSquare' in trend) expect(trend.chiSquare).toBeCloseTo(one.detail.chi_square, 6);
    }
  });
});

afterAll(() => {
  const lines = [...passed].map(([method, { passed, cases }]) => `${method.padEnd(28)}${passed} of ${cases}`);
  const total = [...passed.values()].reduce((sum, { passed }) => sum + passed, 0);
  process.stdout.write(`${lines.join('\n')}\n${'all methods'.padEnd(28)}${total}\n`);
});
