/** Witnesses, feasible tables in which a sensitive count has one of its alternatives, and the check of a proof. */
import { at } from '../../lists.ts';
import { boundsOfCell, type PublishedTable, type Status } from '../bounds/published-table.ts';
import { isAlternative } from '../bounds/sensitivity.ts';

import { type CellChange, changesOf, type Move } from './move.ts';

export interface Witness {
  readonly move: Move;
  /** Sensitive counts that this table keeps from being inferred. */
  readonly keeps: ReadonlySet<number>;
  /** Cells that would contradict it after primary suppression alone: they need secondary suppression. */
  readonly needs: ReadonlySet<number>;
}

/**
 * What a move proves of a table after primary suppression.
 *
 * @param primary the table as the rules for single cells publish it.
 * @param move away from the true table.
 * @returns the sensitive counts it keeps, and the cells that have to be withheld for it.
 * @example witnessOf(primary, { inner: Int32Array.of(0, 1), change: Int32Array.of(-3, 3) }).keeps.has(1); // true
 */
export function witnessOf(primary: PublishedTable, move: Move): Witness {
  const keeps = new Set<number>();
  const needs = new Set<number>();
  for (const change of changesOf(primary.table, move)) {
    if (isAlternative(primary, change.cell, change.people)) keeps.add(change.cell);
    if (!allows(primary, change)) needs.add(change.cell);
  }
  return { move, keeps, needs };
}

/**
 * Whether a witness holds with these statuses.
 *
 * @example holds({ needs: new Set([0]) }, published.statuses); // true
 */
export function holds({ needs }: Witness, statuses: readonly Status[]): boolean {
  for (const cell of needs) if (statuses[cell] !== 'secondary') return false;
  return true;
}

function allows(published: PublishedTable, { cell, people }: CellChange): boolean {
  const count = at(published.table.truth, cell) + people;
  const { lowest, highest } = boundsOfCell(published, cell, published.statuses[cell] ?? 'shown');
  return count >= lowest && count <= highest;
}

/**
 * Whether a move contradicts nothing that is published: what earlier editions said stands, though it is withheld now.
 *
 * @param published the table with its statuses.
 * @param move away from the true table.
 * @example fits(published, { inner: Int32Array.of(0, 1), change: Int32Array.of(0, 0) }); // true
 */
export function fits(published: PublishedTable, move: Move): boolean {
  return changesOf(published.table, move).every((change) => allows(published, change));
}

/**
 * Checks a proof from nothing but what is published: every witness adds up, fits everything published, and every
 * sensitive count has one. Kept apart from the search, so that a mistake there cannot pass here.
 *
 * @param published the table with its statuses.
 * @param moves to other feasible tables.
 * @returns the sensitive counts without a witness.
 * @throws Error naming the cell that a move contradicts.
 * @example countsWithoutWitness(published, protect(table).proof.witnesses); // []
 */
export function countsWithoutWitness(published: PublishedTable, moves: readonly Move[]): number[] {
  const left = new Set(published.sensitive.keys());
  for (const move of moves) {
    for (const change of changesOf(published.table, move)) {
      if (!allows(published, change))
        throw new Error(`a witness contradicts what is published of cell ${change.cell}`);
      if (isAlternative(published, change.cell, change.people)) left.delete(change.cell);
    }
  }
  return [...left];
}
