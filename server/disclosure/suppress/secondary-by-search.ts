/** Secondary suppression where no witness was found: the least more with which one fits. */
import { UNLIMITED } from '../bounds/cell-bounds.ts';
import { boundsOfCell, type PublishedTable, withStatus } from '../bounds/published-table.ts';
import { fits, type Witness, witnessOf } from '../feasible/check.ts';
import type { Effort } from '../tuning.ts';
import { costsOf } from './cost.ts';
import { Revision } from './revision.ts';

/**
 * For sensitive counts not settled: the cheapest cells to withhold so that a witness fits. A count that no search helps stays
 * unsettled.
 *
 * @param primary the table as the rules for single cells publish it.
 * @param start the same with more withheld already.
 * @param unsettled cells, as `prove` gave up on them.
 * @returns the table with more withheld, and the witnesses that allows.
 * @example suppressUnsettled(primary, primary, [1], { moves: 80, choices: 80, starts: 1 }, 1).published.statuses[0]; // 'secondary'
 */
export function suppressUnsettled(
  primary: PublishedTable,
  start: PublishedTable,
  unsettled: readonly number[],
  effort: Effort,
  seed: number,
): { readonly published: PublishedTable; readonly found: Witness[] } {
  const costs = costsOf(start).map((cost, cell) => (isToldBefore(start, cell) ? 0 : cost));
  const revision = new Revision(start, seed, costs);
  const found: Witness[] = [];
  const left = new Set(unsettled);
  for (const cell of left) {
    const best = revision.cheapestWitness(cell, effort);
    if (best === undefined || !fits(withStatus(revision.published, best.breaks, 'secondary'), best)) continue;
    const witness = witnessOf(primary, best);
    found.push(witness);
    for (const kept of witness.keeps) left.delete(kept);
    for (const broken of best.breaks) revision.setStatus(broken, 'secondary');
  }
  return { published: revision.published, found };
}

/**
 * Whether an earlier edition says of a cell how many it is at most, as of one it showed: it says so still, so that no witness may
 * have more, whatever is withheld now.
 */
const isToldBefore = (published: PublishedTable, cell: number): boolean =>
  boundsOfCell(published, cell, 'secondary').highest < UNLIMITED / 2;
