/** Other possible tables, as moves away from the true one. */
import type { Membership } from '../table/dimension.ts';
import { at, item } from '../table/lists.ts';
import { codeAt, type Table } from '../table/table.ts';
import { begin, everyCell, multiply, newSpread, type Turned } from './spread.ts';

/** How many people more or fewer some places of finest codes hold in another table. */
export interface Move {
  /** Places, in the order in which they were first moved. */
  readonly inner: Int32Array;
  readonly change: Int32Array;
}

/** Cells that differ, and by how many people. */
export interface Changes {
  readonly cells: Int32Array;
  readonly people: Int32Array;
}

/**
 * By how many people each cell of the whole table differs after a move.
 *
 * @param table whose inner places were moved.
 * @param move people more or fewer at inner places.
 * @returns cells that differ; those that do not are left out.
 * @throws nothing.
 * @see DESIGN: a witness is another possible table.
 * @example changesOf(table, { inner: Int32Array.of(0), change: Int32Array.of(1) }).cells.length; // 2
 */
export function changesOf(table: Table, { inner, change }: Move): Changes {
  const { dimensions, strides } = table;
  const last = dimensions.length - 1;
  const spread = newSpread();
  const people = new Int32Array(table.truth.length);
  const reached = new Set<number>();
  for (let i = 0; i < inner.length; i++) {
    const turnedIn = (d: number) =>
      turnedOf(item(item(dimensions, d).within, codeAt(table, at(inner, i), d)));
    begin(spread, at(change, i));
    for (let d = 0; d < last; d++) multiply(spread, turnedIn(d), item(strides, d));
    spread.last = turnedIn(last);
    everyCell(table, spread, (cell, by) => {
      reached.add(cell);
      people[cell] = at(people, cell) + by;
      return true;
    });
  }
  const cells = Int32Array.from(reached).filter((cell) => at(people, cell) !== 0);
  return { cells, people: cells.map((cell) => at(people, cell)) };
}

function turnedOf(within: readonly Membership[]): Turned {
  const [codes, counts] = [new Int32Array(within.length), new Int32Array(within.length)];
  for (const [i, { code, times }] of within.entries()) [codes[i], counts[i]] = [code, times];
  return { codes, counts };
}
