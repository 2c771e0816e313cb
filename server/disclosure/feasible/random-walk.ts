/** Witnesses by the thousand: walks at random among the tables that fit everything published. */
import type { Limits } from '../bounds/deduction.ts';
import { keepsSecret, type PublishedTable } from '../bounds/published-table.ts';
import { at } from '../table/lists.ts';
import { cellAt, codeIn } from '../table/table.ts';
import { createSteps } from './elementary-moves.ts';
import type { Move } from './move.ts';
import { everyCell } from './spread.ts';

/** Steps tried for each small count still open, in one round. */
const TRIES = 60;
/** A round that settles less than this share of what is open is the last. */
const WORTH_IT = 0.03;

/**
 * Tables far away from the true one, each of which keeps many small counts secret at once. From the true table it takes
 * steps that keep all limits, mostly such as change a count still open; each round ends with a witness.
 *
 * @param published the table with its statuses.
 * @param limits of every cell, in people; the true table keeps them.
 * @param open small counts without a witness.
 * @param seed of its choices: the same seed walks the same way.
 * @returns witnesses; the counts they keep are no longer in `open`.
 * @throws nothing.
 * @see Diaconis P, Sturmfels B (1998) Algebraic algorithms for sampling from conditional distributions. Ann. Stat. 26.
 * @example shake(published, limitsOf(published), new Set([1]), 1).length; // 1
 */
export function shake(published: PublishedTable, limits: Limits, open: Set<number>, seed: number): Move[] {
  const { table } = published;
  const { lowest, highest } = limits;
  const steps = createSteps(table, seed);
  const { random, now } = steps;
  const value = table.truth.slice();
  const moved = new Map<number, number>();
  const isKept = (cell: number) => keepsSecret(published, cell, at(value, cell) - at(table.truth, cell));
  const fitsInside = (by: number) => {
    for (let i = 0; i < now.size; i++) {
      const cell = cellAt(table, at(now.corners, i));
      if (cell >= 0 && at(value, cell) + by * at(now.turns, i) < at(lowest, cell)) return false;
    }
    return true;
  };
  const fits = (cell: number, by: number) => {
    const people = at(value, cell) + by;
    return people >= at(lowest, cell) && people <= at(highest, cell);
  };
  const change = (cell: number, by: number) => {
    value[cell] = at(value, cell) + by;
    return true;
  };
  const tryStep = (cell: number) => {
    const { count: first = 0, others = [] } = published.secrets.get(cell) ?? {};
    const count = first + at(value, cell) - at(table.truth, cell);
    const { lowest = 0, highest = count } = others[others.length < 2 ? 0 : random(others.length)] ?? {};
    const up = count < lowest ? 1 + random(lowest - count) : -1 - random(Math.max(1, count - highest));
    const by = up * steps.pick(table.dimensions.map((_, d) => codeIn(table, cell, d)));
    if (!fitsInside(by)) return;
    steps.spread(by);
    if (!everyCell(table, now, fits)) return;
    everyCell(table, now, change);
    for (let i = 0; i < now.size; i++) {
      const place = at(now.corners, i);
      moved.set(place, (moved.get(place) ?? 0) + by * at(now.turns, i));
    }
  };

  const witnesses: Move[] = [];
  for (;;) {
    const targets = [...open];
    for (let tries = TRIES * targets.length; tries > 0; tries--) {
      const cell = targets[random(targets.length)] ?? 0;
      if (!isKept(cell)) tryStep(cell);
    }
    const kept = targets.filter(isKept);
    if (kept.length === 0) return witnesses;
    for (const cell of kept) open.delete(cell);
    const changed = [...moved].filter(([, people]) => people !== 0);
    witnesses.push({
      inner: Int32Array.from(changed, ([place]) => place),
      change: Int32Array.from(changed, ([, people]) => people),
    });
    if (kept.length < WORTH_IT * targets.length) return witnesses;
  }
}
