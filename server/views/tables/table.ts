/** A table to be carried away: facts about it, columns that say what they hold, and rows. The CSV, its metadata and the spreadsheet are all written from it. Pure. */
import { labelOf, type Term } from '../../contract/dimensions.ts';
import type { WithoutFigure } from '../../contract/without-figure.ts';

/** What a cell may hold: a figure that is not shown says why, and null says that the column has nothing to say of the row. */
export type Cell = string | number | boolean | WithoutFigure | null | undefined;

/** What the cells of a column are. A `count` is of people or things and may be a fraction where it was worked out. */
export type ColumnType = 'text' | 'number' | 'count' | 'whole' | 'day' | 'instant' | 'yes-or-no';

export interface ColumnFacts {
  /** As the header says it; unlike every other of its table. */
  readonly title: string;
  readonly type: ColumnType;
  readonly description: string;
  /** Whether every row has it. */
  readonly required: boolean;
}
export interface TableColumn<Row> extends ColumnFacts {
  readonly cell: (row: Row) => Cell;
}

/** What is known of a whole table. */
export interface About {
  readonly title: string;
  readonly period: string;
  readonly basis: string;
  readonly source: string;
  readonly licence: string;
  readonly release: number;
  /** Whatever else must be read beside it, as a name and a text. */
  readonly notes: readonly Note[];
}
export type Note = readonly [name: string, text: string];

export interface FileTable {
  readonly about: About;
  readonly columns: readonly ColumnFacts[];
  /** Titles of the columns that together tell a row from every other. */
  readonly key: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Making<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly key: readonly string[];
  readonly rows: readonly Row[];
}

/** @throws RangeError where two columns have one title, or the key names a column there is not. */
export function fileTableOf<Row>(about: About, { columns, key, rows }: Making<Row>): FileTable {
  const titles = new Set(columns.map(({ title }) => title));
  // A spreadsheet takes titles that differ in capitals for one.
  const distinct = new Set([...titles].map((title) => title.toLowerCase()));
  if (distinct.size < columns.length) throw new RangeError(`two columns of "${about.title}" have one title`);
  const unknown = key.find((title) => !titles.has(title));
  if (unknown !== undefined) throw new RangeError(`"${about.title}" has no column "${unknown}" for its key`);
  return {
    about,
    columns,
    key,
    rows: rows.map((row) => columns.map(({ type, cell }) => carried(cell(row), type))),
  };
}

/** Enough to do every sum again, and no more digits than counts of some thousands carry. */
const SIGNIFICANT_DIGITS = 6;

/** A number with the digits it carries: whole numbers as they are, counts to a tenth, all else to six significant digits. */
function carried(cell: Cell, type: ColumnType): Cell {
  if (typeof cell !== 'number' || Number.isInteger(cell)) return cell;
  if (type === 'count') return Number(cell.toFixed(1)) + 0;
  return Math.abs(cell) < 10 ** SIGNIFICANT_DIGITS
    ? Number(cell.toPrecision(SIGNIFICANT_DIGITS))
    : Math.round(cell);
}

type Cells<Row> = (row: Row) => Cell;
const columnOf =
  (type: ColumnType) =>
  <Row>(title: string, description: string, cell: Cells<Row>): TableColumn<Row> => ({
    title,
    type,
    description,
    required: false,
    cell,
  });

export const textColumn = columnOf('text');
export const numberColumn = columnOf('number');
export const countColumn = columnOf('count');
export const whole = columnOf('whole');
export const dayColumn = columnOf('day');
export const instant = columnOf('instant');
export const yesOrNo = columnOf('yes-or-no');

/** Columns that every row has a cell for. */
export const required = <Row>(columns: readonly TableColumn<Row>[]): TableColumn<Row>[] =>
  columns.map((column) => ({ ...column, required: true }));

/** A word of a closed list: its code, and beside it its label. */
export const coded = <Row>(
  title: string,
  terms: readonly Term[],
  description: string,
  id: (row: Row) => string | null | undefined,
): TableColumn<Row>[] => [
  textColumn(`${title} code`, `${description} As the API writes it.`, id),
  textColumn(title, description, (row) => {
    const found = id(row);
    return found === null || found === undefined ? found : labelOf(terms, found);
  }),
];

/** The columns of a part of a row; a row without that part has nothing in them. */
export const columnsOf = <Row, Part>(
  part: (row: Row) => Part | null | undefined,
  columns: readonly TableColumn<Part>[],
): TableColumn<Row>[] =>
  columns.map((column) => ({
    ...column,
    cell: (row) => {
      const found = part(row);
      return found === null || found === undefined ? null : column.cell(found);
    },
  }));

/** The same columns of another thing of the row: "Change: comparison". */
export const about = <Row>(what: string, columns: readonly TableColumn<Row>[]): TableColumn<Row>[] =>
  columns.map((column) => ({
    ...column,
    title: `${what}: ${/^[A-Z][a-z ]/.test(column.title) ? column.title.charAt(0).toLowerCase() + column.title.slice(1) : column.title}`,
    description: `${what}. ${column.description}`,
  }));
