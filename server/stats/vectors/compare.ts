import type { CaseCell, CaseRow } from './case.ts';

/** Says whether a number of ours is near enough to the expected one. */
export type Near = (ours: number, expected: number, where: { column: string; row: number }) => boolean;

/** Rounding error of sums that cancel to zero. */
const rounding = 1e-10;

/** Equal up to a share of the expected number. */
export function relative(tolerance: number): Near {
  return (ours, expected) =>
    Math.abs(ours - expected) <= Math.max(tolerance * Math.abs(expected), noise(expected));
}

/** Figures that are zero but for rounding are compared as zero; no real figure is that small. */
const noise = (expected: number): number => (Math.abs(expected) < rounding ? rounding : 0);

/** A cell for which the reference has no figure. */
const isBlank = (cell: CaseCell | undefined): boolean =>
  cell === undefined || cell === null || cell === 'NaN' || cell === 'Infinity' || cell === '-Infinity';

/**
 * Differences between a table of ours and the expected one, in words; empty when they match.
 *
 * A row we have no figure for matches where the reference lacks one too (missing, NaN or infinite).
 */
export function differences(ours: readonly CaseRow[], expected: readonly CaseRow[], near: Near): string[] {
  if (ours.length !== expected.length) return [`${ours.length} rows instead of ${expected.length}`];
  return expected.flatMap((row, i) => {
    const own = ours[i] ?? {};
    if (own.refused === true && Object.values(row).some(isBlank)) return [];
    return Object.keys(row)
      .filter((column) => !same(own[column], row[column], (a, b) => near(a, b, { column, row: i })))
      .map((column) => `row ${i + 1}, ${column}: ${own[column]} instead of ${row[column]}`);
  });
}

function same(
  ours: CaseCell | undefined,
  expected: CaseCell | undefined,
  near: (a: number, b: number) => boolean,
): boolean {
  if (isBlank(expected)) return isBlank(ours);
  if (typeof ours === 'number' && typeof expected === 'number') return near(ours, expected);
  return ours === expected;
}

/** Our rows in the order of the expected ones, by the cells that name them: the reference sorts in its own ways. */
export function aligned(
  ours: readonly CaseRow[],
  expected: readonly CaseRow[],
  keys: readonly string[],
): CaseRow[] {
  const name = (row: CaseRow): string => JSON.stringify(keys.map((key) => row[key]));
  const waiting = Map.groupBy(ours, name);
  const found = expected.map((row) => waiting.get(name(row))?.shift()).filter((row) => row !== undefined);
  return keys.length === 0 ? [...ours] : [...found, ...[...waiting.values()].flat()];
}
