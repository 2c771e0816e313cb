/** What somebody can tell who adds and subtracts: the limits of every cell, tightened until nothing more follows. */
import { at } from '../table/lists.ts';
import type { Sums } from '../table/table.ts';

/** The least and the most each cell may be. */
export interface Limits {
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
}

/** Limits with the sum each was last tightened by; -1 where it is as it was known. */
export interface Deduced extends Limits {
  readonly lowestBy: Int32Array;
  readonly highestBy: Int32Array;
  /** False where the known limits contradict each other. */
  readonly possible: boolean;
  /** The cell where a contradiction showed. */
  readonly conflict: number;
}

/** No count of people in any table we publish reaches this. */
export const UNLIMITED = 2 ** 30;

/**
 * Tightens limits by every sum: a whole lies between the sums of its parts' limits, a part between what the whole and
 * the other parts leave. Each limit found holds for certain; there may be tighter ones.
 *
 * @param table whose sums are known.
 * @param known limits to start from, per cell, in people; left as they are.
 * @returns tightened limits, and which sum gave each.
 * @throws nothing: contradicting limits come back as not `possible`.
 * @see Dobra A, Fienberg SE (2000) Bounds for cell entries in contingency tables given marginal totals. PNAS 97(22).
 * @example deduce(table, limitsOf(byRule)).highest[1]; // 1
 */
export function deduce(table: Sums, known: Limits): Deduced {
  return createDeduction(table, known).all;
}

/** What follows if one cell is taken to lie within narrower limits. */
export interface Supposition {
  readonly possible: boolean;
  /** The cells whose limits got narrower, with those limits. */
  readonly cells: Int32Array;
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
}

export interface Deduction {
  readonly all: Deduced;
  readonly suppose: (cell: number, low: number, high: number) => Supposition;
  /** As `suppose`, with the reasons: for explaining why something is not possible. */
  readonly contradiction: (cell: number, low: number, high: number) => Deduced;
  /** From now on this is known too. */
  readonly learn: (cell: number, low: number, high: number) => void;
}

/**
 * Deduces once, and answers what would follow from one more thing being known.
 *
 * @param table whose sums are known.
 * @param known limits to start from, per cell, in people; left as they are.
 * @returns the tightened limits, and questions about them.
 * @throws nothing: what is not possible comes back as such.
 * @see Dobra A, Fienberg SE (2000) Bounds for cell entries in contingency tables given marginal totals. PNAS 97(22).
 * @example createDeduction(table, limitsOf(byRule)).suppose(1, 4, 7).possible; // false
 */
export function createDeduction(table: Sums, known: Limits): Deduction {
  const { sums, sumsOf } = table;
  const cells = sumsOf.starts.length - 1;
  const count = sums.starts.length - 1;
  const lowest = known.lowest.slice();
  const highest = known.highest.slice();
  const lowestBy = new Int32Array(cells).fill(-1);
  const highestBy = new Int32Array(cells).fill(-1);
  const queue = new Int32Array(count);
  const waiting = new Uint8Array(count);
  let [head, length, conflict] = [0, 0, -1];
  /** What to put back after a supposition: cell, lowest, highest and their reasons, as they were. */
  let log: number[] | undefined;

  const enqueue = (sum: number) => {
    if (at(waiting, sum) === 1) return;
    waiting[sum] = 1;
    queue[(head + length++) % count] = sum;
  };
  const tighten = (cell: number, low: number, high: number, sum: number) => {
    const [raised, lowered] = [low > at(lowest, cell), high < at(highest, cell)];
    if (!raised && !lowered) return;
    log?.push(cell, at(lowest, cell), at(highest, cell), at(lowestBy, cell), at(highestBy, cell));
    if (raised) [lowest[cell], lowestBy[cell]] = [low, sum];
    if (lowered) [highest[cell], highestBy[cell]] = [high, sum];
    if (at(lowest, cell) > at(highest, cell)) conflict = cell;
    for (let place = at(sumsOf.starts, cell); place < at(sumsOf.starts, cell + 1); place++) {
      enqueue(at(sumsOf.items, place));
    }
  };
  const applySum = (sum: number) => {
    const [from, to] = [at(sums.starts, sum), at(sums.starts, sum + 1)];
    const whole = at(sums.items, from);
    let [low, high] = [0, 0];
    for (let place = from + 1; place < to; place++) {
      low += at(lowest, at(sums.items, place));
      high += at(highest, at(sums.items, place));
    }
    tighten(whole, low, high, sum);
    const [wholeLow, wholeHigh] = [at(lowest, whole), at(highest, whole)];
    for (let place = from + 1; place < to; place++) {
      const part = at(sums.items, place);
      tighten(part, wholeLow - (high - at(highest, part)), wholeHigh - (low - at(lowest, part)), sum);
    }
  };
  const settle = () => {
    while (length > 0) {
      const sum = at(queue, head);
      head = (head + 1) % count;
      length--;
      waiting[sum] = 0;
      if (conflict < 0) applySum(sum);
    }
  };
  const result = (): Deduced => ({ lowest, highest, lowestBy, highestBy, possible: conflict < 0, conflict });

  for (let sum = 0; sum < count; sum++) enqueue(sum);
  settle();
  const all = result();

  const supposing = <T>(cell: number, low: number, high: number, read: () => T): T => {
    log = [];
    tighten(cell, low, high, -1);
    settle();
    const answer = read();
    for (let place = log.length - 5; place >= 0; place -= 5) {
      const one = item(log, place);
      lowest[one] = item(log, place + 1);
      highest[one] = item(log, place + 2);
      lowestBy[one] = item(log, place + 3);
      highestBy[one] = item(log, place + 4);
    }
    log = undefined;
    conflict = -1;
    return answer;
  };
  const suppose = (cell: number, low: number, high: number) =>
    supposing(cell, low, high, () => {
      const narrowed = Int32Array.from(new Set((log ?? []).filter((_, place) => place % 5 === 0)));
      return {
        possible: conflict < 0,
        cells: narrowed,
        lowest: narrowed.map((one) => at(lowest, one)),
        highest: narrowed.map((one) => at(highest, one)),
      };
    });
  const contradiction = (cell: number, low: number, high: number) =>
    supposing(cell, low, high, () => ({
      lowest: lowest.slice(),
      highest: highest.slice(),
      lowestBy: lowestBy.slice(),
      highestBy: highestBy.slice(),
      possible: conflict < 0,
      conflict,
    }));
  const learn = (cell: number, low: number, high: number) => {
    tighten(cell, low, high, -1);
    settle();
  };
  return { all, suppose, contradiction, learn };
}

const item = (list: readonly number[], place: number): number => list[place] as number;
