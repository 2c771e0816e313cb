/** A table of people by any number of dimensions, with every total above its inner cells. */
import { type Dimension, finestIn } from './dimension.ts';
import { at, item, type Lists, lists, turned } from './lists.ts';

/** What adds up to what among numbered cells: all that somebody needs who adds and subtracts. */
export interface Sums {
  /** Every sum somebody could add up: the whole first, then its parts. */
  readonly sums: Lists;
  /** For each cell the sums it is in. */
  readonly sumsOf: Lists;
}

/**
 * Every product of codes has a place: the sum of its codes' numbers times the strides. Cells are places, but where only
 * some places are kept: there cells are numbered on their own.
 */
export interface Layout {
  readonly dimensions: readonly Dimension[];
  readonly strides: readonly number[];
  readonly kept?: Kept;
}

/** The places of a table too large to be kept whole: weeks for a few totals alone, say. */
export interface Kept {
  /** The place of each cell. */
  readonly places: Int32Array;
  /** For each place its cell; -1 where it is not kept. */
  readonly cells: Int32Array;
}

export interface Table extends Layout, Sums {
  /** The true count of every cell: one possible table, and so the first witness. */
  readonly truth: Int32Array;
}

/**
 * The whole table above inner cells.
 *
 * @param dimensions of the table.
 * @param countOf people in the inner cell with these codes, one of each dimension.
 * @throws Error naming the inner cell whose count is missing, below zero or no whole number.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4.
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
 * Numbers every combination of codes.
 *
 * @param dimensions of a table, the one whose codes lie side by side last.
 * @throws nothing.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4.
 * @example layoutOf([ward, ward]).strides; // [6, 1]
 */
export const layoutOf = (dimensions: readonly Dimension[]): Layout => ({
  dimensions,
  strides: stridesOf(dimensions.map(({ codes }) => codes.length)),
});

/**
 * The same layout, keeping only some of its places: for tables too large to be held whole.
 *
 * @param layout of the whole table.
 * @param isKept whether the place with these codes is kept, by their numbers.
 * @throws nothing.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4.
 * @example cellsIn(keeping(layoutOf([ward, ward]), ([code]) => code === 5)); // 6
 */
export function keeping(layout: Layout, isKept: (codes: readonly number[]) => boolean): Layout {
  const cells = new Int32Array(placesIn(layout)).fill(-1);
  const places: number[] = [];
  for (let place = 0; place < cells.length; place++) {
    if (isKept(layout.dimensions.map((_, d) => codeAt(layout, place, d))))
      cells[place] = places.push(place) - 1;
  }
  return { ...layout, kept: { places: Int32Array.from(places), cells } };
}

/**
 * A table of counts already added up, with every sum among the cells that are kept.
 *
 * @param layout of the table.
 * @param truth the count of every cell, in people.
 * @throws nothing: whether the counts add up is for the caller to check.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4.
 * @example tableFrom(layoutOf([ward]), table.truth).sums.starts.length - 1; // 1
 */
export const tableFrom = (layout: Layout, truth: Int32Array): Table => ({
  ...layout,
  truth,
  ...sumsFrom([...sumsAmong(layout)], truth.length),
});

const placesIn = ({ dimensions }: Layout): number =>
  dimensions.reduce((all, { codes }) => all * codes.length, 1);

export const cellsIn = (layout: Layout): number => layout.kept?.places.length ?? placesIn(layout);

/** The cell at a place; -1 where it is not kept. */
export const cellAt = ({ kept }: Layout, place: number): number =>
  kept === undefined ? place : at(kept.cells, place);

/** Sums among so many cells: each the whole first, then its parts. */
export function sumsFrom(all: readonly (readonly number[])[], cells: number): Sums {
  const sums = lists(all);
  return { sums, sumsOf: turned(sums, cells) };
}

export const placeOf = ({ kept }: Layout, cell: number): number =>
  kept === undefined ? cell : at(kept.places, cell);

export const codeIn = (layout: Layout, cell: number, d: number): number =>
  codeAt(layout, placeOf(layout, cell), d);

export const codeAt = ({ dimensions, strides }: Layout, place: number, d: number): number =>
  Math.floor(place / item(strides, d)) % item(dimensions, d).codes.length;

export const isInner = (layout: Layout, cell: number): boolean =>
  layout.dimensions.every(({ finest }, d) => codeIn(layout, cell, d) < finest);

export const codesOf = (layout: Layout, cell: number): string[] =>
  layout.dimensions.map(({ codes }, d) => item(codes, codeIn(layout, cell, d)));

/** How messages call a cell: `ward=E05000001, eth=Total`. */
export const nameOf = (layout: Layout, cell: number): string =>
  codesOf(layout, cell)
    .map((code, d) => `${layout.dimensions[d]?.name}=${code}`)
    .join(', ');

/** The cell with these codes; undefined where a dimension has no such code, or the table no such cell. */
export function cellOf(layout: Layout, codes: readonly string[]): number | undefined {
  const numbers = layout.dimensions.map((dimension, d) => dimension.codes.indexOf(codes[d] ?? ''));
  if (numbers.includes(-1)) return undefined;
  const cell = cellAt(
    layout,
    numbers.reduce((place, n, d) => place + n * item(layout.strides, d), 0),
  );
  return cell < 0 ? undefined : cell;
}

function stridesOf(sizes: readonly number[]): number[] {
  return sizes.map((_, d) => sizes.slice(d + 1).reduce((all, size) => all * size, 1));
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

/** Every sum over one dimension, whatever the codes of the others, all of whose cells there are. */
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
      `no count for ${nameOf(layout, cell)}: give every inner cell, with 0 where there is nobody`,
    );
  }
  if (!Number.isInteger(count) || count < 0) {
    throw new Error(`the count for ${nameOf(layout, cell)} is none: it must be a whole number, zero or more`);
  }
  return count;
}
