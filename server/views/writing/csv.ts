/** CSV as RFC 4180 has it, safe to open in a spreadsheet. Pure. */

export type CsvCell = string | number | null | undefined;

/**
 * Spreadsheets on Windows take a file without it for their own code page and garble every dash and apostrophe;
 * programs that read CSV drop it.
 */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A file: facts about it as lines of a name and a text, an empty line, then the table. Every line has as many
 * cells as the table, as the standard asks.
 *
 * @throws RangeError for a row of the table with a cell too few or too many: its cells would stand under other columns' names.
 */
export function csvFile(
  facts: readonly (readonly [name: string, text: string])[],
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string {
  for (const [at, row] of rows.entries())
    if (row.length !== header.length)
      throw new RangeError(`row ${at + 1} has ${row.length} cells under ${header.length} columns`);
  const width = Math.max(2, header.length);
  const lines = [...facts, [], header, ...rows];
  return BYTE_ORDER_MARK + lines.map((line) => `${lineOf(line, width)}\r\n`).join('');
}

function lineOf(cells: readonly CsvCell[], width: number): string {
  return Array.from({ length: width }, (_, index) => csvCell(cells[index])).join(',');
}

/** Numbers stay numbers, negative ones too; a text that a spreadsheet would run as a formula is made text. */
export function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^\s*[=+\-@]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
