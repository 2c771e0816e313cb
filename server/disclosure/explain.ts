/** Why something is known: the published cells that an attacker's limits rest on. */
import type { Deduced } from './deduce.ts';
import { at, listOf } from './lists.ts';
import type { Table } from './table.ts';

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
  const hits: number[] = [];
  let left = sets;
  for (;;) {
    const counts = new Map<number, number>();
    for (const set of left)
      for (const cell of set) if (costOf(cell) > 0) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    if (counts.size === 0) return hits;
    const [best] = [...counts].reduce((a, b) => (b[1] / costOf(b[0]) > a[1] / costOf(a[0]) ? b : a));
    hits.push(best);
    left = left.filter((set) => !set.has(best));
  }
}
