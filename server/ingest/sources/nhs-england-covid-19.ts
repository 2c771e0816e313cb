/** NHS England, COVID-19 vaccinations: doses by age for MSOAs or boroughs, and the NIMS populations of both (CSV). */
import { measureOf } from '../../indicators/measures.ts';
import { gapIn } from '../age-columns.ts';
import { refuseOtherName, refuseOtherSmallName } from '../code-and-name.ts';
import type { Row } from '../csv-row.ts';
import { type CsvTable, openTable } from '../csv-table.ts';
import { dayInName } from '../period-words.ts';
import { areaOfPlace, needsAreas, requireEveryArea, skipOutside } from '../place-filter.ts';
import type { LoadContext, Source } from '../source.ts';
import { type NhsLayout, nhsLayouts } from './nhs-england-layouts.ts';

const MEASURES: Readonly<Record<string, string>> = {
  '1st': 'covid-19-dose-1',
  '2nd': 'covid-19-dose-2',
  // People with at least one dose.
  'D*': 'covid-19-dose-1',
  D1: 'covid-19-dose-1',
  D2: 'covid-19-dose-2',
  population: 'residents-nims',
};

/** Until this day the weekly publication had one dose by area: a later file with bands alone may be of any dose. */
const ONE_DOSE_UNTIL = '2021-04-22';

interface Column {
  readonly index: number;
  readonly dose: string;
  readonly ageBand: string;
}

export const nhsEnglandCovid19: Source = {
  id: 'nhs-england-covid-19',
  onePeriodAFile: true,
  title: 'NHS England COVID-19 vaccinations (CSV): doses by MSOA or LTLA, or NIMS population of either',
  async *read(file, context) {
    const table = await openTable(file, nhsLayouts, context.problems);
    const layout = nhsLayouts.find((one) => one === table?.layout);
    if (table === undefined || layout === undefined) return;
    const period = periodOf(table, layout, context);
    if (period === undefined) return;
    if (layout.level === 'msoa' && !needsAreas(table, 'msoa', '2011', context)) return;
    const columns = columnsOf(table, layout);
    if (columns === undefined) return;
    const seen = new Set<string>();
    for await (const row of table.rows()) {
      context.tally.read++;
      const area = codeOf(row, table, layout, context);
      if (area === undefined) continue;
      if (seen.has(area)) row.refuse('area', 'the area stands in an earlier row already');
      seen.add(area);
      const counts = columns.map((column) => ({ ...column, value: row.wholeAt(column.index) }));
      checkTotals(row, counts, table);
      if (table.indexOf('under18') !== undefined) counts.push(...sixteenAndSeventeen(row));
      refuseMoreSecondThanFirst(row, counts);
      for (const { dose, ageBand, value } of counts) {
        if (value === undefined) continue;
        yield {
          kind: 'observation',
          row: row.number,
          measure: MEASURES[dose] ?? '',
          period,
          areaType: layout.level,
          areaCode: area,
          ageBand,
          status: 'value',
          value,
        };
      }
    }
    if (layout.level === 'msoa') requireEveryArea(table, 'msoa', '2011', seen, context);
    else if (!seen.has(context.place.code)) {
      context.problems.add({
        file: file.name,
        expected: `no row for ${context.place.name} (${context.place.code})`,
      });
    }
  },
};

/** The files carry no date, so their name or the command has to. */
function periodOf(table: CsvTable, { name, doses }: NhsLayout, context: LoadContext): string | undefined {
  const named = dayInName(table.file.name);
  const period = context.period ?? named;
  if (named !== undefined && period !== named) {
    const expected = `the name of the file says ${named}, --period says ${period}; expected one day`;
    context.problems.add({ file: table.file.name, expected });
    return undefined;
  }
  const bandsAlone = doses.length === 1 && doses[0] === '1st';
  if (period !== undefined && !(bandsAlone && period > ONE_DOSE_UNTIL)) return period;
  context.problems.add({
    file: table.file.name,
    expected:
      period === undefined
        ? 'the file does not say what date its figures are for: give --period 2021-07-15, or a name such as msoa_2021-07-15.csv'
        : `the file has the layout "${name}", which does not say which dose it counts; expected, after ${ONE_DOSE_UNTIL}, columns such as "1st dose 80+" and "2nd dose 80+"`,
  });
  return undefined;
}

function codeOf(row: Row, table: CsvTable, layout: NhsLayout, context: LoadContext): string | undefined {
  if (table.indexOf('borough') === undefined) return areaOfPlace(row, 'area', layout.level, '2011', context);
  if (refuseOtherName(row, row.text('borough'), 'boroughName?', context)) return undefined;
  if (row.text('borough') !== context.place.code) {
    skipOutside(context, row.text('area'));
    return undefined;
  }
  const code = row.text('area');
  if (refuseOtherSmallName(row, { type: 'msoa', edition: '2011', code }, 'name?', context)) return undefined;
  if (context.areas.has('msoa', '2011', code)) return code;
  row.refuse('area', `expected the 2011 MSOA code of one of the ${context.place.name} MSOAs`);
  return undefined;
}

/** The columns by dose and age; every dose must be there, with bands that leave out no age and are those of the other dose. */
function columnsOf(table: CsvTable, { read, doses, name }: NhsLayout): Column[] | undefined {
  const before = table.problems.count;
  const refuse = (expected: string, column?: string) =>
    table.problems.add({ file: table.file.name, row: table.headerRow, ...(column && { column }), expected });
  const columns: Column[] = [];
  for (const [index, header] of table.headers.entries()) {
    const found = read(header);
    if (found === undefined) continue;
    const [dose, ageBand] = found;
    if (ageBand !== undefined && doses.includes(dose)) columns.push({ index, dose, ageBand });
    else refuse('expected "1st dose" or "2nd dose" and an age such as Under 25, 25-29 or 80+', header);
  }
  // Ages that are not understood would be told again as ages that are lacking.
  if (table.problems.count > before) return undefined;
  for (const dose of doses) {
    const bands = columns.filter((column) => column.dose === dose).map(({ ageBand }) => ageBand);
    const gap = gapIn(bands);
    if (gap !== undefined)
      refuse(
        `expected a column for every age in the layout "${name}"${dose === 'population' ? '' : `, ${dose} dose`}; it has ${gap}`,
      );
  }
  const [first, second] = doses.map((dose) =>
    columns
      .filter((column) => column.dose === dose)
      .map(({ ageBand }) => ageBand)
      .toSorted()
      .join(),
  );
  if (table.problems.count === before && second !== undefined && first !== second)
    refuse('expected the same ages for both doses');
  return table.problems.count > before ? undefined : columns;
}

type Counts = readonly (Column & { readonly value: number | undefined })[];

/** "16+" and "18+" are the sums of the bands from that age. */
function checkTotals(row: Row, counts: Counts, table: CsvTable): void {
  for (const [key, from] of [
    ['over16', 16],
    ['over18', 18],
  ] as const) {
    // Where bands begin at 18, those of 16 and 17 are within "16+" alone.
    if (table.indexOf(key) === undefined || (from === 16 && table.indexOf('under18') !== undefined)) continue;
    const parts = counts.filter(({ ageBand }) => Number.parseInt(ageBand, 10) >= from);
    if (parts.some(({ value }) => value === undefined)) continue;
    const sum = parts.reduce((total, { value = 0 }) => total + value, 0);
    if (row.whole(key) !== sum) row.refuse(key, `expected ${sum}, the sum of its ages`);
  }
}

/** Published only within "16+" and "18+"; doses begin at 16, so the difference is needed. */
function sixteenAndSeventeen(row: Row) {
  const [over16, over18] = [row.whole('over16'), row.whole('over18')];
  if (over16 === undefined || over18 === undefined) return [];
  if (over16 < over18) row.refuse('over16', `expected at least the ${over18} aged 18 and over`);
  return [{ index: -1, dose: 'population', ageBand: '16-17', value: over16 - over18 }];
}

/** Nobody has a second dose without a first. */
function refuseMoreSecondThanFirst(row: Row, counts: Counts): void {
  for (const { dose, ageBand, value = 0, index } of counts) {
    const { atMost } = measureOf(MEASURES[dose] ?? '');
    const most = counts.find((other) => MEASURES[other.dose] === atMost && other.ageBand === ageBand)?.value;
    if (most !== undefined && value > most)
      row.refuseAt(index, `expected at most the ${most} first doses of the same age`);
  }
}
