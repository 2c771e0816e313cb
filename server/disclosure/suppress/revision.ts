/** A table whose statuses change cell by cell, with what is known of it and a search for witnesses kept in step. */
import { at } from '../../lists.ts';
import { boundsAt, type CellBounds, overlap } from '../bounds/cell-bounds.ts';
import {
  boundsOfCell,
  type PublishedTable,
  publishedBounds,
  type Status,
} from '../bounds/published-table.ts';
import { alternativesOf } from '../bounds/sensitivity.ts';
import { type Found, Search } from '../feasible/search.ts';

import type { Effort } from '../tuning.ts';

/** @example new Revision(primary, 1).published.statuses[1]; // 'small' */
export class Revision {
  /** As it is now. */
  readonly published: PublishedTable;
  readonly #statuses: Status[];
  readonly #bounds: CellBounds;
  readonly #costs: Float64Array;
  readonly #search: Search;

  /** Where costs are left out, no search may break the bounds of any cell; else of those with a cost. */
  constructor(
    start: PublishedTable,
    seed: number,
    costs: Float64Array = new Float64Array(start.statuses.length),
  ) {
    this.#statuses = [...start.statuses];
    this.published = { ...start, statuses: this.#statuses };
    this.#bounds = publishedBounds(start);
    this.#costs = costs.slice();
    this.#search = new Search(start.table, this.#bounds, seed, costs);
  }

  /** Gives a cell another status; breaking its bounds costs so much from now on, or is not allowed where that is zero. */
  setStatus(cell: number, status: Status, cost = 0): void {
    this.#statuses[cell] = status;
    const bounds = boundsOfCell(this.published, cell, status);
    this.#bounds.lowest[cell] = bounds.lowest;
    this.#bounds.highest[cell] = bounds.highest;
    this.#costs[cell] = cost;
    this.#search.setBounds(cell, bounds, cost);
  }

  /** The witness for one cell that breaks the cheapest cells, none at all where it can; undefined where none was found. */
  cheapestWitness(cell: number, effort: Effort): Found | undefined {
    const costOf = ({ breaks }: Found) => breaks.reduce((sum, one) => sum + at(this.#costs, one), 0);
    return alternativesOf(this.published, cell)
      .map((range) => overlap(range, boundsAt(this.#bounds, cell)))
      .filter(({ lowest, highest }) => lowest <= highest)
      .flatMap((range) => this.#search.find([{ cell, ...range }], effort) ?? [])
      .sort((a, b) => costOf(a) - costOf(b))[0];
  }
}
