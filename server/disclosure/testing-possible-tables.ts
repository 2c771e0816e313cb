/** Every whole-number table that fits what is published of a small one: counted out, one by one. */
import { type Columns, cellsOver, innerCode, type Row } from './testing-independent-check.ts';

export type Range = readonly [lowest: number, highest: number];

/** Beyond this many steps a table is too large to count out. */
const STEPS = 300_000;

/**
 * Calls `each` with the counts of every cell, by codes, of every table that keeps all ranges.
 *
 * @returns false where there are too many to count out.
 */
export function forEachPossible(
  rows: readonly Row[],
  columns: Columns,
  ranges: ReadonlyMap<string, Range>,
  each: (counts: ReadonlyMap<string, number>) => void,
): boolean {
  const over = rows.map((row) => cellsOver(row, columns));
  /** For each row the cells that are complete once it is counted. */
  const last = rows.map((_, index) =>
    (over[index] ?? []).filter((cell) => !over.slice(index + 1).some((later) => later.includes(cell))),
  );
  const inner = rows.map((row) => innerCode(row, columns));
  const counts = new Map<string, number>();
  let steps = 0;
  const rangeOf = (cell: string): Range => ranges.get(cell) ?? [0, Number.POSITIVE_INFINITY];
  const add = (index: number, by: number) => {
    for (const cell of over[index] ?? []) counts.set(cell, (counts.get(cell) ?? 0) + by);
  };
  const visit = (index: number): boolean => {
    if (index === rows.length) {
      each(counts);
      return true;
    }
    const [lowest, most] = rangeOf(inner[index] ?? '');
    const left = (over[index] ?? []).map((cell) => rangeOf(cell)[1] - (counts.get(cell) ?? 0));
    const highest = Math.min(most, ...left);
    for (let count = lowest; count <= highest; count++) {
      if (++steps > STEPS) return false;
      add(index, count);
      const fits = (last[index] ?? []).every((cell) => (counts.get(cell) ?? 0) >= rangeOf(cell)[0]);
      const goesOn = !fits || visit(index + 1);
      add(index, -count);
      if (!goesOn) return false;
    }
    return true;
  };
  return visit(0);
}
