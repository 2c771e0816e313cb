/** A table of people by any number of dimensions, with every total above its inner cells. */
import { at, item } from '../../lists.ts';
import { type Dimension, finestIn } from './dimension.ts';
import {
  cellAt,
  cellName,
  cellsIn,
  codeIn,
  codesOf,
  isInner,
  type Layout,
  layoutOf,
  placeOf,
} from './layout.ts';
import { type Lists, lists, transposed } from './lists.ts';

/** What adds up to what among numbered cells: all that an intruder needs who adds and subtracts. */
export interface Sums {
  /** Every sum somebody could add up: the whole first, then its parts. */
  readonly sums: Lists;
  /** For each cell the sums it is in. */
  readonly sumsOf: Lists;
}

export interface Table extends Layout, Sums {
  /** The true count of every cell: one feasible table, and so the first witness. */
  readonly truth: Int32Array;
}

/**
 * The whole table above inner cells.
 *
 * @param dimensions of the table.
 * @param countOf people in the inner cell with these codes, one of each dimension.
 * @throws Error naming the inner cell whose count is missing, below zero or no whole number.
 * @example tableOf([ward], ([code]) => people[code]).truth[5]; // 12
 */
export function tableOf(
  dimensions: readonly Dimension[],
  countOf: (codes: readonly string[]) => number | undefined,
): Table {
  const layout = layoutOf(dimensions);
  const truth = new Int32Array(cellsIn(layout));
  for (let cell = 0; cell < truth.length; cell++) {
    if (isInner(layout, cell)) truth[cell] = requireCount(countOf(codesOf(layout, cell)), layout, cell);
  }
  for (const [d, dimension] of dimensions.entries()) addUp(truth, dimension, item(layout.strides, d));
  return tableFrom(layout, truth);
}

/**
 * A table of counts already added up, with every sum among the cells that are kept. Whether the counts add up is for the
 * caller to check.
 *
 * @param layout of the table.
 * @param truth the count of every cell, in people.
 * @example tableFrom(layoutOf([ward]), table.truth).sums.starts.length - 1; // 1
 */
export const tableFrom = (layout: Layout, truth: Int32Array): Table => ({
  ...layout,
  truth,
  ...sumsFrom([...sumsAmong(layout)], truth.length),
});

/**
 * Sums among so many cells: each the whole first, then its parts.
 *
 * @example [...sumsFrom([[2, 0, 1]], 3).sumsOf.starts]; // [0, 1, 2, 3]
 */
export function sumsFrom(all: readonly (readonly number[])[], cells: number): Sums {
  const sums = lists(all);
  return { sums, sumsOf: transposed(sums, cells) };
}

/** Fills the groups of one dimension from its finest codes, whatever the codes of the others. */
function addUp(counts: Int32Array, dimension: Dimension, stride: number): void {
  const size = dimension.codes.length;
  const holds = finestIn(dimension);
  for (let base = 0; base < counts.length; base++) {
    if (Math.floor(base / stride) % size !== 0) continue;
    for (let code = dimension.finest; code < size; code++) {
      let sum = 0;
      for (const finest of item(holds, code)) {
        const times = dimension.within[finest]?.find((one) => one.code === code)?.times ?? 0;
        sum += times * at(counts, base + finest * stride);
      }
      counts[base + code * stride] = sum;
    }
  }
}

/**
 * Every sum over one dimension, whatever the codes of the others, all of whose cells there are.
 *
 * @example [...sumsAmong(table)]; // [[5, 0, 1, 2, 3, 4]]
 */
export function* sumsAmong(layout: Layout): Generator<number[]> {
  const cells = cellsIn(layout);
  for (const [d, { sums, codes }] of layout.dimensions.entries()) {
    const stride = item(layout.strides, d);
    const wholes = codes.map((_, code) => sums.filter(([whole]) => whole === code));
    for (let cell = 0; cell < cells; cell++) {
      const code = codeIn(layout, cell, d);
      const base = placeOf(layout, cell) - code * stride;
      for (const sum of item(wholes, code)) {
        const those = sum.map((one) => cellAt(layout, base + one * stride));
        if (!those.includes(-1)) yield those;
      }
    }
  }
}

function requireCount(count: number | undefined, layout: Layout, cell: number): number {
  if (count === undefined) {
    throw new Error(
      `no count for ${cellName(layout, cell)}: give every inner cell, with 0 where there is nobody`,
    );
  }
  if (!Number.isInteger(count) || count < 0) {
    throw new Error(
      `the count for ${cellName(layout, cell)} is none: it must be a whole number, zero or more`,
    );
  }
  return count;
}
