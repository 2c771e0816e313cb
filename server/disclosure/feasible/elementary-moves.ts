/** Random steps from one possible table to another: some people more at one code, as many fewer at another, or simply more. */
import { finestIn } from '../table/dimension.ts';
import { at, item } from '../table/lists.ts';
import type { Layout } from '../table/table.ts';
import { type Way, waysOf } from './dimension-moves.ts';
import { type Random, randomFrom } from './random.ts';
import { begin, multiply, newSpread, type Spread } from './spread.ts';

/** A finest code in more codes than this is picked in one of so many cases where there is another. */
const MANY = 20;
const SELDOM = 6;

/** What a step changes: cells, each by how many people; and the places of finest codes behind them. */
export interface Step extends Spread {
  corners: Int32Array;
  turns: Int32Array;
  size: number;
}

export interface Steps {
  readonly random: Random;
  /** The step being weighed. */
  readonly now: Step;
  /** Kept beside it: the best so far. */
  readonly best: Step;
  /**
   * Picks a step that changes the cell with these codes, and finds its corners; 1 where one more of it is one more
   * there, -1 where it is one fewer.
   */
  readonly pick: (codes: readonly number[]) => number;
  /** Finds what the picked step changes when it is made with so many people. */
  readonly spread: (people: number) => void;
  readonly keep: () => void;
}

/**
 * Steps at random, each made of one way in every dimension.
 *
 * @param layout of the table they are steps of.
 * @param seed of all choices: the same seed picks the same steps.
 * @throws nothing.
 * @see Diaconis P, Sturmfels B (1998) Algebraic algorithms for sampling from conditional distributions. Ann. Stat. 26.
 * @example createSteps(table, 1).pick([0]); // 1
 */
export function createSteps(layout: Layout, seed: number): Steps {
  const { dimensions, strides, kept } = layout;
  const count = dimensions.length;
  const inside = dimensions.map(finestIn);
  const random = randomFrom(seed);
  const ways = dimensions.map((dimension) => waysOf(dimension, random));
  const leadsTo = kept && leadingToKept(layout);
  const chosen: Way[] = [];
  const [now, best] = [newStep(), newStep()];

  const finestFor = (d: number, code: number) => {
    const finest = item(item(inside, d), code);
    const one = item(finest, random(finest.length));
    // What counts in many codes is dear to change.
    const isDear = (item(dimensions, d).within[one]?.length ?? 0) > MANY;
    return isDear && random(SELDOM) > 0 ? item(finest, random(finest.length)) : one;
  };
  const wayFor = (d: number, code: number) => {
    const one = finestFor(d, code);
    if (random(2) === 0) {
      const way = item(ways, d).together(one);
      // Within the code a swap would leave it as it is.
      if (way.codes.includes(code)) return way;
    }
    return item(item(ways, d).alone, one);
  };
  const pick = (codes: readonly number[]) => {
    let sign = 1;
    now.size = 1;
    now.corners[0] = 0;
    now.turns[0] = 1;
    for (let d = 0; d < count; d++) {
      const way = wayFor(d, item(codes, d));
      chosen[d] = way;
      if (at(way.counts, way.codes.indexOf(item(codes, d))) < 0) sign = -sign;
      addCorners(now, way, item(strides, d));
    }
    return sign;
  };
  const spread = (people: number) => {
    begin(now, people);
    for (let d = 0; d < count - 1; d++) multiply(now, item(chosen, d), item(strides, d), leadsTo?.[d]);
    now.last = item(chosen, count - 1);
  };
  return { random, now, best, pick, spread, keep: () => swap(now, best) };
}

const newStep = (): Step => ({
  ...newSpread(),
  corners: new Int32Array(1 << 12),
  turns: new Int32Array(1 << 12),
  size: 0,
});

function swap(a: Step, b: Step): void {
  const before = { ...a };
  Object.assign(a, b);
  Object.assign(b, before);
}

function addCorners(step: Step, { finest, turns }: Way, stride: number): void {
  const many = finest.length;
  for (let i = step.size - 1; i >= 0; i--) {
    const [place, turn] = [at(step.corners, i), at(step.turns, i)];
    for (let j = 0; j < many; j++) {
      step.corners[i * many + j] = place + at(finest, j) * stride;
      step.turns[i * many + j] = turn * at(turns, j);
    }
  }
  step.size *= many;
}

/** For each dimension, whether any place is kept that starts with the codes up to it. */
function leadingToKept({ dimensions, strides, kept }: Layout): Uint8Array[] {
  const [first = { codes: [] }] = dimensions;
  const places = first.codes.length * item(strides, 0);
  return dimensions.map((_, d) => {
    const leads = new Uint8Array(places / item(strides, d));
    for (const place of kept?.places ?? []) leads[Math.floor(place / item(strides, d))] = 1;
    return leads;
  });
}
