/** Withholds the least more where no witness was found. */

import type { Limits } from '../bounds/deduction.ts';
import { boundsOf, limitsOf, type PublishedTable, withStatus } from '../bounds/published-table.ts';
import { type Witness, witnessOf } from '../feasible/check.ts';
import { createSearch, type Effort, type Found, type Search } from '../feasible/search.ts';
import { rangesFor } from '../prove.ts';
import { at } from '../table/lists.ts';
import { costsOf } from './cost.ts';

/**
 * For small counts not settled: the cheapest cells to withhold so that a witness fits.
 *
 * @param byRule the table as the rules for single cells publish it.
 * @param start the same with more withheld already.
 * @param unsettled cells, as `prove` gave up on them.
 * @returns the table with more withheld, and the witnesses that allows.
 * @throws nothing: a cell that no search helps stays as it is.
 * @see Hoos HH, Stuetzle T (2004) Stochastic Local Search, ch. 6.
 * @example withholdUnsettled(byRule, byRule, [1], { steps: 80, choices: 80, starts: 1 }, 1).published.statuses[0]; // 'others'
 */
export function withholdUnsettled(
  byRule: PublishedTable,
  start: PublishedTable,
  unsettled: readonly number[],
  effort: Effort,
  seed: number,
): { readonly published: PublishedTable; readonly found: Witness[] } {
  const costs = costsOf(start);
  const limits = limitsOf(start);
  let published = start;
  const found: Witness[] = [];
  const left = new Set(unsettled);
  const search = createSearch(start.table, limits, seed, costs);
  for (const cell of left) {
    const best = cheapestWitness(limits, rangesFor(published, cell), cell, search, effort, costs);
    if (best === undefined) continue;
    const witness = witnessOf(byRule, best);
    found.push(witness);
    for (const kept of witness.keeps) left.delete(kept);
    if (best.breaks.length === 0) continue;
    published = withStatus(published, best.breaks, 'others');
    for (const broken of best.breaks) {
      const bounds = boundsOf(published, broken, 'others');
      [limits.lowest[broken], limits.highest[broken], costs[broken]] = [bounds.lowest, bounds.highest, 0];
      search.relimit(broken, bounds, 0);
    }
  }
  return { published, found };
}

/** The witness for one cell that breaks the cheapest cells: none at all where it can. */
export function cheapestWitness(
  limits: Limits,
  ranges: readonly (readonly [number, number])[],
  cell: number,
  search: Search,
  effort: Effort,
  costs: Float64Array,
): Found | undefined {
  const all = ranges.flatMap(([low, high]) => {
    if (low > at(limits.highest, cell) || high < at(limits.lowest, cell)) return [];
    const found = search.find(
      {
        possible: true,
        cells: Int32Array.of(cell),
        lowest: Int32Array.of(Math.max(low, at(limits.lowest, cell))),
        highest: Int32Array.of(Math.min(high, at(limits.highest, cell))),
      },
      effort,
    );
    return found === undefined ? [] : [found];
  });
  const costOf = ({ breaks }: Found) => breaks.reduce((sum, one) => sum + at(costs, one), 0);
  return all.sort((a, b) => costOf(a) - costOf(b))[0];
}
