/** Secondary suppression of whole sums, where no search for single cells helps. */
import { at } from '../../lists.ts';
import { type PublishedTable, withStatus } from '../bounds/published-table.ts';
import { listOf } from '../table/lists.ts';
import { costsOf } from './cost.ts';

/**
 * Withholds every cell that adds up with one of these in some sum, but for totals that are never withheld: a lot, of which
 * what is not needed is restored.
 *
 * @param published the table with its statuses.
 * @param cells sensitive counts that no search for the cheapest cells helped.
 * @param reach how many sums away it goes.
 * @returns the table with those sums withheld.
 * @example suppressAround(primary, [1], 1).statuses[0]; // 'secondary'
 */
export function suppressAround(
  published: PublishedTable,
  cells: readonly number[],
  reach: number,
): PublishedTable {
  const costs = costsOf(published);
  const { sums, sumsOf } = published.table;
  let around = new Set(cells);
  for (let step = 0; step < reach; step++) {
    around = new Set(
      [...around].flatMap((cell) => [...listOf(sumsOf, cell)].flatMap((sum) => [...listOf(sums, sum)])),
    );
  }
  return withStatus(
    published,
    [...around].filter((cell) => at(costs, cell) > 0),
    'secondary',
  );
}
