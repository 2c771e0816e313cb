/** Witnesses by the thousand: random walks among the tables that fit everything published. */
import { at } from '../../lists.ts';
import type { CellBounds } from '../bounds/cell-bounds.ts';
import type { PublishedTable } from '../bounds/published-table.ts';
import { isAlternative } from '../bounds/sensitivity.ts';
import { cellAt, codeNumbersOf } from '../table/layout.ts';

import { WALK } from '../tuning.ts';
import { ElementaryMoves } from './elementary-moves.ts';
import { type Move, MovedPeople } from './move.ts';

/**
 * Tables far away from the true one, each of which is a witness for many sensitive counts at once. From the true table it
 * makes elementary moves that keep all bounds, mostly such as change a count still open; each round ends with a witness.
 *
 * @param published the table with its statuses.
 * @param bounds of every cell, in people; the true table keeps them.
 * @param open sensitive counts without a witness; those found one are taken out.
 * @param seed of its choices: the same seed walks the same way.
 * @example randomWalk(published, publishedBounds(published), new Set([1]), 1).length; // 1
 */
export function randomWalk(
  published: PublishedTable,
  bounds: CellBounds,
  open: Set<number>,
  seed: number,
): Move[] {
  const walker = new Walker(published, bounds, seed);
  const witnesses: Move[] = [];
  for (;;) {
    const targets = [...open];
    for (let tries = WALK.triesPerOpenCount * targets.length; tries > 0; tries--)
      walker.tryMove(targets[walker.random(targets.length)] ?? 0);
    const settled = targets.filter((cell) => walker.isElsewhere(cell));
    if (settled.length === 0) return witnesses;
    for (const cell of settled) open.delete(cell);
    witnesses.push(walker.move());
    if (settled.length < WALK.leastShareSettled * targets.length) return witnesses;
  }
}

/**
 * Where a walk has come to: a table that keeps all bounds.
 *
 * @public to be tried by itself.
 * @example new Walker(published, publishedBounds(published), 1).isElsewhere(1); // false
 */
export class Walker {
  readonly #published: PublishedTable;
  readonly #bounds: CellBounds;
  readonly #moves: ElementaryMoves;
  readonly #counts: Int32Array;
  readonly #moved = new MovedPeople();

  constructor(published: PublishedTable, bounds: CellBounds, seed: number) {
    this.#published = published;
    this.#bounds = bounds;
    this.#moves = new ElementaryMoves(published.table, seed);
    this.#counts = published.table.truth.slice();
  }

  random(below: number): number {
    return this.#moves.random(below);
  }

  /** Whether a sensitive count has one of its alternatives here. */
  isElsewhere(cell: number): boolean {
    return isAlternative(this.#published, cell, this.#changeOf(cell));
  }

  /** From the true table to here. */
  move(): Move {
    return this.#moved.move();
  }

  /** Makes a move towards an alternative of this count, if it keeps all bounds; none where the count has one already. */
  tryMove(cell: number): void {
    if (this.isElsewhere(cell)) return;
    const { table } = this.#published;
    const people = this.#wanted(cell) * this.#moves.draw(codeNumbersOf(table, cell));
    if (this.#emptiesCorner(people)) return;
    this.#moves.spread(people);
    const { drawn } = this.#moves;
    if (!drawn.everyCell(table, (one, by) => this.#fits(one, by))) return;
    drawn.everyCell(table, (one, by) => {
      this.#counts[one] = at(this.#counts, one) + by;
      return true;
    });
    drawn.addTo(this.#moved, people);
  }

  #changeOf(cell: number): number {
    return at(this.#counts, cell) - at(this.#published.table.truth, cell);
  }

  /** How many people more, or fewer, might bring a count to one of its alternatives. */
  #wanted(cell: number): number {
    const { count: first = 0, alternatives = [] } = this.#published.sensitive.get(cell) ?? {};
    const count = first + this.#changeOf(cell);
    const chosen = alternatives.length < 2 ? 0 : this.random(alternatives.length);
    const { lowest = 0, highest = count } = alternatives[chosen] ?? {};
    return count < lowest ? 1 + this.random(lowest - count) : -1 - this.random(Math.max(1, count - highest));
  }

  /** Whether an inner cell would fall below its bounds: most moves that do not fit are soon found out so. */
  #emptiesCorner(people: number): boolean {
    const { corners, turns, size } = this.#moves.drawn;
    for (let i = 0; i < size; i++) {
      const cell = cellAt(this.#published.table, at(corners, i));
      if (cell >= 0 && at(this.#counts, cell) + people * at(turns, i) < at(this.#bounds.lowest, cell))
        return true;
    }
    return false;
  }

  #fits(cell: number, by: number): boolean {
    const people = at(this.#counts, cell) + by;
    return people >= at(this.#bounds.lowest, cell) && people <= at(this.#bounds.highest, cell);
  }
}
