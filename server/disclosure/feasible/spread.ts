/** What a change of inner places comes to in every sum above them. */

import { cellAt, type Layout } from '../table/layout.ts';
import { at } from '../table/lists.ts';

/** Codes of one dimension that change together, each how many times. */
export interface Turned {
  readonly codes: Int32Array;
  readonly counts: Int32Array;
}

/**
 * A change spread over all dimensions but the last: places, each by how many people. The codes of the last dimension,
 * which are the most, lie side by side; they are gone through only as far as somebody looks.
 */
export interface Spread {
  /** How many of the places count; the lists may be longer. */
  width: number;
  places: Int32Array;
  people: Int32Array;
  last: Turned;
}

const ROOM = 1 << 10;
const NOTHING: Turned = { codes: new Int32Array(0), counts: new Int32Array(0) };

export const newSpread = (): Spread => ({
  width: 0,
  places: new Int32Array(ROOM),
  people: new Int32Array(ROOM),
  last: NOTHING,
});

/** So many people more in no dimension yet. */
export function begin(spread: Spread, people: number): void {
  spread.places[0] = 0;
  spread.people[0] = people;
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
  makeRoom(spread, width * (codes.length + 1));
  const { places, people } = spread;
  // Behind those read, so that none is written over; then to the front.
  let next = width;
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < codes.length; j++) {
      const place = at(places, i) + at(codes, j) * stride;
      if (leads?.[place / stride] === 0) continue;
      places[next] = place;
      people[next] = at(people, i) * at(counts, j);
      next++;
    }
  }
  places.copyWithin(0, width, next);
  people.copyWithin(0, width, next);
  spread.width = next - width;
}

/** Whether every cell the change reaches passes; the first that does not is the last looked at. */
export function everyCell(
  layout: Layout,
  { width, places, people, last: { codes, counts } }: Spread,
  passes: (cell: number, people: number) => boolean,
): boolean {
  for (let i = 0; i < width; i++) {
    const [place, by] = [at(places, i), at(people, i)];
    for (let j = 0; j < codes.length; j++) {
      const cell = cellAt(layout, place + at(codes, j));
      if (cell >= 0 && !passes(cell, by * at(counts, j))) return false;
    }
  }
  return true;
}

function makeRoom(spread: Spread, needed: number): void {
  let room = spread.places.length;
  if (needed <= room) return;
  while (room < needed) room *= 2;
  spread.places = widened(spread.places, room);
  spread.people = widened(spread.people, room);
}

function widened(list: Int32Array, length: number): Int32Array {
  const wider = new Int32Array(length);
  wider.set(list);
  return wider;
}
