/** Workbooks (xlsx, ods) as sheets of text cells, and tables found in them by the words of their headers. */

import { readFile } from 'node:fs/promises';
import { type CellValue, read, type Sheet as SheetRead } from 'hucre';
import { Row, type RowOwner } from './csv-row.ts';
import { readOdsSheets } from './ods-sheets.ts';
import type { ProblemList } from './problems.ts';
import type { Sheet, UnreadCell } from './sheet.ts';
import type { SourceFile } from './source-file.ts';
import { tooLong, zipDirectory } from './zip-directory.ts';

/** The workbook read last: which source reads a file is told by asking each, and unpacking it is most of the work. */
let last: { readonly file: SourceFile; readonly sheets: Promise<Sheet[]> } | undefined;

function sheetsOf(file: SourceFile): Promise<Sheet[]> {
  if (last?.file !== file) last = { file, sheets: unpacked(file) };
  return last.sheets;
}

/** Without the empty cells at its end: a wide sheet gives a row thousands. */
function textsOf(row: readonly CellValue[]): string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== null && cell !== '') + 1).map(textOf);
}

/** Bytes of all files of a workbook once they are unpacked, which are held in memory. */
const MOST_BYTES = 100_000_000;

/** Every sheet of a workbook; undefined, with the reason listed, where the file is none, is damaged or far too long. */
export async function openWorkbook(file: SourceFile, problems: ProblemList): Promise<Sheet[] | undefined> {
  try {
    const sheets = await sheetsOf(file);
    file.onBytes?.(file.bytes);
    return sheets;
  } catch (error) {
    const words =
      file.bytes === 0 ? 'the file is empty' : `the file cannot be read (${(error as Error).message})`;
    problems.add({
      file: file.name,
      expected: `${words}; expected a whole workbook (.xlsx or .ods). Is it cut short?`,
    });
    return undefined;
  }
}

async function unpacked({ path }: SourceFile): Promise<Sheet[]> {
  const files = await zipDirectory(path);
  const content = files.find(({ name }) => name === 'content.xml');
  if (content !== undefined) return readOdsSheets(path, content);
  // What is said of itself is checked by the reader, which stops at a file longer than that.
  if (files.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0) > MOST_BYTES)
    throw new Error(tooLong(MOST_BYTES));
  const { sheets } = await read(await readFile(path));
  return sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map(textsOf),
    unread: unreadCells(sheet),
  }));
}

function unreadCells({ cells = new Map(), merges = [] }: SheetRead): Map<string, UnreadCell> {
  const unread = new Map<string, UnreadCell>();
  for (const [place, { type, value }] of cells)
    if (type === 'formula' && value === null) unread.set(place, 'formula');
  for (const { startRow, startCol, endRow, endCol } of merges) {
    for (let row = startRow; row <= endRow; row++)
      for (let column = startCol; column <= endCol; column++)
        if (row !== startRow || column !== startCol) unread.set(`${row},${column}`, 'merged');
  }
  return unread;
}

/** Line breaks inside a cell are for its looks only. */
function textOf(cell: CellValue): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).replaceAll(/\s+/g, ' ').trim();
}

/** A table within a sheet: what its columns are called by us, and where it begins and ends. */
export interface SheetTableParts {
  readonly file: SourceFile;
  readonly problems: ProblemList;
  readonly sheet: Sheet;
  readonly headers: readonly string[];
  readonly indexes: ReadonlyMap<string, number>;
  /** Index of the first row under the header. */
  readonly firstRow: number;
}

export class SheetTable implements RowOwner {
  readonly file: SourceFile;
  readonly problems: ProblemList;
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #rows: Sheet['rows'];
  readonly #unread: Sheet['unread'];
  readonly #firstRow: number;

  constructor({ file, problems, sheet, headers, indexes, firstRow }: SheetTableParts) {
    this.file = file;
    this.problems = problems;
    this.sheet = sheet.name;
    this.headers = headers;
    this.#indexes = indexes;
    this.#rows = sheet.rows;
    this.#unread = sheet.unread;
    this.#firstRow = firstRow;
  }

  indexOf(key: string): number | undefined {
    return this.#indexes.get(key);
  }

  unreadAt(row: number, column: number): UnreadCell | undefined {
    return this.#unread.get(`${row - 1},${column}`);
  }

  *rows(): Generator<Row> {
    for (const [index, cells] of this.#rows.entries()) {
      if (index >= this.#firstRow && cells.some((cell) => cell !== '')) yield new Row(this, index + 1, cells);
    }
  }

  refuse(expected: string): void {
    this.problems.add({ file: this.file.name, sheet: this.sheet, row: this.#firstRow, expected });
  }
}

/** Names of the sheets of a workbook, for a message about one that is not there. */
export function sheetNames(sheets: readonly Sheet[]): string {
  return sheets.map((sheet) => sheet.name).join(', ');
}

/** The index of the first row that has a cell for each of the patterns; titles stand above it. */
export function headerRow(sheet: Sheet, patterns: readonly RegExp[], within = 40): number | undefined {
  const index = sheet.rows
    .slice(0, within)
    .findIndex((row) => patterns.every((pattern) => row.some((cell) => pattern.test(cell))));
  return index === -1 ? undefined : index;
}
