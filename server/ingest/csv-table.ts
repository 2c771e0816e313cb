/** A CSV file as rows with named cells; everything wrong with its form is listed with its place. */
import { readBatches } from './csv-batches.ts';
import { type ColumnLayout, headerAmong, isBlank, refuseHeader, refuseTwice } from './csv-header.ts';
import { Row, type RowOwner } from './csv-row.ts';
import type { ProblemList } from './problems.ts';
import type { SourceFile } from './source-file.ts';

interface TableParts {
  readonly file: SourceFile;
  readonly problems: ProblemList;
  readonly headers: readonly string[];
  /** As a spreadsheet numbers it: title lines may stand above it. */
  readonly headerRow: number;
  readonly layout: ColumnLayout;
  readonly indexes: ReadonlyMap<string, number>;
  readonly first: string[][];
  readonly batches: AsyncIterator<string[][]>;
}

export class CsvTable implements RowOwner {
  readonly file: SourceFile;
  readonly problems: ProblemList;
  readonly headers: readonly string[];
  readonly layout: ColumnLayout;
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
  layouts: readonly ColumnLayout[],
  problems: ProblemList,
): Promise<CsvTable | undefined> {
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
  return new CsvTable({
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
