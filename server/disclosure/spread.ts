/** What a change of inner places comes to in every sum above them, dimension by dimension. */
import { at } from './lists.ts';

/** Cells by their places, each with how many people more it holds; only the first `width` of each list count. */
export interface Spread {
  width: number;
  cells: Int32Array;
  times: Int32Array;
}

/** Codes of one dimension that change together, each how many times. */
export interface Turned {
  readonly codes: Int32Array;
  readonly counts: Int32Array;
}

const ROOM = 1 << 12;

export const newSpread = (): Spread => ({
  width: 0,
  cells: new Int32Array(ROOM),
  times: new Int32Array(ROOM),
});

/** So many people more at the first place, where every code is the first: dimensions are multiplied in from there. */
export function begin(spread: Spread, people: number): void {
  spread.cells[0] = 0;
  spread.times[0] = people;
  spread.width = 1;
}

/**
 * Every place so far, times every code of one more dimension.
 *
 * @param spread changed in place.
 * @param turned codes of the dimension, and how many times each changes.
 * @param stride of the dimension.
 * @param leads whether any place that is kept starts with the codes so far; all do where it is left out.
 */
export function multiply(
  spread: Spread,
  { codes, counts }: Turned,
  stride: number,
  leads?: Uint8Array,
): void {
  const { width } = spread;
  const size = codes.length;
  // What is left out makes later places fewer than those read: they go behind them first.
  const start = leads === undefined ? 0 : width;
  makeRoom(spread, start + width * size);
  const { cells, times } = spread;
  if (leads === undefined) {
    // From the end, so that no place is written over before it is read.
    for (let i = width - 1; i >= 0; i--) {
      const [cell, by] = [at(cells, i), at(times, i)];
      for (let j = 0; j < size; j++) {
        cells[i * size + j] = cell + at(codes, j) * stride;
        times[i * size + j] = by * at(counts, j);
      }
    }
    spread.width = width * size;
    return;
  }
  let next = start;
  for (let i = 0; i < width; i++) {
    const [cell, by] = [at(cells, i), at(times, i)];
    for (let j = 0; j < size; j++) {
      const place = cell + at(codes, j) * stride;
      if (at(leads, Math.trunc(place / stride)) === 0) continue;
      cells[next] = place;
      times[next] = by * at(counts, j);
      next++;
    }
  }
  cells.copyWithin(0, start, next);
  times.copyWithin(0, start, next);
  spread.width = next - start;
}

function makeRoom(spread: Spread, needed: number): void {
  let room = spread.cells.length;
  if (needed <= room) return;
  while (room < needed) room *= 2;
  spread.cells = widened(spread.cells, room);
  spread.times = widened(spread.times, room);
}

function widened(list: Int32Array, length: number): Int32Array {
  const wider = new Int32Array(length);
  wider.set(list);
  return wider;
}
