/** The cells of a table, by their codes: which there are, and what each is called. */
import { at, item } from '../../lists.ts';
import type { Dimension } from './dimension.ts';

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
interface Kept {
  /** The place of each cell. */
  readonly places: Int32Array;
  /** For each place its cell; -1 where it is not kept. */
  readonly cells: Int32Array;
}

/**
 * Numbers every combination of codes.
 *
 * @param dimensions of a table, the one whose codes lie side by side last.
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

const placesIn = ({ dimensions }: Layout): number =>
  dimensions.reduce((all, { codes }) => all * codes.length, 1);

export const cellsIn = (layout: Layout): number => layout.kept?.places.length ?? placesIn(layout);

/** The cell at a place; -1 where it is not kept. */
export const cellAt = ({ kept }: Layout, place: number): number =>
  kept === undefined ? place : at(kept.cells, place);

export const placeOf = ({ kept }: Layout, cell: number): number =>
  kept === undefined ? cell : at(kept.places, cell);

export const codeIn = (layout: Layout, cell: number, d: number): number =>
  codeAt(layout, placeOf(layout, cell), d);

export const codeAt = ({ dimensions, strides }: Layout, place: number, d: number): number =>
  Math.floor(place / item(strides, d)) % item(dimensions, d).codes.length;

/** The number of a cell's code in each dimension. */
export const codeNumbersOf = (layout: Layout, cell: number): number[] =>
  layout.dimensions.map((_, d) => codeIn(layout, cell, d));

export const codesOf = (layout: Layout, cell: number): string[] =>
  layout.dimensions.map(({ codes }, d) => item(codes, codeIn(layout, cell, d)));

export const isInner = (layout: Layout, cell: number): boolean =>
  layout.dimensions.every(({ finest }, d) => codeIn(layout, cell, d) < finest);

/** How messages call a cell: `ward=E05000001, eth=Total`. */
export const cellName = (layout: Layout, cell: number): string =>
  codesOf(layout, cell)
    .map((code, d) => `${item(layout.dimensions, d).name}=${code}`)
    .join(', ');

/**
 * The cell with these codes; undefined where a dimension has no such code, or the table no such cell.
 *
 * @example cellOf(table, ['Total']); // 5
 */
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
