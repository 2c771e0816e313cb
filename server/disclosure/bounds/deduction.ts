/** What an intruder infers by adding and subtracting: the bounds of every cell, tightened until nothing more follows. */
import { at } from '../../lists.ts';
import type { Bounds } from '../policy.ts';

import type { Sums } from '../table/table.ts';
import { boundsAt, type CellBounds, type CellRange } from './cell-bounds.ts';

/** Bounds, and the sum each was last tightened by; -1 where it is as it was known. */
export interface Deduced extends CellBounds {
  readonly lowestBy: Int32Array;
  readonly highestBy: Int32Array;
  /** A cell whose bounds contradict each other; -1 where there is none. */
  readonly conflict: number;
}

/**
 * Tightens bounds by every sum: a whole lies between the sums of its parts' bounds, a part between what the whole and
 * the other parts leave. Each bound found holds for certain; there may be tighter ones.
 *
 * @param table whose sums are known.
 * @param known bounds to start from, per cell, in people; left as they are.
 * @returns tightened bounds, and which sum gave each.
 * @see Dobra A, Fienberg SE (2000) Bounds for cell entries in contingency tables given marginal totals. PNAS 97(22).
 * @example deduce(table, publishedBounds(primary)).highest[1]; // 1
 */
export const deduce = (table: Sums, known: CellBounds): Deduced => new Deduction(table, known);

/** What follows if one cell is taken to lie within narrower bounds. */
export interface Supposition {
  readonly isPossible: boolean;
  /** The cells whose bounds got narrower, with those bounds; the cell supposed of comes first. */
  readonly narrowed: readonly CellRange[];
}

/**
 * Deduces once, and answers what would follow from one more thing being known.
 *
 * @example new Deduction(table, publishedBounds(primary)).suppose(1, { lowest: 4, highest: 7 }).isPossible; // false
 */
export class Deduction implements Deduced {
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
  readonly lowestBy: Int32Array;
  readonly highestBy: Int32Array;
  conflict = -1;
  readonly #table: Sums;
  readonly #waiting: WaitingSums;
  /** What was so before a supposition; undefined outside of one. */
  #former: Former[] | undefined;

  constructor(table: Sums, known: CellBounds) {
    this.#table = table;
    this.lowest = known.lowest.slice();
    this.highest = known.highest.slice();
    this.lowestBy = new Int32Array(this.lowest.length).fill(-1);
    this.highestBy = new Int32Array(this.lowest.length).fill(-1);
    const sums = table.sums.starts.length - 1;
    this.#waiting = new WaitingSums(sums);
    for (let sum = 0; sum < sums; sum++) this.#waiting.add(sum);
    this.#settle();
  }

  /** What would follow; nothing stays changed. */
  suppose(cell: number, { lowest, highest }: Bounds): Supposition {
    return this.#supposing(cell, lowest, highest, (former) => ({
      isPossible: this.conflict < 0,
      narrowed: [...new Set(former.map((one) => one.cell))].map((one) => ({
        cell: one,
        ...boundsAt(this, one),
      })),
    }));
  }

  /** As `suppose`, with the reasons: for explaining why something is not possible. */
  contradiction(cell: number, { lowest, highest }: Bounds): Deduced {
    return this.#supposing(cell, lowest, highest, () => ({
      lowest: this.lowest.slice(),
      highest: this.highest.slice(),
      lowestBy: this.lowestBy.slice(),
      highestBy: this.highestBy.slice(),
      conflict: this.conflict,
    }));
  }

  /** From now on this is known too. */
  learn(cell: number, { lowest, highest }: Bounds): void {
    this.#tighten(cell, lowest, highest, -1);
    this.#settle();
  }

  #supposing<T>(cell: number, low: number, high: number, read: (former: readonly Former[]) => T): T {
    const former: Former[] = [];
    this.#former = former;
    this.#tighten(cell, low, high, -1);
    this.#settle();
    const answer = read(former);
    this.#former = undefined;
    for (const one of former.reverse()) {
      this.lowest[one.cell] = one.lowest;
      this.highest[one.cell] = one.highest;
      this.lowestBy[one.cell] = one.lowestBy;
      this.highestBy[one.cell] = one.highestBy;
    }
    this.conflict = -1;
    return answer;
  }

  #settle(): void {
    for (let sum = this.#waiting.next(); sum !== undefined; sum = this.#waiting.next()) {
      if (this.conflict < 0) this.#apply(sum);
    }
  }

  #apply(sum: number): void {
    const { lowest, highest } = this;
    const { starts, items } = this.#table.sums;
    const [from, to] = [at(starts, sum), at(starts, sum + 1)];
    const whole = at(items, from);
    let [low, high] = [0, 0];
    for (let place = from + 1; place < to; place++) {
      low += at(lowest, at(items, place));
      high += at(highest, at(items, place));
    }
    this.#tighten(whole, low, high, sum);
    const [wholeLow, wholeHigh] = [at(lowest, whole), at(highest, whole)];
    for (let place = from + 1; place < to; place++) {
      const part = at(items, place);
      this.#tighten(part, wholeLow - (high - at(highest, part)), wholeHigh - (low - at(lowest, part)), sum);
    }
  }

  #tighten(cell: number, low: number, high: number, sum: number): void {
    const { lowest, highest, lowestBy, highestBy } = this;
    const [lowBefore, highBefore] = [at(lowest, cell), at(highest, cell)];
    const [raised, lowered] = [low > lowBefore, high < highBefore];
    if (!raised && !lowered) return;
    this.#former?.push({
      cell,
      lowest: lowBefore,
      highest: highBefore,
      lowestBy: at(lowestBy, cell),
      highestBy: at(highestBy, cell),
    });
    if (raised) [lowest[cell], lowestBy[cell]] = [low, sum];
    if (lowered) [highest[cell], highestBy[cell]] = [high, sum];
    if (at(lowest, cell) > at(highest, cell)) this.conflict = cell;
    const { starts, items } = this.#table.sumsOf;
    for (let place = at(starts, cell); place < at(starts, cell + 1); place++)
      this.#waiting.add(at(items, place));
  }
}

/** What was known of a cell, and by which sums, before something was supposed. */
interface Former extends CellRange {
  readonly lowestBy: number;
  readonly highestBy: number;
}

/** Sums to look at again, first come first served, each waiting once. */
class WaitingSums {
  readonly #queue: Int32Array;
  readonly #isWaiting: Uint8Array;
  #head = 0;
  #length = 0;

  constructor(sums: number) {
    this.#queue = new Int32Array(sums);
    this.#isWaiting = new Uint8Array(sums);
  }

  add(sum: number): void {
    if (at(this.#isWaiting, sum) === 1) return;
    this.#isWaiting[sum] = 1;
    this.#queue[(this.#head + this.#length++) % this.#queue.length] = sum;
  }

  next(): number | undefined {
    if (this.#length === 0) return undefined;
    const sum = at(this.#queue, this.#head);
    this.#head = (this.#head + 1) % this.#queue.length;
    this.#length--;
    this.#isWaiting[sum] = 0;
    return sum;
  }
}
