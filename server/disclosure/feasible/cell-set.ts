import { at, item } from '../../lists.ts';
/** A set of cells of which one can be drawn at random. */

/** @example new CellSet(9).has(8); // false */
export class CellSet {
  readonly #cells: number[] = [];
  /** For each cell where it stands among them; -1 where it does not. */
  readonly #indexOf: Int32Array;

  constructor(cells: number) {
    this.#indexOf = new Int32Array(cells).fill(-1);
  }

  get cells(): readonly number[] {
    return this.#cells;
  }

  has(cell: number): boolean {
    return at(this.#indexOf, cell) >= 0;
  }

  add(cell: number): void {
    if (!this.has(cell)) this.#indexOf[cell] = this.#cells.push(cell) - 1;
  }

  delete(cell: number): void {
    if (!this.has(cell)) return;
    const index = at(this.#indexOf, cell);
    const last = item(this.#cells, this.#cells.length - 1);
    this.#cells.length--;
    if (last !== cell) {
      this.#cells[index] = last;
      this.#indexOf[last] = index;
    }
    this.#indexOf[cell] = -1;
  }
}
