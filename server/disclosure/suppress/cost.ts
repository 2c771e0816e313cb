/** What it costs to withhold a cell. */
import { at } from '../../lists.ts';
import type { PublishedTable } from '../bounds/published-table.ts';
import { TOTAL } from '../table/dimension.ts';
import { codeNumbersOf } from '../table/layout.ts';

import { COST } from '../tuning.ts';

/**
 * What withholding each cell costs its readers: little for a small count deep in the table, which is uncertain anyway;
 * a lot for the total of a ward or of a group; 0, which is never, for the total of all. A small count is withheld as it
 * is: what it costs is not admitting that it is small, which nobody knows but the intruder of the proof.
 *
 * @param published the table with its statuses.
 * @returns one number per cell, without unit: only their proportions count.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4 (costs of secondary suppression).
 * @example costsOf(primary)[0]; // 25
 */
export function costsOf({ table, statuses, worth }: PublishedTable): Float64Array {
  // Differences have no total.
  const wholes = table.dimensions.map(({ codes }) => codes.indexOf(TOTAL));
  const most = wholes.filter((code) => code >= 0).length;
  return Float64Array.from(statuses, (status, cell) => {
    if (status === 'small') return COST.relabelled;
    if (status !== 'shown' && status !== 'not-small') return 0;
    const codes = codeNumbersOf(table, cell);
    const groups = table.dimensions.filter(({ finest }, d) => (codes[d] ?? 0) >= finest).length;
    const totals = wholes.filter((code, d) => codes[d] === code).length;
    if (totals === most) return 0;
    if (totals === most - 1) return COST.totalOfOneDimension * worth(cell);
    const count = at(table.truth, cell);
    if (count === 0) return COST.zero * worth(cell);
    return (1 + groups / COST.groupsThatDouble + Math.log10(count) / COST.tenfoldsThatDouble) * worth(cell);
  });
}
