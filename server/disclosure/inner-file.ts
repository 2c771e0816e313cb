/**
 * Reads a table given as inner cells: one CSV row each, and the hierarchies above them as JSON. No message repeats what
 * stands in a file where people are counted: it may be a count of few. Pure.
 */
import { CsvError, parse } from 'csv-parse/sync';
import type { Dimension } from './table/dimension.ts';
import { type Chains, dimensionOf } from './table/hierarchy.ts';
import { cellName } from './table/layout.ts';
import { type Table, tableOf } from './table/table.ts';

const COUNT = 'n';
const EXAMPLE = '{"ward":["ward","nb"],"out":["out"]}';

type Hierarchies = Readonly<Record<string, Chains>>;

/**
 * Reads which columns make up each dimension: a chain of columns from the finest up, or several chains.
 *
 * @param json `{"ward":["ward","nb"],"out":["out"]}`.
 * @throws Error saying what is wrong and what would be right.
 * @see server/disclosure/README.md for both layouts.
 * @example readHierarchies('{"ward":["ward","nb"]}'); // { ward: [['ward', 'nb']] }
 */
export function readHierarchies(json: string): Hierarchies {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new Error(`the hierarchies are not JSON; right would be ${EXAMPLE}`);
  }
  if (
    typeof given !== 'object' ||
    given === null ||
    Array.isArray(given) ||
    Object.keys(given).length === 0
  ) {
    throw new Error(
      `the hierarchies must be an object with a chain of columns for each dimension: ${EXAMPLE}`,
    );
  }
  return Object.fromEntries(Object.entries(given).map(([name, chains]) => [name, chainsOf(name, chains)]));
}

function chainsOf(name: string, given: unknown): Chains {
  const several = Array.isArray(given) && given.every(Array.isArray) ? given : [given];
  for (const chain of several) {
    if (!Array.isArray(chain) || chain.length === 0 || chain.some((column) => typeof column !== 'string')) {
      throw new Error(`dimension ${name}: its chain must be a list of columns, finest first: ${EXAMPLE}`);
    }
    if (chain.includes(COUNT)) {
      throw new Error(
        `dimension ${name}: the column ${COUNT} counts people, so it cannot be a code: ${EXAMPLE}`,
      );
    }
  }
  return several as unknown as Chains;
}

/**
 * Reads the inner cells of a table.
 *
 * @param csv a header, then one row for each inner cell: a column for every column of the hierarchies, and `n`, people.
 * @throws Error naming the line: a column that is missing, a cell given twice or not at all, a count that is no count of
 * people, a code in two groups.
 * @see server/disclosure/README.md for the layout.
 * @example [...readInnerCells('ward,n\nA,12\nB,3\n', { ward: [['ward']] }).truth]; // [12, 3, 15]
 */
export function readInnerCells(csv: string, hierarchies: Hierarchies): Table {
  const rows = rowsOf(csv, hierarchies);
  const dimensions = Object.entries(hierarchies).map(([name, chains]) => dimensionOf(name, chains, rows));
  const finest = Object.values(hierarchies).map(([[column]]) => column);
  const counts = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const key = JSON.stringify(finest.map((column) => row[column]));
    if (counts.has(key)) throw new Error(`line ${index + 2}: the cell ${key} is given twice`);
    counts.set(key, countOf(row[COUNT] ?? '', index + 2));
  }
  return tableOf(dimensions, (codes) => counts.get(JSON.stringify(codes)));
}

/**
 * Checks totals that came with a table against the sums of its inner cells.
 *
 * @param csv a column for each dimension (a code of any level, or `Total`) and `n`.
 * @throws Error naming the total that its parts do not add up to, that is missing, or that is no cell of the table.
 * @see server/disclosure/README.md for the layout.
 * @example requireMargins(table, 'ward,n\nTotal,12\n'); // undefined
 */
export function requireMargins(table: Table, csv: string): void {
  const given = new Map<string, { readonly count: number; readonly line: number }>();
  const names = table.dimensions.map(({ name }) => name);
  for (const [index, row] of parsed(csv, [...names, COUNT]).entries()) {
    const key = names.map((name) => `${name}=${row[name]}`).join(', ');
    given.set(key, { count: countOf(row[COUNT] ?? '', index + 2), line: index + 2 });
  }
  for (let cell = 0; cell < table.truth.length; cell++) {
    const name = cellName(table, cell);
    const margin = given.get(name);
    given.delete(name);
    if (isMargin(table.dimensions, name) && margin === undefined)
      throw new Error(`the total for ${name} is missing`);
    if (margin !== undefined && margin.count !== table.truth[cell]) {
      throw new Error(
        `line ${margin.line}: the total for ${name} is not what its parts add up to; right is the sum of its inner cells`,
      );
    }
  }
  for (const [name, { line }] of given) throw new Error(`line ${line}: the table has no cell ${name}`);
}

const isMargin = (dimensions: readonly Dimension[], name: string): boolean =>
  name.split(', ').some((part, d) => {
    const code = part.slice(part.indexOf('=') + 1);
    return (dimensions[d]?.codes.indexOf(code) ?? 0) >= (dimensions[d]?.finest ?? 0);
  });

function rowsOf(csv: string, hierarchies: Hierarchies): Record<string, string>[] {
  return parsed(csv, [...new Set(Object.values(hierarchies).flat(2)), COUNT]);
}

function parsed(csv: string, columns: readonly string[]): Record<string, string>[] {
  const rows = wellFormed(csv);
  const [first] = rows;
  if (first === undefined)
    throw new Error(`the file holds no cells; it needs the columns ${columns.join(', ')}`);
  for (const column of columns) {
    if (!(column in first)) {
      throw new Error(`the column ${column} is missing; ${headerWords(Object.keys(first))}`);
    }
  }
  return rows;
}

function wellFormed(csv: string): Record<string, string>[] {
  try {
    return parse(csv, { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    const { lines } = error instanceof CsvError ? (error as { readonly lines?: number }) : {};
    throw new Error(
      `${lines === undefined ? '' : `line ${lines}: `}the file is not well-formed CSV; right are as many cells in every line, and quotes around whole cells only`,
    );
  }
}

/** A first line with numbers in it is no header but counts. */
const headerWords = (names: readonly string[]): string =>
  names.some((name) => /^[\d.,\s-]*\d[\d.,\s-]*$/.test(name))
    ? 'the first line holds numbers, so it is no header; right is a line that names the columns'
    : `the file has ${names.join(', ')}`;

function countOf(text: string, line: number): number {
  if (!/^\d+$/.test(text)) {
    throw new Error(`line ${line}: ${COUNT} must be a whole number of people, zero or more; this is none`);
  }
  return Number(text);
}
