/** A table as CSV: RFC 4180, the header on line one, one row a line, safe to open in a spreadsheet. Pure. */
import type { Cell, Table } from './table.ts';

/**
 * Spreadsheets on Windows take a file without it for their own code page and garble every dash and apostrophe;
 * programs that read CSV drop it.
 */
const BYTE_ORDER_MARK = '\uFEFF';

export function csvOf({ columns, rows }: Table): string {
  const lines = [columns.map(({ title }) => title), ...rows];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/**
 * Numbers stay numbers, negative ones too; a text that a spreadsheet would run as a formula is made text. A figure that is not
 * shown is an empty cell, so that columns of numbers hold nothing else: the column of its status says what became of it.
 */
export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return yesOrNo(cell);
  return quoted(inert(cell));
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

const inert = (text: string) => (/^\s*[=+\-@]|^[\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
