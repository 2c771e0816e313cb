/** Other possible tables, as moves away from the true one. */
import { at, item } from './lists.ts';
import { codeIn, type Table } from './table.ts';

/** How many people more or fewer some inner cells hold in another table. */
export interface Move {
  /** Cells, all inner, in the order in which they were first moved. */
  readonly inner: Int32Array;
  readonly change: Int32Array;
}

/** By how many people each cell of the whole table differs after a move; cells that do not are left out. */
export function changesOf(table: Table, { inner, change }: Move): Map<number, number> {
  const changes = new Map<number, number>();
  for (let i = 0; i < inner.length; i++) {
    for (const { cell, times } of cellsAbove(table, at(inner, i))) {
      const now = (changes.get(cell) ?? 0) + times * at(change, i);
      if (now === 0) changes.delete(cell);
      else changes.set(cell, now);
    }
  }
  return changes;
}

/** The cells an inner cell counts in, itself included. */
function cellsAbove(table: Table, inner: number): { cell: number; times: number }[] {
  return table.dimensions.reduce(
    (all, { within }, d) => {
      const stride = item(table.strides, d);
      return all.flatMap(({ cell, times }) =>
        item(within, codeIn(table, inner, d)).map((one) => ({
          cell: cell + one.code * stride,
          times: times * one.times,
        })),
      );
    },
    [{ cell: 0, times: 1 }],
  );
}
