/** Reads a spreadsheet as a program does, and checks it by the rules of the Analysis Function. For tests. */
import { a11y, read } from 'hucre';
import { expect } from 'vitest';
import type { CsvRow } from './testing-csv.ts';

/** Where every sheet has its header, from 0: below its title and a line that says what follows. */
const HEADER_ROW = 2;

export async function readWorkbook(bytes: Uint8Array) {
  const workbook = await read(bytes);
  const figures = workbook.sheets.find(({ name }) => name === 'Figures');
  const [header = [], ...rows] = figures?.rows.slice(HEADER_ROW) ?? [];
  return {
    workbook,
    rows: rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at]]))),
  };
}
type Read = Awaited<ReturnType<typeof readWorkbook>>;

/** One table a sheet, begun in A1, its header marked, no cell of it merged, empty or worked out. */
export function checkAccessible({ workbook }: Read): void {
  // A table of a workbook has at least one row: without any the header stands alone.
  const isEmpty = workbook.sheets.find(({ name }) => name === 'Figures')?.rows.length === HEADER_ROW + 1;
  expect(a11y.audit(workbook).filter(({ code }) => !(isEmpty && code === 'no-header-row'))).toEqual([]);
  expect(workbook.properties?.title).toMatch(/\S/);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Cover', 'Notes', 'Columns', 'Figures']);
  for (const { name, rows, merges = [], tables = [], cells } of workbook.sheets) {
    expect(merges).toEqual([]);
    const [title, said, header = [], ...body] = rows;
    for (const line of [title, said]) {
      expect(line?.[0], name).toMatch(/\S/);
      expect(
        line?.slice(1).every((cell) => cell === null),
        name,
      ).toBe(true);
    }
    const isFull = (row: readonly unknown[]) =>
      row.length === header.length && row.every((cell) => cell !== null && cell !== '');
    expect([header, ...body].filter((row) => !isFull(row))).toEqual([]);
    expect([...(cells?.values() ?? [])].filter(({ type }) => type === 'formula')).toEqual([]);
    expect(tables).toHaveLength(body.length === 0 ? 0 : 1);
    for (const { columns, range } of tables) {
      expect(columns.map((column) => column.name)).toEqual(header);
      expect(range).toMatch(new RegExp(`^A3:[A-Z]+${rows.length}$`));
    }
  }
}

const MARK = /^(\[[cxz]\]|fewer than 8|withdrawn)$/;

/** Every cell of the spreadsheet is that of the file; a mark stands where the file has nothing. */
export function checkSame({ rows }: Read, file: readonly CsvRow[]): void {
  expect(rows).toHaveLength(file.length);
  expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(file[0] ?? {}));
  const faults = rows.flatMap((row, at) =>
    Object.entries(row).flatMap(([name, cell]) => {
      const own = file[at]?.[name] ?? '';
      return isSame(cell, own) ? [] : [`row ${at + 1}, ${name}: ${cell} and in the file ${own}`];
    }),
  );
  expect(faults).toEqual([]);
}

function isSame(cell: unknown, own: string): boolean {
  if (own === '') return MARK.test(String(cell));
  // A text that a spreadsheet would run has a sign before it in the file alone.
  return typeof cell === 'string'
    ? cell === own.replace(/^'(?=\s*[=+\-@]|[\t\r])/, '')
    : cell === Number(own);
}
