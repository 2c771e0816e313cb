/** Sheets of NHS England's weekly workbooks that go by LTLA or MSOA: people with a first dose, and populations. */
import { ageBandOf, gapIn } from '../age-columns.ts';
import { areaOfPlace, needsAreas, requireEveryArea } from '../place-filter.ts';
import type { Sheet } from '../sheet.ts';
import { blockOf, type SheetBlock, sheetTableOf } from '../sheet-block.ts';
import type { SheetReader } from '../sheet-reader.ts';
import type { LoadContext, ObservationItem } from '../source.ts';
import type { SourceFile } from '../source-file.ts';
import { readRegionRows } from './nhs-england-regions.ts';

type Level = 'borough' | 'msoa';
const KEYS = { borough: /^LTLA Code$/i, msoa: /^MSOA Code$/i } as const;
const NAMES = { borough: /^LTLA Name$/i, msoa: /^MSOA Name$/i } as const;
const FIRST_DOSE = /^Number of people vaccinated with at least 1 dose: (.+)$/i;
const POPULATION = /^Population estimates: (.+)$/i;

export function readDoses(level: Level): SheetReader {
  return (file, sheet, period, context) =>
    readBlock(file, sheet, { level, measure: 'covid-19-dose-1', period, group: FIRST_DOSE }, context);
}

/**
 * @param year of a yearly estimate. Left out, the population is stored with the doses it was published beside,
 * to be counted among: the register of 9 March with the doses up to 14 March.
 */
export function readPopulation(measure: string, year?: string): SheetReader {
  return function* (file, sheet, doses, context) {
    const period = year ?? doses;
    for (const level of ['borough', 'msoa'] as const) {
      yield* readBlock(file, sheet, { level, measure, period, group: POPULATION }, context);
    }
  };
}

interface Wanted {
  readonly level: Level;
  readonly measure: string;
  readonly period: string;
  readonly group: RegExp;
}

function* readBlock(
  file: SourceFile,
  sheet: Sheet,
  { level, measure, period, group }: Wanted,
  context: LoadContext,
): Generator<ObservationItem> {
  const block = blockOf(sheet, KEYS[level]);
  if (block === undefined) {
    const expected = `expected a column "${level === 'msoa' ? 'MSOA' : 'LTLA'} Code"`;
    context.problems.add({ file: file.name, sheet: sheet.name, expected });
    return;
  }
  const bands = bandsOf(file, block, group, context);
  const table =
    bands && sheetTableOf(file, block, { area: KEYS[level], 'name?': NAMES[level] }, context.problems);
  if (bands === undefined || table === undefined) return;
  if (level === 'msoa' && !needsAreas(table, 'msoa', '2011', context)) return;
  const seen = new Set<string>();
  for (const row of table.rows()) {
    // Totals, notes, and rows of longer tables beside this one.
    if (!/^[EW]\d{8}$/.test(row.text('area'))) continue;
    context.tally.read++;
    const areaCode = areaOfPlace(row, 'area', level, '2011', context);
    if (areaCode === undefined) continue;
    if (seen.has(areaCode)) row.refuse('area', 'the area stands in an earlier row already');
    seen.add(areaCode);
    for (const { index, ageBand } of bands) {
      const value = row.wholeAt(index);
      if (value === undefined) continue;
      yield {
        kind: 'observation',
        row: row.number,
        measure,
        period,
        areaType: level,
        areaCode,
        ageBand,
        status: 'value',
        value,
      };
    }
  }
  if (level === 'msoa') requireEveryArea(table, 'msoa', '2011', seen, context);
  else if (seen.size === 0)
    table.refuse(`no row for ${context.place.name} (${context.place.code}); is the sheet cut short?`);
}

const REGION_GROUPS = {
  'covid-19-dose-1': /^1st dose: (.+)$/i,
  'covid-19-dose-2': /^2nd dose: (.+)$/i,
} as const;

/** First and second doses stand side by side. */
export const readRegions: SheetReader = (file, sheet, period, context) =>
  readRegionRows(
    file,
    sheet,
    period,
    (block) =>
      Object.entries(REGION_GROUPS).flatMap(([measure, group]) =>
        (bandsOf(file, block, group, context) ?? []).map((band) => ({ measure, ...band })),
      ),
    context,
  );

/** The columns of the group by age; together they must cover ages from 16, or from birth, without a gap. */
function bandsOf(
  file: SourceFile,
  { sheet, headers, start, end, firstRow }: SheetBlock,
  group: RegExp,
  { problems }: LoadContext,
): { index: number; ageBand: string }[] | undefined {
  const before = problems.count;
  const found: { index: number; ageBand: string }[] = [];
  for (const [index, header] of headers.entries()) {
    const words = index >= start && index < end ? group.exec(header)?.[1] : undefined;
    // Totals and shares of the bands beside them.
    if (words === undefined || words === '16+' || /^Percent/i.test(words)) continue;
    const ageBand = ageBandOf(words, false);
    if (ageBand !== undefined && !found.some((one) => one.ageBand === ageBand))
      found.push({ index, ageBand });
    else {
      const expected = 'expected each age group once, such as Under 55, 16-54, 55-59 or 80+';
      problems.add({ file: file.name, sheet: sheet.name, row: firstRow, column: header, expected });
    }
  }
  const bands = found.map(({ ageBand }) => ageBand);
  const gap = gapIn(bands) ?? (found.length < 2 ? 'one group alone' : undefined);
  if (gap !== undefined) {
    problems.add({
      file: file.name,
      sheet: sheet.name,
      row: firstRow,
      expected: `expected age groups without a gap up to 80+ under "${group.source.slice(1).split(':')[0]}"; found ${bands.join(', ') || 'none'}, which has ${gap}`,
    });
  }
  return problems.count > before ? undefined : found;
}
