/** Nomis bulk download TS007: Census 2021 residents by single year of age, one column per age (CSV). */
import { areaOfRow } from '../borough-values.ts';
import type { Row } from '../csv-row.ts';
import { openTable } from '../csv-table.ts';
import type { Item, LoadContext, Source } from '../source.ts';

const layout = {
  name: 'Nomis TS007, age by single year',
  columns: {
    date: ['date'],
    area: ['geography code'],
    'name?': ['geography'],
    total: ['Age: Total; measures: Value'],
    youngest: ['Age: Aged under 1 year; measures: Value'],
    oldest: ['Age: Aged 100 years and over; measures: Value'],
  },
};

export const nomisSingleYears: Source = {
  id: 'nomis-single-years',
  title: 'Nomis bulk download TS007 (CSV): Census 2021 residents of districts by single year of age',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined) return;
    const ages = table.headers.flatMap((header, index) => {
      const ageBand = ageOf(header);
      return ageBand === undefined ? [] : [{ index, ageBand }];
    });
    if (ages.length !== 101) {
      const expected = `expected a column for each age from under 1 to 100 and over, 101 in all; found ${ages.length}`;
      context.problems.add({ file: file.name, row: 1, expected });
      return;
    }
    let kept = 0;
    for await (const row of table.rows()) {
      context.tally.read++;
      const area = areaOfRow(row, 'area', context);
      // People of one age say how large another borough is, which nothing here compares.
      if (area === undefined || area.areaType === 'other-borough') continue;
      kept++;
      yield* itemsOf(row, area, ages, context);
    }
    if (kept === 0) {
      const { name, code } = context.place;
      context.problems.add({
        file: file.name,
        expected: `no row for ${name} (${code}); is the file cut short?`,
      });
    }
  },
};

/** Columns of several years ("Aged 5 to 9 years") are sums of those of one. */
function ageOf(header: string): string | undefined {
  const words = /^Age: Aged (.+); measures: Value$/.exec(header)?.[1];
  if (words === 'under 1 year') return '0';
  if (words === '100 years and over') return '100-plus';
  return /^(\d{1,2}) years?$/.exec(words ?? '')?.[1];
}

function* itemsOf(
  row: Row,
  area: ReturnType<typeof areaOfRow> & object,
  ages: readonly { index: number; ageBand: string }[],
  { problems }: LoadContext,
): Generator<Item> {
  const before = problems.count;
  if (row.text('date') !== '2021') row.refuse('date', 'expected 2021, the year of the Census');
  const total = row.whole('total');
  let sum = 0;
  const items: Item[] = [];
  for (const { index, ageBand } of ages) {
    const value = row.wholeAt(index);
    if (value === undefined) continue;
    sum += value;
    const base = {
      kind: 'observation',
      row: row.number,
      measure: 'residents-single-year',
      period: '2021',
    } as const;
    items.push({ ...base, ...area, ageBand, status: 'value', value });
  }
  // Here the total is the sum of the ages, in every district.
  if (problems.count === before && sum !== total) row.refuse('total', `expected ${sum}, the sum of the ages`);
  yield* items;
}
