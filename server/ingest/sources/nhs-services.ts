/** Monthly and daily tables of NHS England by trust or system (CSV): emergency departments, beds, discharges, talking therapies. */
import { servingAreaOfRow, skipRow, valueOfRow } from '../borough-values.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { type CsvTable, openTable } from '../csv-table.ts';
import { statusWithout } from '../marks.ts';
import { periodOfWords } from '../period-words.ts';
import type { LoadContext, ObservationItem, Source } from '../source.ts';

const area = ['nhs_trust22_code', 'icb22_code', 'sicbl22_code'];
const layouts = {
  emergency: {
    name: 'A&E attendances',
    columns: {
      area,
      date: ['date'],
      all: ['total_attendances'],
      counted: ['attendances_over_4hours'],
      share: ['pct_attendance_over_4hours'],
    },
  },
  beds: {
    name: 'general and acute beds',
    columns: {
      area,
      date: ['date'],
      all: ['general_acute_beds_available'],
      counted: ['general_acute_beds_occupied'],
      share: ['general_acute_beds_occupancy_rate'],
    },
  },
  discharges: {
    name: 'discharges by day',
    columns: {
      area,
      date: ['date'],
      counted: ['discharged_by_1700'],
      later: ['discharged_between_1701_2359'],
      all: ['discharged_total'],
    },
  },
  therapies: {
    name: 'talking therapies',
    columns: { area, date: ['date'], name: ['name'], value: ['value'] },
  },
} as const satisfies Record<string, ColumnLayout>;

export const nhsServices: Source = {
  id: 'nhs-services',
  title: 'NHS England by trust or system: emergency departments, beds, discharges, talking therapies (CSV)',
  async *read(file, context) {
    const table = await openTable(file, Object.values(layouts), context.problems);
    if (table === undefined) return;
    if (table.layout === layouts.discharges) yield* monthsOf(await daysOf(table, context), table, context);
    else
      for await (const row of table.rows()) {
        const of = aboutOf(row, context);
        if (of !== undefined) yield* figuresOf(row, of, table.layout);
      }
  },
};

type About = Pick<ObservationItem, 'areaType' | 'areaCode' | 'period'>;

function aboutOf(row: Row, context: LoadContext): About | undefined {
  context.tally.read++;
  const serving = servingAreaOfRow(row, 'area', context);
  if (serving === undefined) return undefined;
  const period = periodOfWords(row.text('date'));
  if (period === undefined || !/^\d{4}-M\d\d$/.test(period)) {
    row.refuse('date', 'expected a month such as April 2022');
    return undefined;
  }
  return { ...serving, period };
}

/** By how much a share, as its publisher rounds it, may differ from what its counts make. */
const ROUNDED = new Map<ColumnLayout, number>([
  [layouts.emergency, 0.00501],
  [layouts.beds, 0.00151],
]);

function* figuresOf(row: Row, about: About, layout: ColumnLayout): Generator<ObservationItem> {
  const base = { kind: 'observation', row: row.number, ...about } as const;
  if (layout === layouts.therapies) {
    if (row.text('name') !== 'Percentage_Recovery') return;
    const figure = valueOfRow(row, 'value', [0, 100]);
    if (figure !== undefined) yield { ...base, measure: 'talking-therapies-recovery', ...figure };
    return;
  }
  const [counted, all, share] = [row.whole('counted'), row.whole('all'), row.decimal('share')];
  if (counted === undefined || all === undefined || share === undefined) return;
  if (counted > all || all === 0) row.refuse('counted', `expected at most the ${all} beside it`);
  else if (Math.abs(counted / all - share) > (ROUNDED.get(layout) ?? 0))
    row.refuse('share', `expected ${(counted / all).toFixed(3)}: ${counted} of ${all}`);
  if (layout === layouts.beds) {
    yield { ...base, measure: 'beds-occupied', status: 'value', value: (100 * counted) / all };
    return;
  }
  yield { ...base, measure: 'emergency-attendances', status: 'value', value: all };
  yield { ...base, measure: 'emergency-attendances-over-4-hours', status: 'value', value: counted };
}

interface Day extends Pick<ObservationItem, 'areaType' | 'areaCode' | 'row'> {
  readonly date: string;
  /** None where the publisher has none of that day. */
  readonly counts: { readonly counted: number; readonly all: number } | undefined;
}

async function daysOf(table: CsvTable, context: LoadContext): Promise<Day[]> {
  const days: Day[] = [];
  for await (const row of table.rows()) {
    context.tally.read++;
    const serving = servingAreaOfRow(row, 'area', context);
    if (serving === undefined) continue;
    const date = row.text('date');
    if (!/^20\d\d-\d\d-\d\d$/.test(date)) row.refuse('date', 'expected a day such as 2022-04-01');
    if (days.some((day) => day.areaCode === serving.areaCode && day.date === date))
      row.refuse('date', `${serving.areaCode} has an earlier row of ${date} already`);
    days.push({ ...serving, row: row.number, date, counts: countsOf(row) });
  }
  return days;
}

function countsOf(row: Row): Day['counts'] {
  if (['counted', 'later', 'all'].some((key) => statusWithout(row.text(key)) !== undefined)) return undefined;
  const [counted, later, all] = [row.whole('counted'), row.whole('later'), row.whole('all')];
  if (counted === undefined || later === undefined || all === undefined) return undefined;
  if (counted + later !== all) row.refuse('all', `expected ${counted + later}: ${counted} and ${later}`);
  return { counted, all };
}

/** Months of which every day has its counts; of others nothing is made. A day without a row, but for those at either end, is refused. */
function* monthsOf(
  days: readonly Day[],
  { file }: CsvTable,
  context: LoadContext,
): Generator<ObservationItem> {
  for (const [area, own] of Map.groupBy(days, ({ areaCode }) => areaCode)) {
    const months = [...Map.groupBy(own, ({ date }) => date.slice(0, 7))].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [at, [month, held]] of months.entries()) {
      const [year, number] = month.split('-').map(Number);
      const length = new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
      const isAtEnd = at === 0 || at === months.length - 1;
      const expected = `all ${length} days of ${month} of ${area}, not ${held.length}`;
      if (held.length < length && !isAtEnd) context.problems.add({ file: file.name, value: month, expected });
      const [first] = held;
      const counts = held.flatMap((day) => day.counts ?? []);
      if (counts.length < length || first === undefined) {
        skipRow(context.tally, 'months with days without counts');
        continue;
      }
      const sum = (of: 'counted' | 'all') => counts.reduce((total, day) => total + day[of], 0);
      const base = {
        kind: 'observation',
        row: first.row,
        period: month.replace('-', '-M'),
        areaType: first.areaType,
        areaCode: area,
        status: 'value',
      } as const;
      yield { ...base, measure: 'discharges-from-hospital', value: sum('all') };
      yield { ...base, measure: 'discharges-by-5pm', value: sum('counted') };
    }
  }
}
