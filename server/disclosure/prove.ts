/** Rule d: nobody can tell a small count, whatever they add and subtract. */
import { createDeduction, type Deduction, type Supposition, UNLIMITED } from './bounds/deduction.ts';
import { isTold, limitsOf, type PublishedTable } from './bounds/published-table.ts';
import { smallCountsWithout, witnessOf } from './feasible/check.ts';
import type { Move } from './feasible/move.ts';
import { createSearch, type Effort } from './feasible/search.ts';
import { at } from './table/lists.ts';

export interface Proof {
  /** Small counts that somebody can tell: exactly, or that they are below the least that may be told. */
  readonly told: readonly number[];
  /** Small counts for which neither a way to tell them was found nor a witness. */
  readonly unsettled: readonly number[];
  /** Other tables that fit everything published; together they keep every other small count secret. */
  readonly witnesses: readonly Move[];
}

/** A quick look finds most witnesses; a longer one most of the others. */
export const EFFORTS: readonly [Effort, Effort] = [
  { steps: 60, choices: 60, starts: 1 },
  { steps: 120, choices: 200, starts: 1 },
];

/**
 * Proves, for every small count, that what is published leaves another possible table in which it differs, and is not
 * below the least that may be told.
 *
 * @param published the table with its statuses.
 * @param options `efforts` to make in turn; `known` witnesses from before; `seed` of the search.
 * @returns the small counts that can be told, those not settled, and the witnesses of all others.
 * @throws nothing.
 * @see Dobra A, Fienberg SE (2000) PNAS 97(22) for the bounds; Diaconis P, Sturmfels B (1998) Ann. Stat. 26 for moves.
 * @example prove(byRule).told; // [1, 2, 3, 4]
 */
export function prove(
  published: PublishedTable,
  {
    efforts = EFFORTS,
    known = [],
    seed = 1,
  }: { efforts?: readonly Effort[]; known?: readonly Move[]; seed?: number } = {},
): Proof {
  const deduction = createDeduction(published.table, limitsOf(published));
  const search = createSearch(published.table, deduction.all, seed);
  const witnesses = [...known];
  const left = new Set(smallCountsWithout(published, known));
  const told: number[] = [];
  for (const cell of left) {
    if (waysFor(published, deduction, cell).length > 0) continue;
    told.push(cell);
    left.delete(cell);
  }
  for (const effort of efforts) {
    for (const cell of left) {
      for (const way of waysFor(published, deduction, cell)) {
        const found = search.find(way, effort);
        if (found === undefined) continue;
        witnesses.push(found);
        for (const kept of witnessOf(published, found).keeps) left.delete(kept);
        break;
      }
    }
  }
  return { told, unsettled: [...left], witnesses };
}

/** What a cell could be in another table that keeps its secret, as far as the sums allow: none means that it is told. */
function waysFor(published: PublishedTable, deduction: Deduction, cell: number): Supposition[] {
  const { lowest, highest } = deduction.all;
  if (isTold(published, cell, at(lowest, cell), at(highest, cell))) return [];
  return rangesFor(published, cell)
    .map(([low, high]) => [Math.max(low, at(lowest, cell)), Math.min(high, at(highest, cell))] as const)
    .filter(([low, high]) => low <= high)
    .map(([low, high]) => deduction.suppose(cell, low, high))
    .filter(({ possible }) => possible);
}

/** Counts that would keep a cell's secret, as those of today's table; of any other cell, simply another count. */
export function rangesFor({ table, secrets }: PublishedTable, cell: number): [number, number][] {
  const truth = at(table.truth, cell);
  const anyOther = [
    { lowest: 0, highest: truth - 1 },
    { lowest: truth + 1, highest: UNLIMITED },
  ];
  const { count, others } = secrets.get(cell) ?? { count: truth, others: anyOther };
  const ranges = others.map(({ lowest, highest }): [number, number] => [
    lowest + truth - count,
    highest === UNLIMITED ? UNLIMITED : highest + truth - count,
  ]);
  // Neither side comes first everywhere, or all witnesses would lean to it.
  return cell % 2 === 0 ? ranges : ranges.reverse();
}
