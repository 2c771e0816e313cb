/** DWP's workbooks of local area statistics (ods, xlsx): a sheet for each measure and type of area, a column for each year. */

import { areaOfRow } from '../borough-values.ts';
import type { Row } from '../csv-row.ts';
import { periodOfWords } from '../period-words.ts';
import { areaOfPlace, needsAreas, requireEveryArea } from '../place-filter.ts';
import type { Sheet } from '../sheet.ts';
import type { LoadContext, ObservationItem, Source } from '../source.ts';
import type { SourceFile } from '../source-file.ts';
import { headerRow, openWorkbook, SheetTable, sheetNames } from '../workbook.ts';

interface AreaTable {
  /** As its sheets are named, before the type of area. */
  readonly sheet: string;
  /** The header of its columns of numbers, before the year. */
  readonly column: string;
  readonly measure: string;
}

/** Another measure of DWP in this layout is a line here, and a measure. */
const TABLES: readonly AreaTable[] = [
  { sheet: 'Relative', column: 'Number of children', measure: 'children-in-relative-low-income' },
  { sheet: 'Absolute', column: 'Number of children', measure: 'children-in-absolute-low-income' },
];
const LEVELS = [
  { sheet: 'Local_Authority', areaType: 'borough' },
  { sheet: 'Ward', areaType: 'ward' },
] as const;
/** The wards of today, which the publisher counts by for every year. */
const WARDS = '2025';
/** The publisher moves each number by a little, so wards and their district may differ by as much for each ward. */
const MOVED = 5;

export const dwpAreaTables: Source = {
  id: 'dwp-area-tables',
  edition: { label: /^published:/i },
  title: 'DWP local area statistics (ods, xlsx): children in low-income families by ward and local authority',
  async *read(file, context) {
    const sheets = await openWorkbook(file, context.problems);
    if (sheets === undefined || !needsAreas({ file }, 'ward', WARDS, context)) return;
    context.tally.ignored ??= new Set();
    const used = new Set<Sheet>();
    for (const { sheet: name, column, measure } of TABLES) {
      const sums = new Map<string, number>();
      for (const level of LEVELS) {
        const sheet = sheets.find((one) => new RegExp(`^\\d+_${name}_${level.sheet}$`, 'i').test(one.name));
        if (sheet === undefined) {
          const expected = `expected a sheet "..._${name}_${level.sheet}". The sheets are: ${sheetNames(sheets)}`;
          context.problems.add({ file: file.name, expected });
          continue;
        }
        used.add(sheet);
        for (const item of read(
          file,
          sheet,
          { column, measure, areaType: level.areaType, isOfPlace: sums.size > 0 },
          context,
        )) {
          if (level.areaType === 'ward')
            sums.set(item.period, (sums.get(item.period) ?? 0) + (item.value ?? 0));
          else if (item.areaCode === context.place.code) sums.set(item.period, -(item.value ?? 0));
          yield item;
        }
      }
      const most = MOVED * context.areas.codes('ward', WARDS).length;
      for (const [period, difference] of sums)
        if (context.problems.count === 0 && Math.abs(difference) > most) {
          const expected = `expected the wards of ${context.place.name} to add up to its own row of ${measure}, give or take ${MOVED} for each ward`;
          context.problems.add({ file: file.name, value: period, expected });
        }
    }
    for (const sheet of sheets) if (!used.has(sheet)) context.tally.ignored.add(sheet.name);
  },
};

interface Wanted {
  readonly column: string;
  readonly measure: string;
  readonly areaType: 'ward' | 'borough';
  /** Whether the place itself has a row in the workbook: then its wards are not missing because it is of another one. */
  readonly isOfPlace: boolean;
}

function* read(
  file: SourceFile,
  sheet: Sheet,
  { column, measure, areaType, isOfPlace }: Wanted,
  context: LoadContext,
): Generator<ObservationItem> {
  const found = yearsOf(file, sheet, column, context);
  if (found === undefined) return;
  const { years, headers, headerAt } = found;
  const { problems, tally, place } = context;
  const indexes = new Map([
    ['area', headers.findIndex((header) => /^Area Code$/i.test(header))],
    ['name?', headers.findIndex((header) => /^(Local Authority|Ward)\b/i.test(header))],
  ]);
  const table = new SheetTable({ file, problems, sheet, headers, indexes, firstRow: headerAt + 1 });
  const seen = new Set<string>();
  for (const row of table.rows()) {
    tally.read++;
    // Countries and those of the other kingdoms have codes of other letters; notes below have none.
    if (!/^[EW]\d{8}$/.test(row.text('area'))) {
      tally.skipped++;
      continue;
    }
    const code = row.text('area');
    // Beside local authorities stand regions and countries; of those nothing is made.
    const isOther = areaType === 'borough' && !/^[EW]0[6-9]/.test(code);
    if (isOther) tally.skipped++;
    const area = isOther ? undefined : areaOf(row, areaType, context);
    if (area === undefined) continue;
    if (seen.has(area.areaCode)) row.refuse('area', 'the area stands in an earlier row already');
    seen.add(area.areaCode);
    for (const { index, period, isProvisional } of years) {
      const value = row.wholeAt(index);
      if (value === undefined) continue;
      const note = isProvisional ? { note: 'The source marks the figure as provisional.' } : {};
      yield {
        kind: 'observation',
        row: row.number,
        measure,
        period,
        ...area,
        status: 'value',
        value,
        ...note,
      };
    }
  }
  if (areaType === 'ward') {
    const about = isOfPlace ? { ...context, outside: { first: undefined, unlisted: undefined } } : context;
    requireEveryArea({ file }, 'ward', WARDS, seen, about);
  }
  if (areaType === 'borough' && !seen.has(place.code))
    table.refuse(`no row for ${place.name} (${place.code}); is the sheet cut short?`);
}

/** The columns of figures, one for each year that the sheet's title promises; undefined where that is refused. */
function yearsOf(file: SourceFile, sheet: Sheet, column: string, { problems }: LoadContext) {
  const year = new RegExp(`^${column} FYE (\\d{4})( \\[p\\])?$`, 'i');
  const headerAt = headerRow(sheet, [/^Area Code$/i, year]);
  const headers = sheet.rows[headerAt ?? 0] ?? [];
  const years = headers.flatMap((header, index) => {
    const [, end, provisional] = year.exec(header) ?? [];
    const period = end === undefined ? undefined : periodOfWords(`Financial year ending ${end}`);
    return period === undefined ? [] : [{ index, period, isProvisional: provisional !== undefined }];
  });
  const periods = years.map(({ period }) => period).toSorted();
  const gap = periods.findIndex((period, at) => at > 0 && startOf(period) !== 1 + startOf(periods[at - 1]));
  if (headerAt === undefined || gap !== -1) {
    const expected = `expected columns "Area Code" and "${column} FYE 2015", one for each year without a gap${gap === -1 ? '' : `; none follows ${periods[gap - 1]}`}`;
    problems.add({ file: file.name, sheet: sheet.name, expected });
    return undefined;
  }
  // The title says which years the table holds.
  const title = sheet.rows.slice(0, headerAt).flat().join(' ');
  const [, first, last] = /\bFYE (\d{4}) to (\d{4})\b/.exec(title) ?? [];
  const ends = periods.map((period) => 1 + startOf(period));
  if (first !== undefined && (ends[0] !== Number(first) || ends.at(-1) !== Number(last))) {
    const expected = `expected columns for every year of its title, FYE ${first} to ${last}`;
    problems.add({ file: file.name, sheet: sheet.name, expected });
    return undefined;
  }
  return { years, headers, headerAt };
}

function areaOf(row: Row, areaType: 'ward' | 'borough', context: LoadContext) {
  if (areaType === 'borough') return areaOfRow(row, 'area', context);
  const areaCode = areaOfPlace(row, 'area', areaType, WARDS, context);
  return areaCode === undefined ? undefined : { areaType, areaCode };
}

const startOf = (period: string | undefined): number => Number(period?.slice(0, 4));
