/** CSV files as rows of cells. */
import { type CsvError, parse } from 'csv-parse';
import type { ProblemList } from './problems.ts';
import { readText, type SourceFile } from './source-file.ts';

const MARKS = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };

/** What to do where a header has its cells separated by something else than commas; undefined where it has not. */
export function otherSeparator(header: string): string | undefined {
  const countOf = (mark: string) => header.split(mark).length;
  const found = Object.entries(MARKS).find(([mark]) => countOf(mark) > Math.max(1, countOf(',')));
  return (
    found &&
    `the cells are separated by ${found[1]}; expected commas: save the file as "CSV UTF-8 (comma delimited)"`
  );
}

const MALFORMED = 'the file is not well-formed CSV; quotes stand around whole cells only';

/** Characters of one row: what is longer is no table, and would have to be held in memory whole. */
const LONGEST_ROW = 1_000_000;

const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted cell never ends; is the file cut short?',
  CSV_MAX_RECORD_SIZE: `a row is longer than ${LONGEST_ROW.toLocaleString('en-GB')} characters; expected one row of the table on each line. Does a quotation mark before it never end?`,
};

/** The rows of a CSV file, as many at once as were read; where it is none, that is listed with its row. */
export async function* readBatches(file: SourceFile, problems: ProblemList): AsyncGenerator<string[][]> {
  const parser = parse({ relax_column_count: true, max_record_size: LONGEST_ROW });
  let batch: string[][] = [];
  let failed: CsvError | undefined;
  let start = '';
  parser.on('readable', () => {
    for (let record: string[] | null = parser.read(); record !== null; record = parser.read())
      batch.push(record);
  });
  parser.on('error', (error: CsvError) => {
    failed = error;
  });
  const ended = new Promise<void>((resolve) => {
    parser.once('end', resolve);
    parser.once('error', () => resolve());
  });
  for await (const text of readText(file, 'a CSV file', problems)) {
    if (failed !== undefined) break;
    start ||= text.slice(0, text.search(/[\r\n]|$/));
    if (!parser.write(text)) {
      await Promise.race([ended, new Promise((resolve) => parser.once('drain', resolve))]);
    }
    if (batch.length > 0) {
      yield batch;
      batch = [];
    }
  }
  if (failed === undefined) parser.end();
  await ended;
  if (failed !== undefined) {
    problems.add({
      file: file.name,
      ...(typeof failed.records === 'number' && { row: failed.records + 1 }),
      expected: otherSeparator(start) ?? FAULTS[failed.code] ?? MALFORMED,
    });
  }
  if (batch.length > 0) yield batch;
}
