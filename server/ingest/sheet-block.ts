/** Tables under two-row headers: a label row beside or below a row of group labels that span several columns. */
import type { ProblemList } from './problems.ts';
import type { Sheet } from './sheet.ts';
import type { SourceFile } from './source-file.ts';
import { SheetTable } from './workbook.ts';

export interface SheetBlock {
  readonly sheet: Sheet;
  /** For every column "Group: label", or one of the two where it stands alone; empty for spacer columns. */
  readonly headers: readonly string[];
  /** The column of the key, and the first one after the block: a spacer column, or the sheet's end. */
  readonly start: number;
  readonly end: number;
  readonly firstRow: number;
}

/** The block whose first column has the key as its header; undefined where no row of the sheet has it. */
export function blockOf(sheet: Sheet, key: RegExp): SheetBlock | undefined {
  const keyRow = sheet.rows.slice(0, 40).findIndex((row) => row.some((cell) => key.test(cell)));
  const keys = sheet.rows[keyRow];
  if (keys === undefined) return undefined;
  const start = keys.findIndex((cell) => key.test(cell));
  const below = sheet.rows[keyRow + 1] ?? [];
  const labelsBelow = below.some((cell) => cell !== '') && (below[start] ?? '') === '';
  const above = sheet.rows
    .slice(Math.max(0, keyRow - 2), keyRow)
    .findLast((row) => row.some((cell) => cell !== '') && (row[start] ?? '') === '');
  const [groups, labels] = labelsBelow ? [keys, below] : [above ?? [], keys];
  const width = Math.max(groups.length, labels.length);
  let group = '';
  const headers = Array.from({ length: width }, (_, index) => {
    group = groups[index] || group;
    const label = labels[index] ?? '';
    if (label === '') return groups[index] ?? '';
    return group === '' ? label : `${group}: ${label}`;
  });
  const spacer = headers.findIndex((header, index) => index > start && header === '');
  return {
    sheet,
    headers,
    start,
    end: labelsBelow && spacer !== -1 ? spacer : width,
    firstRow: keyRow + (labelsBelow ? 2 : 1),
  };
}

/**
 * The block as a table with named columns; undefined, with what is missing listed, where a column is not found once. One whose
 * key ends with a question mark may be lacking.
 */
export function sheetTableOf(
  file: SourceFile,
  block: SheetBlock,
  columns: Readonly<Record<string, RegExp>>,
  problems: ProblemList,
): SheetTable | undefined {
  const { sheet, headers, start, end, firstRow } = block;
  const before = problems.count;
  const indexes = new Map<string, number>();
  for (const [key, pattern] of Object.entries(columns)) {
    const found = headers.flatMap((header, index) =>
      index >= start && index < end && pattern.test(header) ? [index] : [],
    );
    if (found.length === 1 && found[0] !== undefined) indexes.set(key, found[0]);
    else if (!key.endsWith('?')) {
      const has = headers.slice(start, end).filter(Boolean).join(' | ');
      problems.add({
        file: file.name,
        sheet: sheet.name,
        row: firstRow,
        column: key,
        expected: `expected one column for it, found ${found.length}. The sheet has: ${has}`,
      });
    }
  }
  if (problems.count > before) return undefined;
  return new SheetTable({ file, problems, sheet, headers, indexes, firstRow });
}
