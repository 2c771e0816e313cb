/** Primary suppression, rules 1 to 3: every small count is withheld, every other one rounded. */

import { type PolicyNumbers, PROTECT } from '../../contract/policies.ts';
import { at } from '../../lists.ts';
import type { EarlierTable, PublishedTable, SensitiveCount, Status } from '../bounds/published-table.ts';
import { type Sensitivity, sensitiveCount } from '../bounds/sensitivity.ts';
import { isSmall } from '../policy.ts';

import type { Table } from '../table/table.ts';

/**
 * Whether a cell is published, not published, known from elsewhere exactly, or implied: not shown itself, but a share
 * that rests on it is, which is withheld where this count is small.
 */
export type Publicity = 'yes' | 'no' | 'known' | 'implied';

export interface PublishedOptions {
  readonly policy?: PolicyNumbers;
  /** Sensitive cells beside the small ones, whatever their count: withheld, and nobody knows why. */
  readonly isSensitive?: (cell: number) => boolean;
  /** Whether a cell is published, or known from elsewhere. */
  readonly publish?: (cell: number) => Publicity;
  /** How sensitive each small count is; fully where left out. */
  readonly sensitivity?: (cell: number) => Sensitivity;
  readonly earlier?: readonly EarlierTable[];
  /** How many times as dear a cell is to withhold as others like it; once where left out. */
  readonly worth?: (cell: number) => number;
}

/**
 * What the rules for single cells publish of a table.
 *
 * @param table with its true counts.
 * @param options what is published of it (everything when left out), by which policy, and what was before.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4 (primary suppression).
 * @example suppressPrimary(table).statuses[1]; // 'small'
 */
export function suppressPrimary(
  table: Table,
  {
    policy = PROTECT,
    isSensitive = () => false,
    publish = () => 'yes',
    sensitivity = () => 'full',
    earlier = [],
    worth = () => 1,
  }: PublishedOptions = {},
): PublishedTable {
  const statuses = Array.from(table.truth, (count, cell): Status => {
    const published = publish(cell);
    if (published === 'no') return 'unpublished';
    if (published === 'known') return 'known';
    if (isSmall(count, policy)) return sensitivity(cell) === 'presence' ? 'secondary' : 'small';
    if (isSensitive(cell)) return 'secondary';
    return published === 'implied' ? 'not-small' : 'shown';
  });
  const sensitive = new Map<number, SensitiveCount>();
  for (const [cell, count] of table.truth.entries()) {
    const own = [{ truth: table.truth, policy }, ...earlier]
      .filter((edition) => isSmall(at(edition.truth, cell), edition.policy))
      .map(({ truth }) => at(truth, cell));
    const kept = sensitivity(cell);
    if (statuses[cell] === 'known' || kept === 'none') continue;
    if (own.length > 0) sensitive.set(cell, sensitiveCount(Math.min(...own), kept, policy));
    else if (isSensitive(cell)) sensitive.set(cell, sensitiveCount(count, kept, policy));
  }
  return { table, statuses, policy, sensitive, earlier, worth };
}
