/** Looks for another table that fits everything published, by plus/minus moves away from the true one. */
import type { Limits, Supposition } from '../bounds/deduction.ts';
import type { Bounds } from '../policy.ts';
import { at, item } from '../table/lists.ts';
import { cellAt, codeIn, type Table } from '../table/table.ts';
import { createSteps } from './elementary-moves.ts';
import type { Move } from './move.ts';
import { everyCell } from './spread.ts';

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

export interface Search {
  /** Undefined means that it gave up, not that there is no such table. */
  readonly find: (wanted: Supposition, effort: Effort) => Found | undefined;
  /** From now on a cell has these limits, and breaking them costs so much. */
  readonly relimit: (cell: number, bounds: Bounds, cost: number) => void;
}

/** What a limit that may not be broken weighs, for each person beyond it. */
const NEVER = 1000;
/** One move that makes things worse is made in so many. */
const WORSE = 50;

/**
 * Prepares a search for tables that keep `limits`, or break those of cells with a cost as cheaply as it can.
 *
 * @param table with its true counts, which must keep the limits.
 * @param limits of every cell, in people.
 * @param costs what breaking the limits of each cell costs; 0 where they may not be broken; none may when left out.
 * @param seed of its choices: the same seed finds the same tables.
 * @returns `find`: from what one cell is wanted to be, with all that follows from it, to a table found.
 * @throws nothing.
 * @see Diaconis P, Sturmfels B (1998) Algebraic algorithms for sampling from conditional distributions. Ann. Stat. 26
 * (moves that keep margins); Hoos HH, Stuetzle T (2004) Stochastic Local Search, ch. 6.
 * @example createSearch(table, limitsOf(published), 1).find(
 *   createDeduction(table, limitsOf(published)).suppose(1, 4, 7),
 *   { steps: 50, choices: 100, starts: 2 },
 * ).breaks; // []
 */
export function createSearch(table: Table, limits: Limits, seed: number, costs?: Float64Array): Search {
  const { dimensions } = table;
  const steps = createSteps(table, seed);
  const { random, now, best: bestStep } = steps;
  const value = table.truth.slice();
  const own = costs?.slice();
  const { lowest, highest } = { lowest: limits.lowest.slice(), highest: limits.highest.slice() };
  const broken: number[] = [];
  const brokenAt = new Int32Array(value.length).fill(-1);
  const neverAt = new Uint8Array(value.length);
  let never = 0;
  /** Cells changed since the true table, each maybe more than once. */
  const touched: number[] = [];
  /** By how many people each place of finest codes was moved. */
  const moved = new Map<number, number>();

  const distance = (cell: number, people: number) => {
    const low = at(lowest, cell);
    if (people < low) return low - people;
    const high = at(highest, cell);
    return people > high ? people - high : 0;
  };
  const costOf = (cell: number) => (own === undefined ? 0 : at(own, cell));
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

  /** Whether the picked step takes an inner cell out of limits that it may not break: most do, and are soon found out. */
  const leavesLimits = (by: number) => {
    for (let i = 0; i < now.size; i++) {
      const cell = cellAt(table, at(now.corners, i));
      if (cell < 0) continue;
      const people = at(value, cell) + by * at(now.turns, i);
      if ((people < at(lowest, cell) || people > at(highest, cell)) && (costOf(cell) === 0 || people < 0))
        return true;
    }
    return false;
  };
  /** What the step makes worse, until it is too much: written out, for nearly all the time of a search goes by here. */
  const weigh = (best: number) => {
    const { width, places, people, last } = now;
    let sum = 0;
    for (let i = 0; i < width; i++) {
      const [place, by] = [at(places, i), at(people, i)];
      for (let j = 0; j < last.codes.length; j++) {
        const cell = cellAt(table, place + at(last.codes, j));
        if (cell < 0) continue;
        const before = at(value, cell);
        const after = before + by * at(last.counts, j);
        if (at(brokenAt, cell) < 0 && after >= at(lowest, cell) && after <= at(highest, cell)) continue;
        sum += penalty(cell, after) - penalty(cell, before);
        if (sum >= best + NEVER) return sum;
      }
    }
    return sum;
  };
  const takeStep = (target: number, choices: number) => {
    const cell = at(brokenAt, target) >= 0 ? target : item(broken, random(broken.length));
    const people = at(value, cell);
    const up = people < at(lowest, cell) ? 1 : -1;
    const off = distance(cell, people);
    const codes = dimensions.map((_, d) => codeIn(table, cell, d));
    let best = Number.POSITIVE_INFINITY;
    let made = 0;
    for (let choice = 0; choice < choices; choice++) {
      const by = steps.pick(codes) * up * (off > 1 && random(2) === 0 ? off : 1);
      if (best <= 0 && leavesLimits(by)) continue;
      steps.spread(by);
      const sum = weigh(best);
      if (sum >= best) continue;
      [best, made] = [sum, by];
      steps.keep();
    }
    if (best === Number.POSITIVE_INFINITY) return;
    if (best > 0 && cell !== target && random(WORSE) > 0) return;
    everyCell(table, bestStep, change);
    for (let i = 0; i < bestStep.size; i++) {
      const place = at(bestStep.corners, i);
      moved.set(place, (moved.get(place) ?? 0) + made * at(bestStep.turns, i));
    }
  };
  const change = (cell: number, by: number) => {
    value[cell] = at(value, cell) + by;
    touched.push(cell);
    mark(cell);
    return true;
  };
  const backToTruth = () => {
    for (const cell of touched) {
      value[cell] = at(table.truth, cell);
      mark(cell);
    }
    touched.length = 0;
    moved.clear();
  };
  const found = (): Found => {
    const changed = [...moved].filter(([, people]) => people !== 0);
    return {
      inner: Int32Array.from(changed, ([place]) => place),
      change: Int32Array.from(changed, ([, people]) => people),
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

  const find: Search['find'] = (wanted, { steps, choices, starts }) => {
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
  const relimit: Search['relimit'] = (cell, bounds, cost) => {
    [lowest[cell], highest[cell]] = [bounds.lowest, bounds.highest];
    if (own !== undefined) own[cell] = cost;
    mark(cell);
  };
  return { find, relimit };
}
