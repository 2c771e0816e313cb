/** Looks for another table that fits everything published, by elementary moves away from the true one. */
import { item } from '../../lists.ts';
import type { CellBounds, CellRange } from '../bounds/cell-bounds.ts';
import type { Bounds } from '../policy.ts';
import { codeNumbersOf } from '../table/layout.ts';

import type { Table } from '../table/table.ts';
import { type Effort, SEARCH } from '../tuning.ts';
import { CandidateTable } from './candidate.ts';
import { ElementaryMoves } from './elementary-moves.ts';
import type { Move } from './move.ts';

/** A table that fits, but for the cells it breaks: it fits all once those are withheld. */
export interface Found extends Move {
  readonly breaks: readonly number[];
}

/**
 * A search for tables that keep all bounds, or break those of cells with a cost as cheaply as it can.
 *
 * @see Diaconis P, Sturmfels B (1998) Algebraic algorithms for sampling from conditional distributions. Ann. Stat. 26
 * (moves that keep margins); Hoos HH, Stuetzle T (2004) Stochastic Local Search, ch. 6.
 * @example new Search(table, publishedBounds(published), 1).find(
 *   [{ cell: 1, lowest: 4, highest: 7 }],
 *   { moves: 50, choices: 100, starts: 2 },
 * ).breaks; // []
 */
export class Search {
  readonly #table: Table;
  readonly #moves: ElementaryMoves;
  readonly #candidate: CandidateTable;

  /** The true table must keep the bounds. The same seed finds the same tables. */
  constructor(table: Table, bounds: CellBounds, seed: number, costs?: Float64Array) {
    this.#table = table;
    this.#moves = new ElementaryMoves(table, seed);
    this.#candidate = new CandidateTable(table, bounds, costs);
  }

  /** From now on a cell has these bounds, and breaking them costs so much; not at all where it is zero. */
  setBounds(cell: number, bounds: Bounds, cost: number): void {
    this.#candidate.setCost(cell, cost);
    this.#candidate.setBounds(cell, bounds);
  }

  /**
   * A table in which the first cell lies within the range wanted of it; the others follow from that.
   *
   * @returns the cheapest found; undefined means that it gave up, not that there is no such table.
   */
  find(wanted: readonly CellRange[], { moves, choices, starts }: Effort): Found | undefined {
    const candidate = this.#candidate;
    const before = wanted.map(({ cell }) => ({ cell, ...candidate.boundsOf(cell) }));
    for (const one of wanted) candidate.setBounds(one.cell, one);
    const target = item(wanted, 0).cell;
    let best: Found | undefined;
    let bestCost = Number.POSITIVE_INFINITY;
    for (let start = 0; start < starts && bestCost > 0; start++) {
      for (let made = 0; made <= moves && bestCost > 0; made++) {
        const cost = candidate.isFeasible ? candidate.cost : Number.POSITIVE_INFINITY;
        if (cost < bestCost) {
          bestCost = cost;
          best = { ...candidate.move(), breaks: [...candidate.broken] };
        }
        if (bestCost > 0) this.#makeBestOf(choices, target);
      }
      candidate.backToTruth();
    }
    for (const one of before) candidate.setBounds(one.cell, one);
    return best;
  }

  /** Of so many moves that mend a broken cell, the target first, makes the one that is best for the rest. */
  #makeBestOf(choices: number, target: number): void {
    const [candidate, moves] = [this.#candidate, this.#moves];
    const cell = candidate.isBroken(target)
      ? target
      : item(candidate.broken, moves.random(candidate.broken.length));
    const lack = candidate.lack(cell);
    const [up, off] = [Math.sign(lack), Math.abs(lack)];
    const codes = codeNumbersOf(this.#table, cell);
    let best = Number.POSITIVE_INFINITY;
    let people = 0;
    for (let choice = 0; choice < choices; choice++) {
      const by = moves.draw(codes) * up * (off > 1 && moves.random(2) === 0 ? off : 1);
      if (best <= 0 && candidate.forbids(moves.drawn, by)) continue;
      moves.spread(by);
      const worse = candidate.weigh(moves.drawn, best);
      if (worse >= best) continue;
      [best, people] = [worse, by];
      moves.keep();
    }
    if (best === Number.POSITIVE_INFINITY) return;
    if (best > 0 && cell !== target && moves.random(SEARCH.oneWorseMoveIn) > 0) return;
    candidate.make(moves.kept, people);
  }
}
