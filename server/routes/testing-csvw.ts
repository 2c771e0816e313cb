/** Reads a CSV file back against what stands beside it, as the recommendations of CSV on the Web have it. For tests. */
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { CsvwMetadata } from '../contract/csvw.ts';

type Column = CsvwMetadata['tableSchema']['columns'][number];

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const forms: Readonly<Record<string, RegExp>> = {
  string: /^/,
  number: /^-?(\d+(\.\d+)?|\d(\.\d+)?e-\d+)$/,
  integer: /^-?\d+$/,
  date: DAY,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}(:\d{2})?)$/,
  'yes|no': /^(yes|no)$/,
};

/** More digits than any figure carries: what a computer adds to a number when it is multiplied. */
const TOO_LONG = /\d{8,}\.\d|\.\d{12,}/;
const RUN_BY_SPREADSHEETS = /^\s*[=+@]|^\s*-(?![\d.])|^[\t\r]/;

/** @param url of the file; its metadata stands at the same address with `-metadata.json` after its path. */
export function checkAgainstMetadata(url: string, body: string, metadata: CsvwMetadata): void {
  const { tableSchema, notes, dialect, '@context': context, url: file, ...facts } = metadata;
  expect(context[0]).toBe('http://www.w3.org/ns/csvw');
  const beside = url.replace('.csv', '.csv-metadata.json');
  const { pathname, search } = new URL(file, `http://localhost${beside}`);
  expect(pathname + search).toBe(url);
  for (const [name, fact] of Object.entries(facts)) expect(String(fact), name).toMatch(/\S/);
  for (const note of notes) for (const [name, said] of Object.entries(note)) expect(said, name).toMatch(/\S/);

  const { columns, primaryKey, aboutUrl } = tableSchema;
  const [header, ...rows] = parse(body, { bom: dialect.encoding === 'utf-8' }) as string[][];
  expect(header).toEqual(columns.map(({ titles }) => titles));
  const names = columns.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9_]*$/);
  for (const column of columns) expect(column['dc:description']).toMatch(/^[A-Za-z].*\S$/);
  const faults = rows.flatMap((row, at) =>
    columns.flatMap((column, place) =>
      faultsOf(row[place] ?? '', column).map((fault) => `row ${at + 1}, ${column.titles}: ${fault}`),
    ),
  );
  expect(faults).toEqual([]);

  const places = primaryKey.map((name) => names.indexOf(name));
  expect(places).not.toContain(-1);
  const keys = Map.groupBy(rows, (row) => places.map((place) => row[place]).join(', '));
  expect([...keys].filter(([, alike]) => alike.length > 1).map(([key]) => key)).toEqual([]);
  expect([...aboutUrl.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(primaryKey);
}

/** What is wrong with a cell; empty where nothing is. */
function faultsOf(cell: string, { datatype, required, null: absent }: Column): string[] {
  if (cell === absent) return required ? ['is empty'] : [];
  const form = forms[typeof datatype === 'string' ? datatype : datatype.format];
  if (form === undefined || !form.test(cell)) return [`${JSON.stringify(cell)} is not as its type says`];
  const isText = datatype === 'string';
  if (isText && RUN_BY_SPREADSHEETS.test(cell)) return [`${JSON.stringify(cell)} would be run`];
  return !isText && TOO_LONG.test(cell) ? [`${cell} has more digits than it carries`] : [];
}
