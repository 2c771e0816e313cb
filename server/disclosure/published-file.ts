/** Every published cell as CSV: rounded where it is shown, empty where it is withheld. Pure. */

import { at } from '../lists.ts';
import type { PublishedTable } from './bounds/published-table.ts';
import { roundedCount } from './policy.ts';
import { codesOf } from './table/layout.ts';

/**
 * What may be published of a table: a column for each dimension (a code of any level, or `Total`), `status` (`shown` or
 * `withheld`; why it is withheld is nobody's business) and `count`.
 *
 * @param published a table whose proof holds.
 * @see server/disclosure/README.md for the layout.
 * @example publishedFile(published).split('\n')[1]; // 'Ash,withheld,'
 */
export function publishedFile({ table, statuses, policy }: PublishedTable): string {
  const header = [...table.dimensions.map(({ name }) => name), 'status', 'count'];
  const lines = [lineOf(header)];
  for (const [cell, status] of statuses.entries()) {
    if (status === 'unpublished') continue;
    const shown = status === 'shown' ? [`${roundedCount(at(table.truth, cell), policy)}`] : [''];
    lines.push(lineOf([...codesOf(table, cell), status === 'shown' ? 'shown' : 'withheld', ...shown]));
  }
  return lines.join('');
}

/** A line of CSV. */
export const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
