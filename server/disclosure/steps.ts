/** Random steps from one possible table to another: some people more at one code, as many fewer at another, or simply more. */
import { type Dimension, finestIn, nearestOf } from './dimension.ts';
import { at, item } from './lists.ts';
import { cellAt, type Layout } from './table.ts';

/** One swap in so many is with a code of another group. */
const FAR = 12;
/** A block grows by one more code in all but one of so many cases: some stay small, some take in whole histories. */
const GROWTHS = [4, 20] as const;
/** A finest code in more codes than this is picked in one of so many cases where there is another. */
const MANY = 20;
const SELDOM = 6;
/** Blocks made for each finest code. */
const BLOCKS = 48;

/** What a step changes: cells, each by how many people; and the places of finest codes behind them. */
export interface Step {
  width: number;
  cells: Int32Array;
  times: Int32Array;
  corners: Int32Array;
  turns: Int32Array;
  size: number;
}

export interface Steps {
  readonly random: (below: number) => number;
  /** The step being weighed. */
  readonly now: Step;
  /** Kept beside it: the best so far. */
  readonly best: Step;
  /**
   * Picks a step that changes the cell with these codes, and finds its corners; 1 where one more of it is one more
   * there, -1 where it is one fewer.
   */
  readonly pick: (codes: readonly number[]) => number;
  /** Finds every cell that the picked step changes when it is made with so many people. */
  readonly spread: (people: number) => void;
  readonly keep: () => void;
}

export function createSteps(layout: Layout, seed: number): Steps {
  const { dimensions, strides, kept } = layout;
  const count = dimensions.length;
  const inside = dimensions.map(finestIn);
  const random = randomFrom(seed);
  const ways = dimensions.map((dimension) => waysOf(dimension, random));
  const leadsTo = kept && leadingToKept(layout);
  const chosen: Part[] = [];
  const [now, best] = [newStep(), newStep()];

  const finestFor = (d: number, code: number) => {
    const finest = item(item(inside, d), code);
    const one = item(finest, random(finest.length));
    // What counts in many codes is dear to change.
    const isDear = (item(dimensions, d).within[one]?.length ?? 0) > MANY;
    return isDear && random(SELDOM) > 0 ? item(finest, random(finest.length)) : one;
  };
  const partFor = (d: number, code: number) => {
    const one = finestFor(d, code);
    if (random(2) === 0) {
      const part = item(ways, d).together(one);
      // Within the code a swap would leave it as it is.
      if (part.codes.includes(code)) return part;
    }
    return item(item(ways, d).alone, one);
  };
  const pick = (codes: readonly number[]) => {
    let sign = 1;
    now.size = 1;
    now.corners[0] = 0;
    now.turns[0] = 1;
    for (let d = 0; d < count; d++) {
      const part = partFor(d, item(codes, d));
      chosen[d] = part;
      if (at(part.counts, part.codes.indexOf(item(codes, d))) < 0) sign = -sign;
      addCorners(now, part, item(strides, d));
    }
    return sign;
  };
  const spread = (people: number) => {
    now.cells[0] = 0;
    now.times[0] = people;
    now.width = 1;
    for (let d = 0; d < count; d++) multiply(now, item(chosen, d), item(strides, d), leadsTo?.[d]);
    if (kept !== undefined) toCells(now, layout);
  };
  return { random, now, best, pick, spread, keep: () => swap(now, best) };
}

const newStep = (): Step => ({
  width: 0,
  cells: new Int32Array(1 << 12),
  times: new Int32Array(1 << 12),
  corners: new Int32Array(1 << 12),
  turns: new Int32Array(1 << 12),
  size: 0,
});

function swap(a: Step, b: Step): void {
  const before = { ...a };
  Object.assign(a, b);
  Object.assign(b, before);
}

function addCorners(step: Step, { finest, turns }: Part, stride: number): void {
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

/** Every place so far, times every code of one more dimension; without those that lead to nothing kept. */
function multiply(step: Step, { codes, counts }: Part, stride: number, leads: Uint8Array | undefined): void {
  const size = codes.length;
  if (step.width * size > step.cells.length) grow(step);
  const { cells, times } = step;
  if (leads !== undefined) {
    multiplyKept(step, codes, counts, stride, leads);
    return;
  }
  for (let i = step.width - 1; i >= 0; i--) {
    const [cell, by] = [at(cells, i), at(times, i)];
    for (let j = 0; j < size; j++) {
      cells[i * size + j] = cell + at(codes, j) * stride;
      times[i * size + j] = by * at(counts, j);
    }
  }
  step.width *= size;
}

/** Where the next places are fewer they cannot be written over the last: they go behind them first. */
function multiplyKept(
  step: Step,
  codes: Int32Array,
  counts: Int32Array,
  stride: number,
  leads: Uint8Array,
): void {
  const { width } = step;
  const size = codes.length;
  if (width * (size + 1) > step.cells.length) grow(step);
  let next = width;
  for (let i = 0; i < width; i++) {
    const [cell, by] = [at(step.cells, i), at(step.times, i)];
    for (let j = 0; j < size; j++) {
      const place = cell + at(codes, j) * stride;
      if (leads[Math.trunc(place / stride)] === 0) continue;
      step.cells[next] = place;
      step.times[next] = by * at(counts, j);
      next++;
    }
  }
  step.cells.copyWithin(0, width, next);
  step.times.copyWithin(0, width, next);
  step.width = next - width;
}

function grow(step: Step): void {
  for (const list of ['cells', 'times'] as const) {
    const wider = new Int32Array(step[list].length * 4);
    wider.set(step[list]);
    step[list] = wider;
  }
}

function toCells(step: Step, layout: Layout): void {
  for (let i = 0; i < step.width; i++) step.cells[i] = cellAt(layout, at(step.cells, i));
}

/** One way to step in one dimension: finest codes with one person more or fewer, and every code that changes with them. */
interface Part {
  readonly finest: Int32Array;
  readonly turns: Int32Array;
  readonly codes: Int32Array;
  readonly counts: Int32Array;
}

function partOf({ within }: Dimension, changed: ReadonlyMap<number, number>): Part {
  const sums = new Map<number, number>();
  for (const [finest, turn] of changed) {
    for (const { code, times } of item(within, finest)) sums.set(code, (sums.get(code) ?? 0) + turn * times);
  }
  const codes = [...sums].filter(([, times]) => times !== 0);
  return {
    finest: Int32Array.from(changed.keys()),
    turns: Int32Array.from(changed.values()),
    codes: Int32Array.from(codes, ([code]) => code),
    counts: Int32Array.from(codes, ([, times]) => times),
  };
}

/** For each finest code the ways to step with it: alone, and with others so that fewer codes change. */
interface Ways {
  readonly alone: readonly Part[];
  /** One of many at random. */
  readonly together: (one: number) => Part;
}

function waysOf(dimension: Dimension, random: (below: number) => number): Ways {
  const alone = dimension.within.map((_, one) => partOf(dimension, new Map([[one, 1]])));
  return {
    alone,
    together: hasDifferences(dimension) ? blocks(dimension, random) : swaps(dimension, random),
  };
}

const hasDifferences = ({ within }: Dimension): boolean => within.flat().some(({ times }) => times < 0);

/** One more here, one fewer at a code that shares most groups with it; now and then at any other. */
function swaps(dimension: Dimension, random: (below: number) => number): Ways['together'] {
  const nearest = nearestOf(dimension);
  const known = new Map<number, Part>();
  return (one) => {
    const near = item(nearest, one);
    const far = near.length === 0 || random(FAR) === 0;
    const other = far ? random(dimension.finest) : item(near, random(near.length));
    const key = one * dimension.finest + other;
    const changed = new Map(
      one === other
        ? [[one, 1]]
        : [
            [one, 1],
            [other, -1],
          ],
    );
    const part = known.get(key) ?? partOf(dimension, changed);
    known.set(key, part);
    return part;
  };
}

/**
 * One more at several codes whose differences stay as they are: one more with a dose by every date from here to there.
 * A block grows by codes that cancel a difference, and is one of a few made in advance.
 */
function blocks(dimension: Dimension, random: (below: number) => number): Ways['together'] {
  const { within } = dimension;
  const counting = dimension.codes.map((_, code) =>
    [...within.keys()].flatMap((finest) =>
      item(within, finest).flatMap((one) => (one.code === code ? [{ finest, times: one.times }] : [])),
    ),
  );
  const grow = (one: number, growth: number) => {
    const changed = new Map([[one, 1]]);
    while (random(growth) > 0) {
      const { codes, counts } = partOf(dimension, changed);
      const code = random(codes.length);
      const cancelling = item(counting, at(codes, code)).filter(
        ({ finest, times }) => times === -at(counts, code) && !changed.has(finest),
      );
      const next = cancelling[random(Math.max(1, cancelling.length))];
      if (next !== undefined) changed.set(next.finest, 1);
    }
    return partOf(dimension, changed);
  };
  const made = within.map((_, one) =>
    Array.from({ length: BLOCKS }, (_, i) => grow(one, GROWTHS[i % 2 === 0 ? 0 : 1])),
  );
  return (one) => item(item(made, one), random(BLOCKS));
}

/** Whole numbers below a limit, the same for the same seed (Marsaglia's xorshift). */
function randomFrom(seed: number): (below: number) => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
