/** Moves: from the true table to another feasible one. */
import { at, item } from '../../lists.ts';
import type { Membership } from '../table/dimension.ts';
import { codeAt } from '../table/layout.ts';

import type { Table } from '../table/table.ts';
import { Spread, type Turned } from './spread.ts';

/** How many people more or fewer some places of finest codes hold in another table. */
export interface Move {
  /** Places, in the order in which they were first moved. */
  readonly inner: Int32Array;
  readonly change: Int32Array;
}

/** A cell that differs, and by how many people. */
export interface CellChange {
  readonly cell: number;
  readonly people: number;
}

/**
 * By how many people each cell of the whole table differs after a move.
 *
 * @param table whose inner places were moved.
 * @param move people more or fewer at inner places.
 * @returns cells that differ; those that do not are left out.
 * @example changesOf(table, { inner: Int32Array.of(0), change: Int32Array.of(1) }); // [{ cell: 0, people: 1 }, { cell: 5, people: 1 }]
 */
export function changesOf(table: Table, { inner, change }: Move): CellChange[] {
  const { dimensions, strides } = table;
  const last = dimensions.length - 1;
  const spread = new Spread();
  const people = new Int32Array(table.truth.length);
  const reached = new Set<number>();
  for (let i = 0; i < inner.length; i++) {
    const turnedIn = (d: number) =>
      turnedOf(item(item(dimensions, d).within, codeAt(table, at(inner, i), d)));
    spread.begin(at(change, i));
    for (let d = 0; d < last; d++) spread.multiply(turnedIn(d), item(strides, d));
    spread.last = turnedIn(last);
    spread.everyCell(table, (cell, by) => {
      reached.add(cell);
      people[cell] = at(people, cell) + by;
      return true;
    });
  }
  return [...reached].flatMap((cell) => (people[cell] === 0 ? [] : [{ cell, people: at(people, cell) }]));
}

function turnedOf(within: readonly Membership[]): Turned {
  return {
    codes: Int32Array.from(within, ({ code }) => code),
    counts: Int32Array.from(within, ({ times }) => times),
  };
}

/**
 * The people moved so far, by place.
 *
 * @example [...new MovedPeople().move().inner]; // []
 */
export class MovedPeople {
  readonly #byPlace = new Map<number, number>();

  add(place: number, people: number): void {
    this.#byPlace.set(place, (this.#byPlace.get(place) ?? 0) + people);
  }

  clear(): void {
    this.#byPlace.clear();
  }

  move(): Move {
    const changed = [...this.#byPlace].filter(([, people]) => people !== 0);
    return {
      inner: Int32Array.from(changed, ([place]) => place),
      change: Int32Array.from(changed, ([, people]) => people),
    };
  }
}
