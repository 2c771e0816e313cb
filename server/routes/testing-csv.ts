/** A file as a program reads it - the header on line one, rows by heading - and what stands beside it. For tests. */
import { parse } from 'csv-parse/sync';
import type { CsvwMetadata } from '../contract/csvw.ts';

export type CsvRow = Record<string, string | undefined>;

export const readCsv = (text: string): CsvRow[] => parse(text, { bom: true, columns: true });

type Headers = Readonly<Record<string, string | number | readonly string[] | undefined>>;

interface Asking {
  inject(
    url: string,
  ): Promise<{ readonly statusCode: number; readonly body: string; readonly headers: Headers }>;
}

/** A file and its metadata, found as CSV on the Web says: by the link of the file. */
export async function readTable(app: Asking, url: string) {
  const file = await app.inject(url);
  const { link } = file.headers;
  const [, beside] =
    /^<([^>]+)>; rel="describedby"; type="application\/csvm\+json"$/.exec(String(link)) ?? [];
  if (beside === undefined)
    throw new Error(`${url} has no metadata: ${file.statusCode} ${file.body.slice(0, 300)}`);
  const { pathname, search } = new URL(beside, `http://localhost${url}`);
  const metadata = JSON.parse((await app.inject(pathname + search)).body) as CsvwMetadata;
  return { ...file, rows: readCsv(file.body), metadata, facts: factsOf(metadata) };
}

/** What is said of the whole file, by name. */
const factsOf = (metadata: CsvwMetadata): Record<string, string> => ({
  Title: metadata['dc:title'],
  Period: metadata['dc:temporal'],
  Basis: metadata['dc:provenance'],
  Source: metadata['dc:source'],
  Licence: metadata['dc:license'],
  Release: String(metadata['schema:version']),
  ...Object.fromEntries(metadata.notes.map((note) => [note['schema:name'], note['schema:text']])),
});

/** A number as a file writes it: to six significant digits, whole numbers as they are; nothing where there is none. */
export const writtenNumber = (value: number | undefined | null): string =>
  value === undefined || value === null
    ? ''
    : String(Number.isInteger(value) ? value : Number(value.toPrecision(6)));

/** A count as a file writes it: to a tenth. */
export const writtenCount = (value: number | undefined): string =>
  value === undefined ? '' : String(Number(value.toFixed(1)));

/** The value and the status of a figure as a file has them: a figure that is not shown is an empty cell. */
export const writtenFigure = (figure: {
  readonly status: string;
  readonly value?: number;
}): [string, string] => [figure.status === 'shown' ? writtenNumber(figure.value) : '', figure.status];
