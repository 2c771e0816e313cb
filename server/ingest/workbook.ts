/** Workbooks (xlsx, ods, xls) as sheets of text cells, and tables found in them by the words of their headers. */
import { readFile } from 'node:fs/promises';
import { type CellValue, read } from 'hucre';
import { Row, type RowOwner } from './csv-table.ts';
import type { ProblemList } from './problems.ts';
import type { SourceFile } from './source-file.ts';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The workbook read last: which source reads a file is told by asking each, and unpacking it is most of the work. */
let last: { readonly file: SourceFile; readonly sheets: Promise<Sheet[]> } | undefined;

function sheetsOf(file: SourceFile): Promise<Sheet[]> {
  if (last?.file !== file) last = { file, sheets: unpacked(file) };
  return last.sheets;
}

async function unpacked(file: SourceFile): Promise<Sheet[]> {
  const { sheets } = await read(await readFile(file.path));
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map(textsOf) }));
}

/** Without the empty cells at its end: OpenDocument files give a row all 16,384 columns. */
function textsOf(row: readonly CellValue[]): string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== null && cell !== '') + 1).map(textOf);
}

/** Every sheet of a workbook; undefined, with the reason listed, where the file is none or is damaged. */
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
  readonly #firstRow: number;

  constructor({ file, problems, sheet, headers, indexes, firstRow }: SheetTableParts) {
    this.file = file;
    this.problems = problems;
    this.sheet = sheet.name;
    this.headers = headers;
    this.#indexes = indexes;
    this.#rows = sheet.rows;
    this.#firstRow = firstRow;
  }

  indexOf(key: string): number | undefined {
    return this.#indexes.get(key);
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
