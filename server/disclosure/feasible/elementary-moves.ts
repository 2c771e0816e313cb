/** Elementary moves of a table, drawn at random: some people more at one code, as many fewer at another, or simply more. */

import { at, item } from '../../lists.ts';
import { type Choices, seededChoices } from '../../random.ts';
import { finestIn } from '../table/dimension.ts';
import type { Layout } from '../table/layout.ts';

import { MOVES } from '../tuning.ts';
import { type DimensionMove, type DimensionMoves, movesWithin } from './dimension-moves.ts';
import type { MovedPeople } from './move.ts';
import { Spread } from './spread.ts';

/** What an elementary move changes: cells, each by how many people; and the places of finest codes behind them. */
export class ElementaryMove extends Spread {
  readonly corners = new Int32Array(1 << 12);
  readonly turns = new Int32Array(1 << 12);
  /** How many of the corners count; the lists are longer. */
  size = 0;

  /** No dimension yet. */
  beginCorners(): void {
    this.corners[0] = 0;
    this.turns[0] = 1;
    this.size = 1;
  }

  /** Every corner so far, times every finest code of a move within one more dimension. */
  addCorners({ finest, turns }: DimensionMove, stride: number): void {
    const many = finest.length;
    for (let i = this.size - 1; i >= 0; i--) {
      const [place, turn] = [at(this.corners, i), at(this.turns, i)];
      for (let j = 0; j < many; j++) {
        this.corners[i * many + j] = place + at(finest, j) * stride;
        this.turns[i * many + j] = turn * at(turns, j);
      }
    }
    this.size *= many;
  }

  /** Adds what it changes at the places of finest codes when it is made with so many people. */
  addTo(moved: MovedPeople, people: number): void {
    for (let i = 0; i < this.size; i++) moved.add(at(this.corners, i), people * at(this.turns, i));
  }
}

/**
 * Elementary moves drawn at random, each made of one move within every dimension.
 *
 * @example new ElementaryMoves(table, 1).draw([0]); // 1
 */
export class ElementaryMoves {
  readonly random: Choices;
  readonly #layout: Layout;
  readonly #finestIn: readonly number[][][];
  readonly #within: readonly DimensionMoves[];
  readonly #leadsToKept: readonly Uint8Array[] | undefined;
  readonly #chosen: DimensionMove[] = [];
  #drawn = new ElementaryMove();
  #kept = new ElementaryMove();

  /** The same seed draws the same moves. */
  constructor(layout: Layout, seed: number) {
    this.#layout = layout;
    this.#finestIn = layout.dimensions.map(finestIn);
    this.random = seededChoices(seed);
    this.#within = layout.dimensions.map((dimension) => movesWithin(dimension, this.random));
    this.#leadsToKept = layout.kept && leadingToKept(layout);
  }

  /** The move last drawn. */
  get drawn(): ElementaryMove {
    return this.#drawn;
  }

  /** The move kept beside it. */
  get kept(): ElementaryMove {
    return this.#kept;
  }

  /** Keeps the move last drawn while others are. */
  keep(): void {
    [this.#drawn, this.#kept] = [this.#kept, this.#drawn];
  }

  /**
   * Draws a move that changes the cell with these codes, and finds its corners.
   *
   * @returns 1 where one more of it is one more in the cell, -1 where it is one fewer.
   */
  draw(codes: readonly number[]): number {
    const drawn = this.#drawn;
    let sign = 1;
    drawn.beginCorners();
    for (let d = 0; d < codes.length; d++) {
      const code = item(codes, d);
      const move = this.#moveWithin(d, code);
      this.#chosen[d] = move;
      if (at(move.counts, move.codes.indexOf(code)) < 0) sign = -sign;
      drawn.addCorners(move, item(this.#layout.strides, d));
    }
    return sign;
  }

  /** Finds what the drawn move changes when it is made with so many people. */
  spread(people: number): void {
    const { strides } = this.#layout;
    const [drawn, last] = [this.#drawn, strides.length - 1];
    drawn.begin(people);
    for (let d = 0; d < last; d++)
      drawn.multiply(item(this.#chosen, d), item(strides, d), this.#leadsToKept?.[d]);
    drawn.last = item(this.#chosen, last);
  }

  #moveWithin(d: number, code: number): DimensionMove {
    const { alone, together } = item(this.#within, d);
    const finest = this.#finestWithin(d, code);
    if (this.random(2) === 0) {
      const move = together(finest);
      // Within the code a swap would leave it as it is.
      if (move.codes.includes(code)) return move;
    }
    return item(alone, finest);
  }

  #finestWithin(d: number, code: number): number {
    const finest = item(item(this.#finestIn, d), code);
    const one = item(finest, this.random(finest.length));
    // What counts in many codes is dear to change.
    const isDear = item(item(this.#layout.dimensions, d).within, one).length > MOVES.manyCodes;
    return isDear && this.random(MOVES.manyCodesOnceIn) > 0 ? item(finest, this.random(finest.length)) : one;
  }
}

/** For each dimension, whether any place is kept that starts with the codes up to it. */
function leadingToKept({ dimensions, strides, kept }: Layout): Uint8Array[] {
  const places = item(dimensions, 0).codes.length * item(strides, 0);
  return dimensions.map((_, d) => {
    const leads = new Uint8Array(places / item(strides, d));
    for (const place of kept?.places ?? []) leads[Math.floor(place / item(strides, d))] = 1;
    return leads;
  });
}
