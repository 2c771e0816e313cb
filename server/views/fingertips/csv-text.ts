/** CSV as the Fingertips API writes it: the header is line one, without a byte order mark. Pure. */
import { csvCell } from '../tables/csv.ts';
import type { Cell } from '../tables/table.ts';

/** @throws RangeError for a row with a cell too few or too many. */
export function csvText(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header.map(csvCell).join(',')];
  for (const row of rows) {
    if (row.length !== header.length)
      throw new RangeError(`line ${lines.length + 1} has ${row.length} cells under ${header.length} columns`);
    lines.push(row.map(csvCell).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}
