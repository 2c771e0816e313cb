/** The sheet "Data_file" of COVER workbooks: children vaccinated, by the local authority's ODS code. */
import { readWhole } from '../figures.ts';
import type { Sheet } from '../sheet.ts';
import type { LoadContext } from '../source.ts';
import type { SourceFile } from '../source-file.ts';
import { headerRow, SheetTable } from '../workbook.ts';
import {
  type CoverAge,
  coverAgeOf,
  kindOfColumn,
  measureOfVaccine,
  vaccineOf,
} from './ukhsa-cover-columns.ts';
import { coverMarkOf } from './ukhsa-cover-marks.ts';

export interface Numerators {
  /** Undefined where the sheet has none: no such column, an empty cell, -99, a star. */
  of(
    ods: string,
    age: CoverAge,
    vaccine: string,
  ): { readonly value: number; readonly sheet: string } | undefined;
}

const NUMERATOR = /[ _]num(erator)?$/i;

export function numeratorsOf(file: SourceFile, sheet: Sheet, { problems }: LoadContext): Numerators {
  const headerAt = headerRow(sheet, [
    /^(ods upper tier la|upper tier local authority ods) code$/i,
    NUMERATOR,
  ]);
  if (headerAt === undefined) {
    problems.add({
      file: file.name,
      sheet: sheet.name,
      expected:
        'expected columns for the ODS code of the local authority and for numerators, such as 24m_MMR1_Num',
    });
  }
  const headers = sheet.rows[headerAt ?? sheet.rows.length] ?? [];
  const columns = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    if (!NUMERATOR.test(header)) continue;
    const age = coverAgeOf(header);
    const vaccine = vaccineOf(header.replace(NUMERATOR, ''));
    const measure = age && vaccine && measureOfVaccine(age, vaccine);
    if (measure !== undefined && !columns.has(measure)) columns.set(measure, index);
    else {
      problems.add({
        file: file.name,
        sheet: sheet.name,
        row: (headerAt ?? 0) + 1,
        column: header,
        expected: 'the column is not understood; expected each age and vaccine once, such as 24m_MMR1_Num',
      });
    }
  }
  const indexes = new Map([['ods', headers.findIndex((header) => kindOfColumn(header) === 'ods')]]);
  const table = new SheetTable({ file, problems, sheet, headers, indexes, firstRow: (headerAt ?? 0) + 1 });
  const rows = new Map([...table.rows()].map((row) => [row.text('ods'), row]));
  return {
    of: (ods, age, vaccine) => {
      const index = columns.get(measureOfVaccine(age, vaccine) ?? '');
      const row = rows.get(ods);
      if (index === undefined || row === undefined) return undefined;
      if (row.at(index) === '' || coverMarkOf(row.at(index)) !== undefined) {
        row.refuseUnread(index);
        return undefined;
      }
      const value = readWhole(row.at(index));
      if (value === undefined) row.refuseAt(index, 'expected a number of children, -99 or nothing');
      return value === undefined ? undefined : { value, sheet: sheet.name };
    },
  };
}
