/** Witnesses: other possible tables that show that a small count cannot be told. */

import { boundsOf, keepsSecret, type PublishedTable, type Status } from '../bounds/published-table.ts';
import { at } from '../table/lists.ts';
import { changesOf, type Move } from './move.ts';

export interface Witness {
  readonly move: Move;
  /** Small counts that this table keeps secret. */
  readonly keeps: ReadonlySet<number>;
  /** Cells that would contradict it if they were published by rule: they have to be withheld for others' sake. */
  readonly needs: ReadonlySet<number>;
}

/**
 * What a move proves of a table published by rule.
 *
 * @param byRule the table as the rules for single cells publish it.
 * @param move away from the true table.
 * @returns the secrets it keeps, and the cells that have to be withheld for it.
 * @throws nothing.
 * @see DESIGN: a cell is safe only on a witness.
 * @example witnessOf(byRule, { inner: Int32Array.of(0, 1), change: Int32Array.of(-3, 3) }).keeps.has(1); // true
 */
export function witnessOf(byRule: PublishedTable, move: Move): Witness {
  const keeps = new Set<number>();
  const needs = new Set<number>();
  const { cells, people } = changesOf(byRule.table, move);
  for (const [i, cell] of cells.entries()) {
    const change = at(people, i);
    if (keepsSecret(byRule, cell, change)) keeps.add(cell);
    if (!allows(byRule, cell, change, byRule.statuses[cell])) needs.add(cell);
  }
  return { move, keeps, needs };
}

/** Whether a witness holds with these statuses. */
export function holds({ needs }: Witness, statuses: readonly Status[]): boolean {
  for (const cell of needs) if (statuses[cell] !== 'others') return false;
  return true;
}

function allows(published: PublishedTable, cell: number, change: number, status: Status = 'shown'): boolean {
  const count = at(published.table.truth, cell) + change;
  const { lowest, highest } = boundsOf(published, cell, status);
  return count >= lowest && count <= highest;
}

/**
 * Checks a proof from nothing but what is published: every witness adds up, fits everything published, and every small
 * count has one. Kept apart from the search, so that a mistake there cannot pass here.
 *
 * @param published the table with its statuses.
 * @param moves other possible tables.
 * @returns the small counts without a witness.
 * @throws Error naming the cell that a move contradicts.
 * @see DESIGN: a cell is safe only on a witness.
 * @example smallCountsWithout(published, protect(table).proof.witnesses); // []
 */
export function smallCountsWithout(published: PublishedTable, moves: readonly Move[]): number[] {
  const left = new Set(published.secrets.keys());
  for (const move of moves) {
    const { cells, people } = changesOf(published.table, move);
    for (const [i, cell] of cells.entries()) {
      const change = at(people, i);
      if (!allows(published, cell, change, published.statuses[cell])) {
        throw new Error(`a witness contradicts what is published of cell ${cell}`);
      }
      if (keepsSecret(published, cell, change)) left.delete(cell);
    }
  }
  return [...left];
}
