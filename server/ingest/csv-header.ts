/** Headers: which row of a file is its header, in which layout, and what one that is in none lacks. */
import { otherSeparator } from './csv-batches.ts';
import { harmless } from './csv-row.ts';
import type { ProblemList } from './problems.ts';
import type { SourceFile } from './source-file.ts';

/** The columns one layout needs: our name for each, and the headers publishers have used for it. */
export interface ColumnLayout<Key extends string = string> {
  readonly name: string;
  readonly columns: Readonly<Record<Key, readonly string[]>>;
  /** Empty cells at the end of a row that the publisher may leave out. */
  readonly mayLackLast?: number;
}

export const isBlank = (cell: string): boolean => cell.trim() === '';

type Match = ReturnType<typeof match>;

/** The first row that has every column of a layout, or else the one that lacks fewest. */
export function headerAmong(rows: readonly string[][], layouts: readonly ColumnLayout[]) {
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

export function refuseHeader(
  file: SourceFile,
  problems: ProblemList,
  at: number,
  headers: readonly string[],
  { layout, missing, indexes }: Match,
): void {
  const separator = indexes.size === 0 ? otherSeparator(headers.join(',')) : undefined;
  if (separator !== undefined) {
    problems.add({ file: file.name, row: at + 1, expected: separator });
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

export function refuseTwice(
  file: SourceFile,
  problems: ProblemList,
  at: number,
  headers: readonly string[],
): void {
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

function match(layout: ColumnLayout, headers: readonly string[]) {
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
