/** What a change of inner places comes to in every sum above them. */
import { at } from '../../lists.ts';
import { cellAt, type Layout } from '../table/layout.ts';

/** Codes of one dimension that change together, each how many times. */
export interface Turned {
  readonly codes: Int32Array;
  readonly counts: Int32Array;
}

/** Places that there is room for at first. */
const ROOM = 1 << 10;

/**
 * A change spread over all dimensions but the last: places, each by how many people. The codes of the last dimension,
 * which are the most, lie side by side; they are gone through only as far as somebody looks.
 *
 * @example new Spread().everyCell(table, () => false); // true
 */
export class Spread {
  /** How many of the places count; the lists may be longer. */
  width = 0;
  places = new Int32Array(ROOM);
  people = new Int32Array(ROOM);
  last: Turned = { codes: new Int32Array(0), counts: new Int32Array(0) };

  /** So many people more in no dimension yet. */
  begin(people: number): void {
    this.places[0] = 0;
    this.people[0] = people;
    this.width = 1;
  }

  /**
   * Every place so far, times every code of one more dimension.
   *
   * @param turned codes of the dimension, and how many times each changes.
   * @param stride of the dimension.
   * @param leads whether any place that is kept starts with the codes so far; all do where it is left out.
   */
  multiply({ codes, counts }: Turned, stride: number, leads?: Uint8Array): void {
    const { width } = this;
    this.#makeRoom(width * (codes.length + 1));
    const { places, people } = this;
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
    this.width = next - width;
  }

  /** Whether every cell the change reaches passes; the first that does not is the last looked at. */
  everyCell(layout: Layout, passes: (cell: number, people: number) => boolean): boolean {
    const { codes, counts } = this.last;
    for (let i = 0; i < this.width; i++) {
      const [place, by] = [at(this.places, i), at(this.people, i)];
      for (let j = 0; j < codes.length; j++) {
        const cell = cellAt(layout, place + at(codes, j));
        if (cell >= 0 && !passes(cell, by * at(counts, j))) return false;
      }
    }
    return true;
  }

  #makeRoom(needed: number): void {
    let room = this.places.length;
    if (needed <= room) return;
    while (room < needed) room *= 2;
    this.places = widened(this.places, room);
    this.people = widened(this.people, room);
  }
}

function widened(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(length);
  wider.set(list);
  return wider;
}
