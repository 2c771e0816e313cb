/** A spreadsheet as a program reads it: its sheets, and the rows of its table by heading. For tests. */
import { read } from 'hucre';

type Written = string | number;

/** Where every sheet has its header, from 0: below its title and a line that says what follows. */
export const HEADER_ROW = 2;

export async function readWorkbook(bytes: Uint8Array) {
  const workbook = await read(bytes);
  const figures = workbook.sheets.find(({ name }) => name === 'Figures');
  const [header = [], ...rows] = figures?.rows.slice(HEADER_ROW) ?? [];
  return {
    workbook,
    header: header as string[],
    rows: rows.map(
      (row) =>
        Object.fromEntries(header.map((name, at) => [String(name), row[at] as Written])) as Record<
          string,
          Written
        >,
    ),
  };
}
