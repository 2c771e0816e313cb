/** What it costs to withhold a cell. */

import type { PublishedTable } from '../bounds/published-table.ts';
import { TOTAL } from '../table/dimension.ts';
import { at } from '../table/lists.ts';
import { codeIn } from '../table/table.ts';

/** From here on a cell is one that most readers look at. */
export const TOTAL_OF_ONE_DIMENSION = 25;
const RELABELLED = 40;
/** A cell as dear as this is worth withholding several others instead: it takes `worth` to be so. */
export const DEAR = 30;

/**
 * What withholding each cell costs its readers: little for a small count deep in the table, which is uncertain anyway;
 * a lot for the total of a ward or of a group; 0, which is never, for the total of all. A small count is withheld as it
 * is: what it costs is not admitting that it is small, which nobody is told but the attacker of the proof.
 *
 * @param published the table with its statuses.
 * @returns one number per cell, without unit: only their proportions count.
 * @throws nothing.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4 (costs of secondary suppression).
 * @example costsOf(byRule)[0]; // 25
 */
export function costsOf({ table, statuses, worth }: PublishedTable): Float64Array {
  // Differences have no total.
  const whole = table.dimensions.map(({ codes }) => codes.indexOf(TOTAL));
  const most = whole.filter((code) => code >= 0).length;
  return Float64Array.from(statuses, (status, cell) => {
    if (status === 'small') return RELABELLED;
    if (status !== 'shown' && status !== 'not-small') return 0;
    const groups = table.dimensions.filter((d, index) => codeIn(table, cell, index) >= d.finest).length;
    const totals = whole.filter((code, index) => codeIn(table, cell, index) === code).length;
    if (totals === most) return 0;
    if (totals === most - 1) return TOTAL_OF_ONE_DIMENSION * worth(cell);
    const count = at(table.truth, cell);
    // A shown zero says more than a shown ten, and frees less.
    return (count === 0 ? 3 : 1 + groups / 10 + Math.log10(count) / 10) * worth(cell);
  });
}
