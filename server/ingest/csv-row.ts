/** Rows with named cells, of a CSV file or of a sheet; what is wrong with a cell is listed with its place. */
import { readDecimal, readWhole } from './figures.ts';
import type { ProblemList, WhereInFile } from './problems.ts';
import type { SourceFile } from './source-file.ts';

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

  #placeOf(index: number): WhereInFile {
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
export function harmless(text: string): string {
  const spaced = text.includes('\u00a0') ? text.replaceAll('\u00a0', ' ').trim() : text;
  return spaced.length === 9 && /^[ewsnk]\d{8}$/.test(spaced) ? spaced.toUpperCase() : spaced;
}
