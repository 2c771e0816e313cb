/** A table as CSV: RFC 4180, the header on line one, one row a line, safe to open in a spreadsheet. Pure. */
import type { Cell, FileTable } from './table.ts';

/**
 * Spreadsheets on Windows take a file without it for their own code page and garble every dash and apostrophe;
 * programs that read CSV drop it.
 */
const BYTE_ORDER_MARK = '\uFEFF';

export const csvOf = (table: FileTable): string => csvHeaderOf(table) + csvRowsOf(table);

/** What a file begins with; a file too large to be held is its header and then rows, some at a time. */
export const csvHeaderOf = ({ columns }: Pick<FileTable, 'columns'>): string =>
  BYTE_ORDER_MARK + lineOf(columns.map(({ title }) => title));

export const csvRowsOf = ({ rows }: Pick<FileTable, 'rows'>): string => rows.map(lineOf).join('');

const lineOf = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`;

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
