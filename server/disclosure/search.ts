/** Looks for another table that fits everything published, by plus/minus moves away from the true one. */
import type { Limits, Supposition } from './deduce.ts';
import { finestIn, siblingsOf } from './dimension.ts';
import { at, item } from './lists.ts';
import type { Move } from './move.ts';
import { codeIn, isInner, type Table } from './table.ts';

/** A table that fits, but for the cells it breaks: it fits all once those are withheld. */
export interface Found extends Move {
  readonly breaks: readonly number[];
}

/** How hard it looks for one table before it gives up. */
export interface Effort {
  /** Moves made from the true table. */
  readonly steps: number;
  /** Moves weighed for each one made. */
  readonly choices: number;
  /** Fresh starts. */
  readonly starts: number;
}

/** Undefined means that it gave up, not that there is no such table. */
export type Search = (wanted: Supposition, effort: Effort) => Found | undefined;

/** What a limit that may not be broken weighs, for each person beyond it. */
const NEVER = 1000;
/** One swap in so many is with a cell of another group. */
const FAR = 12;
/** One move that makes things worse is made in so many. */
const WORSE = 50;

/**
 * Prepares a search for tables that keep `limits`, or break those of cells with a cost as cheaply as it can.
 *
 * @param table with its true counts, which must keep the limits.
 * @param limits of every cell, in people.
 * @param costs what breaking the limits of each cell costs; 0 where they may not be broken; none may when left out.
 * @param seed of its choices: the same seed finds the same tables.
 * @returns a function from what one cell is wanted to be, with all that follows from it, to a table found.
 * @throws nothing.
 * @see Diaconis P, Sturmfels B (1998) Algebraic algorithms for sampling from conditional distributions. Ann. Stat. 26
 * (moves that keep margins); Hoos HH, Stuetzle T (2004) Stochastic Local Search, ch. 6.
 * @example createSearch(table, limits, 1)(deduction.suppose(cell, 4, 7), { steps: 50, choices: 100, starts: 2 });
 */
export function createSearch(table: Table, limits: Limits, seed: number, costs?: Float64Array): Search {
  const { dimensions, strides } = table;
  const count = dimensions.length;
  const value = table.truth.slice();
  const { lowest, highest } = { lowest: limits.lowest.slice(), highest: limits.highest.slice() };
  const inside = dimensions.map(finestIn);
  const siblings = dimensions.map(siblingsOf);
  const parts = dimensions.map(partsOf);
  const random = randomFrom(seed);
  const broken: number[] = [];
  const brokenAt = new Int32Array(value.length).fill(-1);
  const neverAt = new Uint8Array(value.length);
  let never = 0;
  /** Cells changed since the true table, each maybe more than once. */
  const touched: number[] = [];

  const distance = (cell: number, people: number) => {
    const low = at(lowest, cell);
    if (people < low) return low - people;
    const high = at(highest, cell);
    return people > high ? people - high : 0;
  };
  const costOf = (cell: number) => (costs === undefined ? 0 : at(costs, cell));
  const penalty = (cell: number, people: number) => {
    const off = distance(cell, people);
    if (off === 0) return 0;
    const cost = costOf(cell);
    return cost > 0 && people >= 0 ? cost * (1 + off / 20) : NEVER * off;
  };
  const mark = (cell: number) => {
    const people = at(value, cell);
    const isBroken = distance(cell, people) > 0;
    // Nothing makes a count below zero possible.
    const isNever = isBroken && (costOf(cell) === 0 || people < 0) ? 1 : 0;
    never += isNever - at(neverAt, cell);
    neverAt[cell] = isNever;
    const place = at(brokenAt, cell);
    if (isBroken === place >= 0) return;
    if (isBroken) {
      brokenAt[cell] = broken.push(cell) - 1;
      return;
    }
    const last = broken.pop() as number;
    if (last !== cell) {
      broken[place] = last;
      brokenAt[last] = place;
    }
    brokenAt[cell] = -1;
  };

  // The move being weighed: the product of one list of parts per dimension.
  let width = 1;
  let cells = new Int32Array(1 << 12);
  let times = new Int32Array(1 << 12);
  const kept = { width: 0, cells: new Int32Array(1 << 12), times: new Int32Array(1 << 12) };
  const spread = (lists: readonly Parts[], by: number) => {
    cells[0] = 0;
    times[0] = by;
    width = 1;
    for (let d = 0; d < count; d++) {
      const { codes, counts } = item(lists, d);
      const stride = item(strides, d);
      const size = codes.length;
      for (let i = width - 1; i >= 0; i--) {
        const [cell, times0] = [at(cells, i), at(times, i)];
        for (let j = 0; j < size; j++) {
          cells[i * size + j] = cell + at(codes, j) * stride;
          times[i * size + j] = times0 * at(counts, j);
        }
      }
      width *= size;
    }
  };
  const corners = new Int32Array(1 << count);
  /** Whether the picked move takes an inner cell out of limits that it may not break: most do, and are soon found out. */
  const leavesLimits = (by: number) => {
    let size = 1;
    corners[0] = 0;
    for (let d = 0; d < count; d++) {
      const { one, other } = item(chosen, d);
      const stride = item(strides, d);
      for (let i = 0; i < size; i++) {
        if (other >= 0) corners[size + i] = at(corners, i) + other * stride;
        corners[i] = at(corners, i) + one * stride;
      }
      if (other >= 0) size *= 2;
    }
    for (let i = 0; i < size; i++) {
      const cell = at(corners, i);
      const people = at(value, cell) + (oddBits(i) ? -by : by);
      if ((people < at(lowest, cell) || people > at(highest, cell)) && (costOf(cell) === 0 || people < 0))
        return true;
    }
    return false;
  };
  const weigh = (best: number) => {
    let sum = 0;
    for (let i = 0; i < width && sum < best + NEVER; i++) {
      const cell = at(cells, i);
      const people = at(value, cell);
      const after = penalty(cell, people + at(times, i));
      if (after > 0 || at(brokenAt, cell) >= 0) sum += after - penalty(cell, people);
    }
    return sum;
  };
  const chosen: Parts[] = [];
  /** Picks at random a move that changes the cell with these codes. */
  const pick = (codes: readonly number[]) => {
    for (let d = 0; d < count; d++) {
      const code = item(codes, d);
      const finest = item(item(inside, d), code);
      const one = item(finest, random(finest.length));
      const list = random(2) === 0 ? item(parts, d)(one, partner(d, one)) : item(parts, d)(one, -1);
      // A swap within the cell would leave it as it is.
      chosen[d] = list.codes.includes(code) ? list : item(parts, d)(one, -1);
    }
  };
  const partner = (d: number, one: number) => {
    const near = item(item(siblings, d), one);
    const far = near.length === 0 || random(FAR) === 0;
    return far ? random(item(dimensions, d).finest) : item(near, random(near.length));
  };
  const takeStep = (target: number, choices: number) => {
    const cell = at(brokenAt, target) >= 0 ? target : item(broken, random(broken.length));
    const people = at(value, cell);
    const up = people < at(lowest, cell) ? 1 : -1;
    const off = distance(cell, people);
    const codes = dimensions.map((_, d) => codeIn(table, cell, d));
    let best = Number.POSITIVE_INFINITY;
    for (let choice = 0; choice < choices; choice++) {
      pick(codes);
      const by = up * (off > 1 && random(2) === 0 ? off : 1);
      if (best <= 0 && leavesLimits(by)) continue;
      spread(chosen, by);
      const sum = weigh(best);
      if (sum >= best) continue;
      best = sum;
      [kept.cells, cells, kept.times, times, kept.width] = [cells, kept.cells, times, kept.times, width];
    }
    if (best === Number.POSITIVE_INFINITY) return;
    if (best > 0 && cell !== target && random(WORSE) > 0) return;
    for (let i = 0; i < kept.width; i++) change(at(kept.cells, i), at(kept.times, i));
  };
  const change = (cell: number, by: number) => {
    value[cell] = at(value, cell) + by;
    touched.push(cell);
    mark(cell);
  };
  const backToTruth = () => {
    for (const cell of touched) {
      value[cell] = at(table.truth, cell);
      mark(cell);
    }
    touched.length = 0;
  };
  const found = (): Found => {
    const inner = Int32Array.from(new Set(touched)).filter(
      (cell) => at(value, cell) !== at(table.truth, cell) && isInner(table, cell),
    );
    return {
      inner,
      change: inner.map((cell) => at(value, cell) - at(table.truth, cell)),
      breaks: [...broken],
    };
  };
  const limit = (cellsOf: Int32Array, low: Int32Array, high: Int32Array) => {
    cellsOf.forEach((cell, i) => {
      lowest[cell] = at(low, i);
      highest[cell] = at(high, i);
      mark(cell);
    });
  };

  return (wanted, { steps, choices, starts }) => {
    const before = [wanted.cells.map((c) => at(lowest, c)), wanted.cells.map((c) => at(highest, c))] as const;
    limit(wanted.cells, wanted.lowest, wanted.highest);
    const target = at(wanted.cells, 0);
    let best: Found | undefined;
    let bestCost = Number.POSITIVE_INFINITY;
    for (let start = 0; start < starts && bestCost > 0; start++) {
      for (let step = 0; step <= steps && bestCost > 0; step++) {
        if (never === 0) {
          const cost = broken.reduce((sum, cell) => sum + costOf(cell), 0);
          if (cost < bestCost) [best, bestCost] = [found(), cost];
        }
        if (bestCost > 0) takeStep(target, choices);
      }
      backToTruth();
    }
    limit(wanted.cells, ...before);
    return best;
  };
}

/** Whether an odd number of bits is set: each swap turns the sign. */
function oddBits(number: number): boolean {
  let bits = number ^ (number >> 4);
  bits ^= bits >> 2;
  return ((bits ^ (bits >> 1)) & 1) === 1;
}

interface Parts {
  readonly one: number;
  /** -1 where nobody is taken from another code. */
  readonly other: number;
  readonly codes: Int32Array;
  readonly counts: Int32Array;
}

/** The codes that change when one finest code gets one more person, taken from another one where that is not -1. */
function partsOf({ within, finest }: Table['dimensions'][number]): (one: number, other: number) => Parts {
  const known = new Map<number, Parts>();
  return (one, other) => {
    const key = one * (finest + 1) + other + 1;
    const before = known.get(key);
    if (before !== undefined) return before;
    const sums = new Map<number, number>();
    for (const { code, times } of item(within, one)) sums.set(code, times);
    if (other >= 0) {
      for (const { code, times } of item(within, other)) sums.set(code, (sums.get(code) ?? 0) - times);
    }
    const changed = [...sums].filter(([, times]) => times !== 0);
    const parts = {
      one,
      other,
      codes: Int32Array.from(changed, ([code]) => code),
      counts: Int32Array.from(changed, ([, times]) => times),
    };
    known.set(key, parts);
    return parts;
  };
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
