/** NHS England, COVID-19 vaccinations: doses by age for MSOAs or boroughs, and the NIMS population of MSOAs (CSV). */
import { measureOf } from '../../indicators/measures.ts';
import { type Layout, openTable, type Row, type Table } from '../csv-table.ts';
import { dayInName } from '../period-words.ts';
import { areaOfPlace, needsAreas, requireEveryArea } from '../place-filter.ts';
import type { LoadContext, Source } from '../source.ts';

const borough = ['LTLA Code', 'LTLA code'];
const msoaDoses: Layout = {
  name: 'doses by MSOA',
  columns: { borough, area: ['MSOA Code'], dose: ['1st dose 80+'] },
};
const boroughDoses: Layout = { name: 'doses by LTLA', columns: { area: borough, dose: ['1st dose 80+'] } };
const population: Layout = {
  name: 'NIMS population by MSOA',
  columns: { area: ['MSOA Code'], under18: ['Under 18'], over18: ['18+'], over16: ['16+'], oldest: ['80+'] },
};

const MEASURES: Readonly<Record<string, string>> = { '1st': 'covid-19-dose-1', '2nd': 'covid-19-dose-2' };

interface Column {
  readonly index: number;
  readonly measure: string;
  readonly ageBand: string;
}

export const nhsEnglandCovid19: Source = {
  id: 'nhs-england-covid-19',
  onePeriodAFile: true,
  title: 'NHS England COVID-19 vaccinations (CSV): doses by MSOA or LTLA, or NIMS population by MSOA',
  async *read(file, context) {
    const table = await openTable(file, [msoaDoses, boroughDoses, population], context.problems);
    if (table === undefined) return;
    const period = periodOf(table, context);
    const byMsoa = table.layout !== boroughDoses;
    if (period === undefined || (byMsoa && !needsAreas(table, 'msoa', '2011', context))) return;
    const columns = table.layout === population ? populationColumns(table) : doseColumns(table);
    const areaType = byMsoa ? ('msoa' as const) : ('borough' as const);
    const seen = new Set<string>();
    for await (const row of table.rows()) {
      context.tally.read++;
      const area = codeOf(row, table, context);
      if (area === undefined) continue;
      seen.add(area);
      const counts = columns.map((column) => ({ ...column, value: row.wholeAt(column.index) }));
      if (table.layout === population) counts.push(...sixteenAndSeventeen(row));
      else refuseMoreSecondThanFirst(row, counts);
      for (const { measure, ageBand, value } of counts) {
        if (value === undefined) continue;
        yield {
          kind: 'observation',
          row: row.number,
          measure,
          period,
          areaType,
          areaCode: area,
          ageBand,
          status: 'value',
          value,
        };
      }
    }
    if (byMsoa) requireEveryArea(table, 'msoa', '2011', seen, context);
    else if (!seen.has(context.place.code)) {
      context.problems.add({
        file: file.name,
        expected: `no row for ${context.place.name} (${context.place.code})`,
      });
    }
  },
};

/** The files carry no date, so their name or the command has to. */
function periodOf(table: Table, context: LoadContext): string | undefined {
  const period = context.period ?? dayInName(table.file.name);
  if (period !== undefined) return period;
  context.problems.add({
    file: table.file.name,
    expected:
      'the file does not say what date its figures are for: give --period 2021-07-15, or a name such as msoa_2021-07-15.csv',
  });
  return undefined;
}

function codeOf(row: Row, table: Table, context: LoadContext): string | undefined {
  if (table.layout !== msoaDoses) {
    return areaOfPlace(row, 'area', table.layout === population ? 'msoa' : 'borough', '2011', context);
  }
  if (row.text('borough') !== context.place.code) {
    context.tally.skipped++;
    return undefined;
  }
  const code = row.text('area');
  if (context.areas.has('msoa', '2011', code)) return code;
  row.refuse('area', `expected the 2011 MSOA code of one of the ${context.place.name} MSOAs`);
  return undefined;
}

function doseColumns(table: Table): Column[] {
  const columns: Column[] = [];
  for (const [index, header] of table.headers.entries()) {
    if (!/\bdose\b/i.test(header)) continue;
    const [, dose = '', age = ''] = /^(1st|2nd) dose (.+)$/.exec(header) ?? [];
    const measure = MEASURES[dose];
    const ageBand = ageBandOf(age);
    if (measure === undefined || ageBand === undefined) {
      table.problems.add({
        file: table.file.name,
        row: 1,
        column: header,
        expected: 'expected "1st dose" or "2nd dose" and an age such as Under 25, 25-29 or 80+',
      });
    } else columns.push({ index, measure, ageBand });
  }
  return columns;
}

/** "Under 25" began at 16, the youngest age vaccination was open to. */
function ageBandOf(words: string): string | undefined {
  if (words === 'Under 25') return '16-24';
  if (words === 'Under 18') return '0-17';
  const band = /^(\d{2})(?:-(\d{2})|\+)$/.exec(words);
  if (band === null) return undefined;
  return band[2] === undefined ? `${band[1]}-plus` : `${band[1]}-${band[2]}`;
}

function populationColumns(table: Table): Column[] {
  return table.headers.flatMap((header, index) => {
    const ageBand = header === '16+' || header === '18+' ? undefined : ageBandOf(header);
    return ageBand === undefined ? [] : [{ index, measure: 'residents-nims', ageBand }];
  });
}

/** Published only within "16+" and "18+"; doses begin at 16, so the difference is needed. */
function sixteenAndSeventeen(row: Row) {
  const [over16, over18] = [row.whole('over16'), row.whole('over18')];
  if (over16 === undefined || over18 === undefined) return [];
  if (over16 < over18) row.refuse('over16', `expected at least the ${over18} aged 18 and over`);
  return [{ index: -1, measure: 'residents-nims', ageBand: '16-17', value: over16 - over18 }];
}

/** Nobody has a second dose without a first. */
function refuseMoreSecondThanFirst(
  row: Row,
  counts: readonly (Column & { value: number | undefined })[],
): void {
  for (const { measure, ageBand, value = 0, index } of counts) {
    const { atMost } = measureOf(measure);
    const most = counts.find((other) => other.measure === atMost && other.ageBand === ageBand)?.value;
    if (most !== undefined && value > most) {
      row.refuseAt(index, `expected at most the ${most} first doses of the same age`);
    }
  }
}
