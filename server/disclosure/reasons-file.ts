/** Why each cell is withheld, as CSV: for the steward alone, since it says more than anybody else may know. Pure. */

import { at } from '../lists.ts';
import type { PublishedTable } from './bounds/published-table.ts';
import { isSmall } from './policy.ts';
import { lineOf } from './published-file.ts';
import { codesOf } from './table/layout.ts';

/**
 * A column for each dimension, and `reason`, a row for each withheld cell:
 * - `small`: it is a small count, and the proof holds for somebody who knows so;
 * - `secondary`: it is none, and is withheld for the sake of others;
 * - `quiet`: it is one, and the proof needs even that kept.
 *
 * @param published a table whose proof holds.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4 (primary and secondary suppression).
 * @example reasonsFile(published).split('\n')[1]; // 'Ash,secondary'
 */
export function reasonsFile({ table, statuses, policy }: PublishedTable): string {
  const lines = [lineOf([...table.dimensions.map(({ name }) => name), 'reason'])];
  for (const [cell, status] of statuses.entries()) {
    if (status !== 'small' && status !== 'secondary') continue;
    const others = isSmall(at(table.truth, cell), policy) ? 'quiet' : 'secondary';
    lines.push(lineOf([...codesOf(table, cell), status === 'small' ? 'small' : others]));
  }
  return lines.join('');
}
