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
}

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
    return index === undefined ? '' : (this.#cells[index] ?? '').trim();
  }

  at(index: number): string {
    return (this.#cells[index] ?? '').trim();
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

  refuseAt(index: number, expected: string): void {
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

export class Table implements RowOwner {
  readonly file: SourceFile;
  readonly problems: ProblemList;
  readonly headers: readonly string[];
  readonly layout: Layout;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #batches: AsyncIterator<string[][]>;
  readonly #first: string[][];

  constructor(
    file: SourceFile,
    problems: ProblemList,
    headers: readonly string[],
    layout: Layout,
    indexes: ReadonlyMap<string, number>,
    first: string[][],
    batches: AsyncIterator<string[][]>,
  ) {
    this.file = file;
    this.problems = problems;
    this.headers = headers;
    this.layout = layout;
    this.#indexes = indexes;
    this.#first = first;
    this.#batches = batches;
  }

  indexOf(key: string): number | undefined {
    return this.#indexes.get(key);
  }

  /** Batches, because one step of the event loop for each of a million rows would cost more than reading them. */
  async *batches(): AsyncGenerator<Row[]> {
    let number = 1;
    for (let batch: string[][] | undefined = this.#first; batch !== undefined; ) {
      const rows: Row[] = [];
      for (const cells of batch) {
        number++;
        if (cells.length === 1 && cells[0]?.trim() === '') continue;
        const lacking = this.headers.length - cells.length;
        if (lacking >= 0 && lacking <= (this.layout.mayLackLast ?? 0))
          rows.push(new Row(this, number, cells));
        else {
          this.problems.add({
            file: this.file.name,
            row: number,
            expected: `the row has ${cells.length} cells, the header ${this.headers.length}; is the file cut short?`,
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

/** Opens a CSV file in whichever of the layouts its header has; undefined, with the reasons listed, where in none. */
export async function openTable(
  file: SourceFile,
  layouts: readonly Layout[],
  problems: ProblemList,
): Promise<Table | undefined> {
  const batches = readBatches(file, problems)[Symbol.asyncIterator]();
  const before = problems.count;
  const first = await batches.next();
  if (problems.count > before) return undefined;
  const [header, ...rest] = first.value ?? [];
  if (header === undefined) {
    problems.add({ file: file.name, expected: 'the file holds no rows; expected a header and figures' });
    return undefined;
  }
  const headers = header.map((cell: string) => cell.trim());
  const lower = headers.map((cell: string) => cell.toLowerCase());
  const matches = layouts.map((layout) => match(layout, lower));
  const best = matches.reduce((a, b) => (b.missing.length < a.missing.length ? b : a));
  for (const names of best.missing) {
    problems.add({
      file: file.name,
      row: 1,
      column: names[0] ?? '',
      expected: `the column is missing; "${best.layout.name}" needs it. The file has: ${firstOf(headers)}`,
    });
  }
  for (const [index, name] of lower.entries()) {
    if (name === '' || lower.indexOf(name) === index) continue;
    problems.add({
      file: file.name,
      row: 1,
      column: named(headers[index] ?? ''),
      expected: 'the header stands twice',
    });
  }
  if (problems.count > before) return undefined;
  return new Table(file, problems, headers, best.layout, best.indexes, rest, batches);
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

async function* readBatches(file: SourceFile, problems: ProblemList): AsyncGenerator<string[][]> {
  const parser = parse({ relax_column_count: true });
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
        failed.code === 'CSV_QUOTE_NOT_CLOSED'
          ? 'a quoted cell never ends; is the file cut short?'
          : 'the file is not well-formed CSV; quotes stand around whole cells only',
    });
  }
  if (batch.length > 0) yield batch;
}
