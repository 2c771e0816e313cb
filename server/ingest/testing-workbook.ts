/** Workbooks in the layouts of publishers, for tests. */
import { write } from 'hucre';

export type SheetOfTest = readonly (readonly (string | number | null)[])[];

/** The bytes of a workbook with these sheets, in this order. */
export function workbookOf(
  sheets: Readonly<Record<string, SheetOfTest>>,
  format: 'xlsx' | 'ods' = 'xlsx',
): Promise<Uint8Array> {
  return write({
    format,
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
}
