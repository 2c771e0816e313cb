/**
 * A table as a spreadsheet (XLSX), after the Government Analysis Function's guidance on accessible spreadsheets: a cover, notes and
 * one table a sheet, each begun in A1 by its title, header row marked, no cell merged or empty, marks explained. Pure.
 */
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre';
import { MARKS_IN_WORDS, markOf } from '../../contract/without-figure.ts';
import type { Cell, ColumnType, FileTable } from './table.ts';

/** What stands where a column has nothing to say of a row: an empty cell is read out as nothing, and may be taken for an oversight. */
const NOT_APPLICABLE = '[z]';

const MARKS = `${MARKS_IN_WORDS}. ${NOT_APPLICABLE} also stands where a column does not apply to a row.`;

/** The same table gives the same bytes, whenever it is asked for; a workbook has no way to say that it has no date. */
const UNDATED = new Date('1980-01-01T00:00:00Z');

const kinds: Record<ColumnType, string> = {
  text: 'Text',
  number: 'Number',
  count: 'Number',
  whole: 'Whole number',
  day: 'Date (year-month-day)',
  instant: 'Date and time (ISO 8601)',
  'yes-or-no': 'yes or no',
};

/** @param question the full address of the question that the table answers. */
export async function workbookOf({ about, columns, rows }: FileTable, question: string): Promise<Buffer> {
  const { title, period, basis, source, licence, release, notes } = about;
  const facts: [string, string][] = [
    ['Period', period],
    ['Basis', basis],
    ['Source', source],
    ['Licence', licence],
    ['Release', String(release)],
    ['Address of the question', question],
  ];
  const sheets = [
    sheetOf('Cover', title, ['About this file', 'In words'], [...facts, ...SHEETS]),
    sheetOf(
      'Notes',
      `Notes on ${title}`,
      ['Note', 'In words'],
      [['Marks', MARKS], ...notes.map(([name, text]) => [name, text])],
    ),
    sheetOf(
      'Columns',
      'What each column of the table holds',
      ['Column', 'What it holds', 'Kind of cell'],
      columns.map((one) => [one.title, one.description, kinds[one.type]]),
    ),
    sheetOf(
      'Figures',
      title,
      columns.map((one) => one.title),
      rows.map((row) => row.map(written)),
    ),
  ];
  const properties = { title, creator: source, created: UNDATED, modified: UNDATED };
  return Buffer.from(await writeXlsx({ properties, sheets }));
}

const SHEETS: readonly [string, string][] = [
  ['Sheet Notes', 'The marks, and what must be read beside the figures'],
  ['Sheet Columns', 'What each column of the table holds'],
  ['Sheet Figures', 'The table, one row for each figure'],
];

/** A text is a text in a workbook, whatever it begins with: no cell is a formula. */
function written(cell: Cell): string | number {
  if (cell === null || cell === undefined || cell === '') return NOT_APPLICABLE;
  if (typeof cell === 'object') return markOf(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return cell;
}

/** Title, a line that says what follows, header, rows. A table of a workbook has at least one row. */
function sheetOf(
  name: string,
  title: string,
  header: readonly string[],
  rows: readonly (readonly CellValue[])[],
): WriteSheet {
  const isEmpty = rows.length === 0;
  const said = isEmpty ? 'This sheet holds one table, which has no rows.' : 'This sheet holds one table.';
  return {
    name,
    a11y: { summary: title, headerRow: HEADER_ROW },
    rows: [[title], [said], [...header], ...rows.map((row) => [...row])],
    cells: new Map([
      ['0,0', { style: { font: { bold: true, size: 14 } } }],
      ...header.map((_, at): [string, object] => [
        `${HEADER_ROW},${at}`,
        { style: { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } } },
      ]),
    ]),
    columns: header.map((title, at) => ({ width: widthOf([title, ...rows.map((row) => row[at])]) })),
    ...(!isEmpty && {
      tables: [
        {
          name: `Table_${name}`,
          range: `A${HEADER_ROW + 1}:${letters(header.length)}${HEADER_ROW + 1 + rows.length}`,
          columns: header.map((name) => ({ name })),
        },
      ],
    }),
  };
}

/** From 0. */
const HEADER_ROW = 2;

const widthOf = (cells: readonly unknown[]) =>
  Math.min(60, Math.max(10, ...cells.slice(0, 200).map((cell) => String(cell ?? '').length + 2)));

/** 1 is A, 27 is AA. */
const letters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1);
