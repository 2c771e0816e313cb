/** The sheets of COVER workbooks with coverage by local authority: which they are, and what their columns hold. */

import type { Sheet } from '../sheet.ts';
import type { LoadContext } from '../source.ts';
import type { SourceFile } from '../source-file.ts';
import { SheetTable, sheetNames } from '../workbook.ts';
import {
  type CoverAge,
  coverAgeOf,
  kindOfColumn,
  measureOfVaccine,
  vaccineOf,
} from './ukhsa-cover-columns.ts';

export interface CoverSheet {
  readonly age: CoverAge;
  readonly sheet: Sheet;
  readonly table: SheetTable;
  readonly denominator: number;
  /** The sheets of 2014 to 2016 list local authorities alone, or those and England. */
  readonly isOfAuthoritiesAlone: boolean;
  readonly vaccines: readonly {
    readonly index: number;
    readonly vaccine: string;
    readonly measure: string;
  }[];
}

/** The sheet with the upper tier local authorities at one age: 12m_UT LA, from 2016/17 12m_UTLA_GOR, numbered since 2024/25 Q3. */
export function coverageSheet(
  file: SourceFile,
  sheets: readonly Sheet[],
  age: CoverAge,
  { problems }: LoadContext,
): CoverSheet | undefined {
  const named = sheets.filter((sheet) => new RegExp(`^${age.id}_(UTLA_GOR|UT LA)$`, 'i').test(sheet.name));
  const candidates = named.length > 0 ? named : sheets.filter((sheet) => /^Table_?\d+$/i.test(sheet.name));
  const matches = candidates.flatMap((sheet) => {
    // Numbered sheets are told apart by what they hold: other tables count the same children.
    const vaccines = named.length > 0 ? [] : [...age.always, ...age.since2015];
    const headerAt = sheet.rows.slice(0, 20).findIndex((row) => isHeader(row, age, vaccines));
    return headerAt === -1 ? [] : [{ sheet, headerAt }];
  });
  const [match] = matches;
  if (match === undefined || matches.length > 1) {
    problems.add({
      file: file.name,
      ...(named[0] && { sheet: named[0].name }),
      expected: `expected one sheet of local authorities with the number of children who reached ${age.words} (such as ${age.id}_UTLA_GOR or Table_5) and columns for the authority's ONS code and name; found ${matches.length}. The sheets are: ${sheetNames(sheets)}`,
    });
    return undefined;
  }
  return columnsOf(file, match.sheet, match.headerAt, age, problems);
}

function isHeader(row: readonly string[], age: CoverAge, vaccines: readonly string[]): boolean {
  const kinds = row.map((cell) => kindOfColumn(cell));
  return (
    ['code', 'name'].every((kind) => kinds.includes(kind as (typeof kinds)[number])) &&
    row.some((cell) => kindOfColumn(cell) === 'denominator' && coverAgeOf(cell) === age) &&
    vaccines.every((vaccine) => row.some((cell) => coverAgeOf(cell) === age && vaccineOf(cell) === vaccine))
  );
}

function columnsOf(
  file: SourceFile,
  sheet: Sheet,
  headerAt: number,
  age: CoverAge,
  problems: LoadContext['problems'],
): CoverSheet | undefined {
  const headers = sheet.rows[headerAt] ?? [];
  const before = problems.count;
  const refuse = (column: string, expected: string) =>
    problems.add({ file: file.name, sheet: sheet.name, row: headerAt + 1, column, expected });
  const indexes = new Map<string, number>();
  const vaccines: CoverSheet['vaccines'][number][] = [];
  for (const [index, header] of headers.entries()) {
    if (header === '') continue;
    const kind = kindOfColumn(header);
    if (kind === 'aside') continue;
    if (kind !== undefined) {
      if (indexes.has(kind)) refuse(header, 'the column stands twice');
      indexes.set(kind, index);
      continue;
    }
    const vaccine = vaccineOf(header);
    // A sheet named by its age need not repeat it in every header.
    const measure =
      (coverAgeOf(header) ?? age) === age && vaccine !== undefined && measureOfVaccine(age, vaccine);
    if (!measure || vaccine === undefined) {
      refuse(
        header,
        `the column is not understood; expected a vaccine given by ${age.words}, such as "${age.id} MMR1%"`,
      );
    } else if (vaccines.some((known) => known.measure === measure)) refuse(header, 'the column stands twice');
    else vaccines.push({ index, vaccine, measure });
  }
  // The first layout has no codes of the health service yet.
  const isFirst = !indexes.has('ods');
  for (const vaccine of isFirst ? age.always : [...age.always, ...age.since2015]) {
    const measure = measureOfVaccine(age, vaccine);
    if (!vaccines.some((known) => known.measure === measure)) {
      refuse(
        vaccine,
        `the column with its coverage is missing. The sheet has: ${headers.filter(Boolean).join(', ')}`,
      );
    }
  }
  if (problems.count > before) return undefined;
  const table = new SheetTable({ file, problems, sheet, headers, indexes, firstRow: headerAt + 1 });
  const isOfAuthoritiesAlone = /UT LA$/i.test(sheet.name);
  return { age, sheet, table, denominator: indexes.get('denominator') ?? -1, isOfAuthoritiesAlone, vaccines };
}
