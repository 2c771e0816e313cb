/** Other possible tables, as moves away from the true one. */
import { at, item } from './lists.ts';
import { cellAt, codeAt, type Table } from './table.ts';

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

/** By how many people each cell of the whole table differs after a move; cells that do not are left out. */
export function changesOf(table: Table, { inner, change }: Move): Changes {
  const all = new Map<number, number>();
  const { dimensions, strides } = table;
  let [places, times] = [new Int32Array(1 << 10), new Int32Array(1 << 10)];
  for (let i = 0; i < inner.length; i++) {
    [places[0], times[0]] = [0, at(change, i)];
    let width = 1;
    for (let d = 0; d < dimensions.length; d++) {
      const within = item(item(dimensions, d).within, codeAt(table, at(inner, i), d));
      const stride = item(strides, d);
      if (width * within.length > places.length) {
        places = Int32Array.from({ length: 4 * places.length }, (_, at) => places[at] ?? 0);
        times = Int32Array.from({ length: 4 * times.length }, (_, at) => times[at] ?? 0);
      }
      for (let j = width - 1; j >= 0; j--) {
        const [place, people] = [at(places, j), at(times, j)];
        for (let k = 0; k < within.length; k++) {
          const { code, times: by } = item(within, k);
          places[j * within.length + k] = place + code * stride;
          times[j * within.length + k] = people * by;
        }
      }
      width *= within.length;
    }
    for (let j = 0; j < width; j++) {
      const cell = cellAt(table, at(places, j));
      if (cell >= 0) all.set(cell, (all.get(cell) ?? 0) + at(times, j));
    }
  }
  const changed = [...all].filter(([, people]) => people !== 0);
  return {
    cells: Int32Array.from(changed, ([cell]) => cell),
    people: Int32Array.from(changed, ([, people]) => people),
  };
}
