/** A table on its way from the true one to another feasible one: its counts, and which bounds they break. */
import { at } from '../../lists.ts';
import { boundsAt, type CellBounds } from '../bounds/cell-bounds.ts';
import type { Bounds } from '../policy.ts';
import { cellAt } from '../table/layout.ts';

import type { Table } from '../table/table.ts';
import { SEARCH } from '../tuning.ts';
import { CellSet } from './cell-set.ts';
import type { ElementaryMove } from './elementary-moves.ts';
import { type Move, MovedPeople } from './move.ts';

/**
 * Bounds of a cell may be broken where it has a cost, which is that of withholding it; other bounds may not, and no count
 * falls below zero. It passes through tables that break what they may not: those are no tables found.
 *
 * @example new CandidateTable(table, publishedBounds(primary)).isFeasible; // true
 */
export class CandidateTable {
  readonly #table: Table;
  readonly #counts: Int32Array;
  readonly #lowest: Int32Array;
  readonly #highest: Int32Array;
  readonly #costs: Float64Array;
  readonly #broken: CellSet;
  readonly #isForbidden: Uint8Array;
  /** Cells whose bounds are broken and may not be. */
  #forbidden = 0;
  /** Cells changed since the true table, each maybe more than once. */
  readonly #touched: number[] = [];
  readonly #moved = new MovedPeople();

  /** Starts at the true table, which keeps all bounds; where costs are left out no bounds may be broken. */
  constructor(table: Table, bounds: CellBounds, costs?: Float64Array) {
    const cells = table.truth.length;
    this.#table = table;
    this.#counts = table.truth.slice();
    this.#lowest = bounds.lowest.slice();
    this.#highest = bounds.highest.slice();
    this.#costs = costs?.slice() ?? new Float64Array(cells);
    this.#broken = new CellSet(cells);
    this.#isForbidden = new Uint8Array(cells);
  }

  /** Whether it breaks no bounds but such as have a cost. */
  get isFeasible(): boolean {
    return this.#forbidden === 0;
  }

  /** Cells whose bounds it breaks. */
  get broken(): readonly number[] {
    return this.#broken.cells;
  }

  isBroken(cell: number): boolean {
    return this.#broken.has(cell);
  }

  /** What withholding the cells whose bounds it breaks would cost. */
  get cost(): number {
    return this.broken.reduce((sum, cell) => sum + at(this.#costs, cell), 0);
  }

  /** How many people a cell lacks to keep its bounds; below zero how many it has too many. */
  lack(cell: number): number {
    const people = at(this.#counts, cell);
    const low = at(this.#lowest, cell);
    return people < low ? low - people : Math.min(0, at(this.#highest, cell) - people);
  }

  boundsOf(cell: number): Bounds {
    return boundsAt({ lowest: this.#lowest, highest: this.#highest }, cell);
  }

  setBounds(cell: number, { lowest, highest }: Bounds): void {
    this.#lowest[cell] = lowest;
    this.#highest[cell] = highest;
    this.#mark(cell);
  }

  setCost(cell: number, cost: number): void {
    this.#costs[cell] = cost;
    this.#mark(cell);
  }

  /** Whether a move takes an inner cell out of bounds that it may not break: most do, and are soon found out so. */
  forbids({ corners, turns, size }: ElementaryMove, by: number): boolean {
    for (let i = 0; i < size; i++) {
      const cell = cellAt(this.#table, at(corners, i));
      if (cell < 0) continue;
      const people = at(this.#counts, cell) + by * at(turns, i);
      const isOutside = people < at(this.#lowest, cell) || people > at(this.#highest, cell);
      if (isOutside && (at(this.#costs, cell) === 0 || people < 0)) return true;
    }
    return false;
  }

  /** How much worse a move makes it, counted until that is far more than `most`: nearly all the time of a search goes by here. */
  weigh({ width, places, people, last: { codes, counts } }: ElementaryMove, most: number): number {
    // Read once: the fields of an object are slower to come by than names.
    const [table, own, lowest, highest, broken] = [
      this.#table,
      this.#counts,
      this.#lowest,
      this.#highest,
      this.#broken,
    ];
    let sum = 0;
    for (let i = 0; i < width; i++) {
      const [place, by] = [at(places, i), at(people, i)];
      for (let j = 0; j < codes.length; j++) {
        const cell = cellAt(table, place + at(codes, j));
        if (cell < 0) continue;
        const before = at(own, cell);
        const after = before + by * at(counts, j);
        if (after >= at(lowest, cell) && after <= at(highest, cell) && !broken.has(cell)) continue;
        sum += this.#penalty(cell, after) - this.#penalty(cell, before);
        if (sum >= most + SEARCH.forbidden) return sum;
      }
    }
    return sum;
  }

  /** Makes a move that was spread for so many people. */
  make(move: ElementaryMove, people: number): void {
    move.everyCell(this.#table, (cell, by) => {
      this.#counts[cell] = at(this.#counts, cell) + by;
      this.#touched.push(cell);
      this.#mark(cell);
      return true;
    });
    move.addTo(this.#moved, people);
  }

  /** From the true table to here. */
  move(): Move {
    return this.#moved.move();
  }

  backToTruth(): void {
    for (const cell of this.#touched) {
      this.#counts[cell] = at(this.#table.truth, cell);
      this.#mark(cell);
    }
    this.#touched.length = 0;
    this.#moved.clear();
  }

  #distance(cell: number, people: number): number {
    const low = at(this.#lowest, cell);
    return people < low ? low - people : Math.max(0, people - at(this.#highest, cell));
  }

  #penalty(cell: number, people: number): number {
    const off = this.#distance(cell, people);
    if (off === 0) return 0;
    const cost = at(this.#costs, cell);
    return cost > 0 && people >= 0 ? cost * (1 + off / SEARCH.peopleThatDoubleCost) : SEARCH.forbidden * off;
  }

  /** Keeps account of whether a cell's bounds are broken. */
  #mark(cell: number): void {
    const people = at(this.#counts, cell);
    const isBroken = this.#distance(cell, people) > 0;
    // Nothing makes a count below zero possible.
    const isForbidden = isBroken && (at(this.#costs, cell) === 0 || people < 0) ? 1 : 0;
    this.#forbidden += isForbidden - at(this.#isForbidden, cell);
    this.#isForbidden[cell] = isForbidden;
    if (isBroken) this.#broken.add(cell);
    else this.#broken.delete(cell);
  }
}
