/** A CSV file as rows with named cells; everything wrong with its form is listed with its place. */
import { type CsvError, parse } from 'csv-parse';
import { readDecimal, readWhole } from './figures.ts';
import type { Place, ProblemList } from './problems.ts';
import { readText, type SourceFile } from './source-file.ts';

/** The columns one layout needs: our name for each, and the headers publishers have used for it. */
export interface Layout<Key extends string = string> {
  readonly name: string;
  readonly columns: Readonly<Record<Key, readonly string[]>>;
  /** Empty cells at the end of a row that the publisher may leave out. */
  readonly mayLackLast?: number;
}

/** What a row needs to know of the table it stands in: a CSV file, or a sheet of a workbook. */
export interface RowOwner {
  readonly file: SourceFile;
  readonly sheet?: string;
  readonly problems: ProblemList;
  readonly headers: readonly string[];
  indexOf(key: string): number | undefined;
  /** Why the cell of a row, numbered from 1, and a column, from 0, cannot be read; CSV files have no such cells. */
  unreadAt?(row: number, column: number): keyof typeof UNREAD | undefined;
}

const UNREAD = {
  merged: 'the cell is merged with its neighbours; unmerge them and give each its own figure',
  formula:
    'the cell holds a formula without its result; open the workbook in a spreadsheet, save it, and load it again',
} as const;

export class Row {
  /** As a spreadsheet numbers it: the first row is 1. */
  readonly number: number;
  readonly #cells: readonly string[];
  readonly #table: RowOwner;

  constructor(table: RowOwner, number: number, cells: readonly string[]) {
    this.#table = table;
    this.number = number;
    this.#cells = cells;
  }

  /** The text of a column of the layout, without padding; empty where the layout's column is absent. */
  text(key: string): string {
    const index = this.#table.indexOf(key);
    return index === undefined ? '' : this.at(index);
  }

  at(index: number): string {
    return harmless((this.#cells[index] ?? '').trim());
  }

  /** A count of people in the column at `index`; where it is none that is listed, and undefined returned. */
  wholeAt(index: number): number | undefined {
    const value = readWhole(this.at(index));
    if (value === undefined) this.refuseAt(index, 'expected a whole number such as 1013 or "1,013"');
    return value;
  }

  whole(key: string): number | undefined {
    return this.wholeAt(this.#table.indexOf(key) ?? -1);
  }

  decimal(key: string): number | undefined {
    const index = this.#table.indexOf(key) ?? -1;
    const value = readDecimal(this.at(index));
    if (value === undefined) this.refuseAt(index, 'expected a number such as 24.357');
    return value;
  }

  refuse(key: string, expected: string): void {
    this.refuseAt(this.#table.indexOf(key) ?? -1, expected);
  }

  /** Without what stands there: it may be a count that must not leave the file. */
  refuseUnsaid(key: string, expected: string): void {
    this.#table.problems.add({ ...this.#placeOf(this.#table.indexOf(key) ?? -1), unsaid: true, expected });
  }

  /** Whether the cell holds something that cannot be read, though it seems empty: that is then listed. */
  refuseUnread(index: number): boolean {
    const unread = this.#table.unreadAt?.(this.number, index);
    if (unread !== undefined) this.#table.problems.add({ ...this.#placeOf(index), expected: UNREAD[unread] });
    return unread !== undefined;
  }

  refuseAt(index: number, expected: string): void {
    if (this.at(index) === '' && this.refuseUnread(index)) return;
    this.#table.problems.add({ ...this.#placeOf(index), value: this.at(index), expected });
  }

  #placeOf(index: number): Place {
    const column = this.#table.headers[index];
    return {
      file: this.#table.file.name,
      ...(this.#table.sheet !== undefined && { sheet: this.#table.sheet }),
      row: this.number,
      ...(column !== undefined && { column }),
    };
  }
}

/** What a spreadsheet does on saving and means nothing: no-break spaces within, the codes of areas in small letters. */
function harmless(text: string): string {
  const spaced = text.includes('\u00a0') ? text.replaceAll('\u00a0', ' ').trim() : text;
  return spaced.length === 9 && /^[ewsnk]\d{8}$/.test(spaced) ? spaced.toUpperCase() : spaced;
}

const isBlank = (cell: string): boolean => cell.trim() === '';

interface TableParts {
  readonly file: SourceFile;
  readonly problems: ProblemList;
  readonly headers: readonly string[];
  /** As a spreadsheet numbers it: title lines may stand above it. */
  readonly headerRow: number;
  readonly layout: Layout;
  readonly indexes: ReadonlyMap<string, number>;
  readonly first: string[][];
  readonly batches: AsyncIterator<string[][]>;
}

export class Table implements RowOwner {
  readonly file: SourceFile;
  readonly problems: ProblemList;
  readonly headers: readonly string[];
  readonly layout: Layout;
  readonly #indexes: ReadonlyMap<string, number>;
  /** As a spreadsheet numbers it. */
  readonly headerRow: number;
  readonly #batches: AsyncIterator<string[][]>;
  readonly #first: string[][];

  constructor({ file, problems, headers, headerRow, layout, indexes, first, batches }: TableParts) {
    this.file = file;
    this.problems = problems;
    this.headers = headers;
    this.layout = layout;
    this.#indexes = indexes;
    this.headerRow = headerRow;
    this.#first = first;
    this.#batches = batches;
  }

  indexOf(key: string): number | undefined {
    return this.#indexes.get(key);
  }

  /** Batches, because one step of the event loop for each of a million rows would cost more than reading them. */
  async *batches(): AsyncGenerator<Row[]> {
    let number = this.headerRow;
    for (let batch: string[][] | undefined = this.#first; batch !== undefined; ) {
      const rows: Row[] = [];
      for (const cells of batch) {
        number++;
        if (cells.every(isBlank)) continue;
        const width = this.headers.length;
        const fits = cells.length <= width || cells.slice(width).every(isBlank);
        const lacking = fits ? Math.max(0, width - cells.length) : -1;
        if (lacking >= 0 && lacking <= (this.layout.mayLackLast ?? 0))
          rows.push(new Row(this, number, cells));
        else {
          this.problems.add({
            file: this.file.name,
            row: number,
            expected: `the row has ${cells.length} cells, the header ${this.headers.length}; is the file cut short, or a comma not within quotes?`,
          });
        }
      }
      yield rows;
      const next: IteratorResult<string[][]> = await this.#batches.next();
      batch = next.done === true ? undefined : next.value;
    }
  }

  async *rows(): AsyncGenerator<Row> {
    for await (const batch of this.batches()) yield* batch;
  }
}

/** Titles stand above a header in this many lines at most. */
const TITLE_LINES = 30;

/**
 * Opens a CSV file in whichever of the layouts its header has, title lines above it passed over; undefined, with the reasons
 * listed, where in none.
 */
export async function openTable(
  file: SourceFile,
  layouts: readonly Layout[],
  problems: ProblemList,
): Promise<Table | undefined> {
  const batches = readBatches(file, problems)[Symbol.asyncIterator]();
  const before = problems.count;
  const first = await batches.next();
  if (problems.count > before) return undefined;
  const rows: string[][] = first.value ?? [];
  if (rows.length === 0) {
    problems.add({ file: file.name, expected: 'the file holds no rows; expected a header and figures' });
    return undefined;
  }
  const { at, headers, best } = headerAmong(rows.slice(0, TITLE_LINES), layouts);
  if (best.missing.length > 0) {
    refuseHeader(file, problems, at, headers, best);
    return undefined;
  }
  refuseTwice(file, problems, at, headers);
  if (problems.count > before) return undefined;
  const { layout, indexes } = best;
  const headerRow = at + 1;
  return new Table({
    file,
    problems,
    headers,
    headerRow,
    layout,
    indexes,
    first: rows.slice(headerRow),
    batches,
  });
}

type Match = ReturnType<typeof match>;

/** The first row that has every column of a layout, or else the one that lacks fewest. */
function headerAmong(rows: readonly string[][], layouts: readonly Layout[]) {
  const found = rows.map((cells, at) => {
    const headers = cells
      .slice(0, 1 + cells.findLastIndex((cell) => !isBlank(cell)))
      .map((cell) => harmless(cell.trim()));
    const lower = headers.map((header) => header.toLowerCase());
    // Of two layouts that lack as much, the one that has more columns here is meant.
    const best = layouts
      .map((layout) => match(layout, lower))
      .reduce((a, b) =>
        lacks(b) < lacks(a) || (lacks(b) === lacks(a) && b.indexes.size > a.indexes.size) ? b : a,
      );
    return { at, headers, best };
  });
  return found.reduce((a, b) => (lacks(b.best) < lacks(a.best) ? b : a));
}

const lacks = ({ missing }: Match): number => missing.length;

function refuseHeader(
  file: SourceFile,
  problems: ProblemList,
  at: number,
  headers: readonly string[],
  { layout, missing, indexes }: Match,
): void {
  const separator = [';', '\t', '|'].find((mark) => headers.join('').split(mark).length > missing.length);
  if (indexes.size === 0 && separator !== undefined) {
    const words = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' }[separator] ?? separator;
    const expected = `the cells are separated by ${words}; expected commas: save the file as "CSV UTF-8 (comma delimited)"`;
    problems.add({ file: file.name, row: at + 1, expected });
    return;
  }
  for (const names of missing) {
    problems.add({
      file: file.name,
      row: at + 1,
      column: names[0] ?? '',
      expected: `the column is missing; "${layout.name}" needs it. The file has: ${firstOf(headers)}`,
    });
  }
}

function refuseTwice(file: SourceFile, problems: ProblemList, at: number, headers: readonly string[]): void {
  const lower = headers.map((header) => header.toLowerCase());
  for (const [index, name] of lower.entries()) {
    if (name === '' || lower.indexOf(name) === index) continue;
    const expected = 'the header stands twice';
    problems.add({ file: file.name, row: at + 1, column: named(headers[index] ?? ''), expected });
  }
}

/** Enough of a header to recognise the file by. */
function firstOf(headers: readonly string[]): string {
  const first = headers.slice(0, 12).map(named).join(', ');
  return first + (headers.length > 12 ? ` and ${headers.length - 12} more` : '');
}

/** Where a file has no header its first row stands there, and may count people. */
const named = (header: string): string => (/^[\d.,\s-]*\d[\d.,\s-]*$/.test(header) ? 'a number' : header);

function match(layout: Layout, headers: readonly string[]) {
  const indexes = new Map<string, number>();
  const missing: (readonly string[])[] = [];
  for (const [key, names] of Object.entries(layout.columns)) {
    const accepted = new Set(names.map((name) => name.toLowerCase()));
    const index = headers.findIndex((header) => accepted.has(header));
    if (index >= 0) indexes.set(key, index);
    else if (!key.endsWith('?')) missing.push(names);
  }
  return { layout, indexes, missing };
}

/** Characters of one row: what is longer is no table, and would have to be held in memory whole. */
const LONGEST_ROW = 1_000_000;

const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted cell never ends; is the file cut short?',
  CSV_MAX_RECORD_SIZE: `a row is longer than ${LONGEST_ROW.toLocaleString('en-GB')} characters; expected one row of the table on each line. Does a quotation mark before it never end?`,
};

async function* readBatches(file: SourceFile, problems: ProblemList): AsyncGenerator<string[][]> {
  const parser = parse({ relax_column_count: true, max_record_size: LONGEST_ROW });
  let batch: string[][] = [];
  let failed: CsvError | undefined;
  parser.on('readable', () => {
    for (let record: string[] | null = parser.read(); record !== null; record = parser.read())
      batch.push(record);
  });
  parser.on('error', (error: CsvError) => {
    failed = error;
  });
  const ended = new Promise<void>((resolve) => {
    parser.once('end', resolve);
    parser.once('error', () => resolve());
  });
  for await (const text of readText(file, 'a CSV file', problems)) {
    if (failed !== undefined) break;
    if (!parser.write(text)) {
      await Promise.race([ended, new Promise((resolve) => parser.once('drain', resolve))]);
    }
    if (batch.length > 0) {
      yield batch;
      batch = [];
    }
  }
  if (failed === undefined) parser.end();
  await ended;
  if (failed !== undefined) {
    problems.add({
      file: file.name,
      ...(typeof failed.records === 'number' && { row: failed.records + 1 }),
      expected:
        FAULTS[failed.code] ?? 'the file is not well-formed CSV; quotes stand around whole cells only',
    });
  }
  if (batch.length > 0) yield batch;
}
