/** The least and the most that every cell of a table may be. */
import { at } from '../../lists.ts';
import type { Bounds } from '../policy.ts';

export interface CellBounds {
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
}

/** Bounds of one cell. */
export interface CellRange extends Bounds {
  readonly cell: number;
}

/** No count of people in any table we publish reaches this. */
export const UNLIMITED = 2 ** 30;

export const boundsAt = ({ lowest, highest }: CellBounds, cell: number): Bounds => ({
  lowest: at(lowest, cell),
  highest: at(highest, cell),
});

/** What lies in both: nothing where the lowest comes out above the highest. */
export const overlap = (a: Bounds, b: Bounds): Bounds => ({
  lowest: Math.max(a.lowest, b.lowest),
  highest: Math.min(a.highest, b.highest),
});
