/** Why something is inferred: the published cells that the bounds of a cell rest on. */
import { at } from '../../lists.ts';
import { listOf } from '../table/lists.ts';
import type { Sums } from '../table/table.ts';
import type { Deduced } from './deduction.ts';

/**
 * The cells whose own published bounds led, through sums, to both bounds of one cell.
 *
 * @param table whose sums were added up.
 * @param deduced what was inferred, with the sum behind each bound.
 * @example [...reasonsOf(table, deduce(table, publishedBounds(primary)), 1)].toSorted(); // [0, 1, 2, 3, 4, 5]
 */
export function reasonsOf(table: Sums, deduced: Deduced, cell: number): Set<number> {
  const reasons = new Set<number>();
  const seen = { lowest: new Set<number>(), highest: new Set<number>() };
  const stack: { readonly cell: number; readonly side: 'lowest' | 'highest' }[] = [
    { cell, side: 'lowest' },
    { cell, side: 'highest' },
  ];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    const { cell, side } = one;
    if (seen[side].has(cell)) continue;
    seen[side].add(cell);
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
