/** Why something is known: the published cells that an attacker's limits rest on. */

import { at, listOf } from '../table/lists.ts';
import type { Table } from '../table/table.ts';
import type { Deduced } from './deduction.ts';

/** One side of what is known of a cell. */
export interface Side {
  readonly cell: number;
  readonly side: 'lowest' | 'highest';
}

/** The cells whose own published limits led to these sides, through sums. */
export function reasonsOf(table: Table, deduced: Deduced, sides: readonly Side[]): Set<number> {
  const seen = new Set<string>();
  const reasons = new Set<number>();
  const stack = [...sides];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    const { cell, side } = one;
    if (seen.has(`${cell} ${side}`)) continue;
    seen.add(`${cell} ${side}`);
    const sum = at(side === 'lowest' ? deduced.lowestBy : deduced.highestBy, cell);
    if (sum < 0) {
      reasons.add(cell);
      continue;
    }
    const [whole, ...parts] = listOf(table.sums, sum);
    const other = side === 'lowest' ? 'highest' : 'lowest';
    if (cell === whole) for (const part of parts) stack.push({ cell: part, side });
    else if (whole !== undefined) {
      stack.push({ cell: whole, side });
      for (const part of parts) if (part !== cell) stack.push({ cell: part, side: other });
    }
  }
  return reasons;
}

/** The fewest cells, by cost, of which every set holds at least one: picked greedily. Sets nothing can be picked of stay. */
export function cheapestHits(
  sets: readonly ReadonlySet<number>[],
  costOf: (cell: number) => number,
): number[] {
  const holding = new Map<number, number[]>();
  for (const [index, set] of sets.entries()) {
    for (const cell of set) {
      if (costOf(cell) <= 0) continue;
      const those = holding.get(cell);
      if (those === undefined) holding.set(cell, [index]);
      else those.push(index);
    }
  }
  const worth = new Map(
    [...holding].map(([cell, those]) => [cell, { left: those.length, cost: costOf(cell) }]),
  );
  const isHit = new Uint8Array(sets.length);
  const hits: number[] = [];
  for (;;) {
    let [best, most] = [-1, 0];
    for (const [cell, { left, cost }] of worth) if (left / cost > most) [best, most] = [cell, left / cost];
    if (best < 0) return hits;
    hits.push(best);
    for (const index of holding.get(best) ?? []) {
      if (isHit[index] === 1) continue;
      isHit[index] = 1;
      for (const cell of sets[index] ?? []) {
        const one = worth.get(cell);
        if (one !== undefined && --one.left === 0) worth.delete(cell);
      }
    }
  }
}
