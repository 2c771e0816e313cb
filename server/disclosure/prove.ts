/** Rule 4: nobody can infer a sensitive count, whatever they add and subtract. */
import { boundsAt, overlap } from './bounds/cell-bounds.ts';
import { Deduction, type Supposition } from './bounds/deduction.ts';
import { type PublishedTable, publishedBounds } from './bounds/published-table.ts';
import { alternativesOf, isInferred } from './bounds/sensitivity.ts';
import { countsWithoutWitness, witnessOf } from './feasible/check.ts';
import type { Move } from './feasible/move.ts';
import { Search } from './feasible/search.ts';
import { type Effort, PROOF } from './tuning.ts';

export interface Proof {
  /** Sensitive counts that an intruder can infer: all their alternatives can be ruled out. */
  readonly inferred: readonly number[];
  /** Sensitive counts neither known to be inferred nor to have a witness. */
  readonly unsettled: readonly number[];
  /** Other tables that fit everything published; together they keep every other sensitive count from being inferred. */
  readonly witnesses: readonly Move[];
}

/** The sensitive counts a proof leaves open. */
export const openIn = ({ inferred, unsettled }: Proof): number[] => [...inferred, ...unsettled];

/**
 * Proves, for every sensitive count, that what is published leaves another feasible table in which it has one of its
 * alternatives.
 *
 * @param published the table with its statuses.
 * @param options `efforts` to make in turn; `known` witnesses from before; `seed` of the search.
 * @returns the sensitive counts that can be inferred, those not settled, and the witnesses of all others.
 * @throws Error where a witness known from before contradicts what is published.
 * @see Dobra A, Fienberg SE (2000) PNAS 97(22) for the bounds; Diaconis P, Sturmfels B (1998) Ann. Stat. 26 for moves.
 * @example prove(primary).inferred; // [1, 2, 3, 4]
 */
export function prove(
  published: PublishedTable,
  {
    efforts = PROOF,
    known = [],
    seed = 1,
  }: { efforts?: readonly Effort[]; known?: readonly Move[]; seed?: number } = {},
): Proof {
  const deduction = new Deduction(published.table, publishedBounds(published));
  const search = new Search(published.table, deduction, seed);
  const witnesses = [...known];
  const left = new Set(countsWithoutWitness(published, known));
  const inferred: number[] = [];
  for (const cell of left) {
    if (suppositionsFor(published, deduction, cell).length > 0) continue;
    inferred.push(cell);
    left.delete(cell);
  }
  for (const effort of efforts) {
    for (const cell of left) {
      for (const { narrowed } of suppositionsFor(published, deduction, cell)) {
        const found = search.find(narrowed, effort);
        if (found === undefined) continue;
        witnesses.push(found);
        for (const kept of witnessOf(published, found).keeps) left.delete(kept);
        break;
      }
    }
  }
  return { inferred, unsettled: [...left], witnesses };
}

/** The alternatives to a cell's count that the sums allow, as far as one sum at a time says: none means that it is inferred. */
function suppositionsFor(published: PublishedTable, deduction: Deduction, cell: number): Supposition[] {
  const bounds = boundsAt(deduction, cell);
  if (isInferred(published, cell, bounds)) return [];
  return alternativesOf(published, cell)
    .map((range) => overlap(range, bounds))
    .filter(({ lowest, highest }) => lowest <= highest)
    .map((range) => deduction.suppose(cell, range))
    .filter(({ isPossible }) => isPossible);
}
