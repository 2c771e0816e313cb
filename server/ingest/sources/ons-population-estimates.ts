/** ONS mid-year population estimates by LSOA (2011) and single year of age. */
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { type CsvTable, openTable } from '../csv-table.ts';
import { areaOfPlace, needsAreas, requireEveryArea } from '../place-filter.ts';
import type { Item, Source } from '../source.ts';

const layout: ColumnLayout = {
  name: 'mid-2020 estimate by single year of age',
  columns: {
    area: ['lsoa11_code', 'LSOA Code', 'LSOA11CD'],
    'name?': ['lsoa11_name', 'LSOA Name', 'LSOA11NM'],
    total: ['total_population', 'All Ages'],
    first: ['0'],
    last: ['90+'],
  },
};

/** The columns do not say it. */
const YEAR = '2020';

export const onsPopulationEstimates: Source = {
  id: 'ons-population-estimates',
  title: 'ONS mid-2020 population estimate by LSOA and single year of age (CSV)',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined || !needsAreas(table, 'lsoa', '2011', context)) return;
    const other = /(?<!\d)(20\d\d)(?!\d)/.exec(file.name)?.[1];
    if (other !== undefined && other !== YEAR) {
      const expected = `the name of the file says ${other}; expected the estimate of mid-${YEAR}, whose columns are the same`;
      context.problems.add({ file: file.name, expected });
      return;
    }
    const ages = table.headers
      .map((header, index) => ({ ageBand: header.replace('90+', '90-plus'), index }))
      .filter(({ ageBand }) => /^(\d{1,2}|90-plus)$/.test(ageBand));
    if (ages.length !== 91) {
      context.problems.add({
        file: file.name,
        row: 1,
        expected: `expected a column for each age 0 to 89 and 90+, 91 in all; found ${ages.length}`,
      });
      return;
    }
    const seen = new Set<string>();
    for await (const row of table.rows()) {
      context.tally.read++;
      const area = areaOfPlace(row, 'area', 'lsoa', '2011', context);
      if (area === undefined) continue;
      if (seen.has(area)) row.refuse('area', 'the area stands in an earlier row already');
      seen.add(area);
      yield* observationsOf(row, area, ages, table);
    }
    requireEveryArea(table, 'lsoa', '2011', seen, context);
  },
};

function* observationsOf(
  row: Row,
  area: string,
  ages: readonly { ageBand: string; index: number }[],
  table: CsvTable,
): Generator<Item> {
  const before = table.problems.count;
  const total = row.whole('total');
  let sum = 0;
  const items: Item[] = [];
  for (const { ageBand, index } of ages) {
    const value = row.wholeAt(index);
    if (value === undefined) continue;
    sum += value;
    items.push({
      kind: 'observation',
      row: row.number,
      measure: 'residents-mid-2020',
      period: YEAR,
      areaType: 'lsoa',
      areaCode: area,
      ageBand,
      status: 'value',
      value,
    });
  }
  if (table.problems.count === before && sum !== total) {
    row.refuse('total', `expected the sum of the ages, ${sum}`);
  }
  yield* items;
}
