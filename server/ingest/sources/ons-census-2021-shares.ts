/** Census 2021 tables of categories by small area: how many are in some of them, and in all. */
import type { ColumnLayout } from '../csv-header.ts';
import { type CsvTable, openTable } from '../csv-table.ts';
import { areaOfPlace, needsAreas, requireEveryArea } from '../place-filter.ts';
import type { LoadContext, ObservationItem, Source } from '../source.ts';

interface CensusTable extends ColumnLayout<'area' | 'name?' | 'category' | 'count' | 'total'> {
  /** Every category of the table, and the measure it is counted in; null where it is only one of all. */
  readonly categories: Readonly<Record<string, string | null>>;
  readonly all: string;
}

const area = ['lsoa21_code', 'Lower layer Super Output Areas Code', 'LSOA21CD'];
const name = ['lsoa21_name', 'Lower layer Super Output Areas', 'LSOA21NM'];
const count = ['n', 'Observation'];

const tables: readonly CensusTable[] = [
  {
    name: 'Census 2021 disability',
    columns: { area, 'name?': name, category: ['disability'], count, total: ['total_residents'] },
    categories: {
      'Disabled under the Equality Act': 'residents-disabled',
      'Not disabled under the Equality Act': null,
    },
    all: 'residents-asked-disability',
  },
  {
    name: 'Census 2021 household deprivation',
    columns: {
      area,
      'name?': name,
      category: ['deprivation_dimensions'],
      count,
      total: ['total_households'],
    },
    categories: {
      'Household is not deprived in any dimension': null,
      'Household is deprived in one dimension': null,
      'Household is deprived in two dimensions': 'households-deprived',
      'Household is deprived in three dimensions': 'households-deprived',
      'Household is deprived in four dimensions': 'households-deprived',
    },
    all: 'households-asked-deprivation',
  },
  {
    name: 'Census 2021 occupancy of households',
    columns: { area, 'name?': name, category: ['occupancy_rating'], count, total: ['total_households'] },
    categories: {
      '+2 or more (under-occupied)': null,
      '+1 (under-occupied)': null,
      '0 (ideal)': null,
      '-1 (overcrowded)': 'households-overcrowded',
      '-2 or less (overcrowded)': 'households-overcrowded',
    },
    all: 'households-asked-occupancy',
  },
  {
    name: 'Census 2021 tenure',
    columns: {
      area,
      'name?': name,
      category: ['tenure', 'Tenure of household (9 categories)'],
      count,
      total: ['total_households'],
    },
    categories: {
      'Owned: Owns outright': 'households-owning-outright',
      'Owned: Owns with a mortgage or loan': 'households-with-mortgage',
      'Shared ownership: Shared ownership': 'households-in-shared-ownership',
      'Social rented: Rents from council or Local Authority': 'households-renting-socially',
      'Social rented: Other social rented': 'households-renting-socially',
      'Private rented: Private landlord or letting agency': 'households-renting-privately',
      'Private rented: Other private rented': 'households-renting-privately',
      'Lives rent free': null,
    },
    all: 'households-asked-tenure',
  },
  {
    name: 'Census 2021 kind of dwelling',
    columns: {
      area,
      'name?': name,
      category: ['type', 'Accommodation type (8 categories)'],
      count,
      total: ['total_households'],
    },
    categories: {
      Detached: 'households-in-detached-houses',
      'Semi-detached': 'households-in-semi-detached-houses',
      Terraced: 'households-in-terraced-houses',
      'In a purpose-built block of flats or tenement': 'households-in-purpose-built-flats',
      'Part of a converted or shared house, including bedsits': 'households-in-converted-houses',
      'Part of another converted building, for example, former school, church or warehouse':
        'households-in-other-converted-buildings',
      'In a commercial building, for example, in an office building, hotel or over a shop':
        'households-in-commercial-buildings',
      'A caravan or other mobile or temporary structure': null,
    },
    all: 'households-asked-dwelling',
  },
];

interface Sum {
  readonly row: number;
  readonly counted: Map<string, number>;
  all: number;
  readonly seen: Set<string>;
}

export const onsCensus2021Shares: Source = {
  id: 'ons-census-2021-shares',
  title:
    'Census 2021 by LSOA (CSV): disability, household deprivation, overcrowding, tenure or kind of dwelling',
  async *read(file, context) {
    const table = await openTable(file, tables, context.problems);
    if (table === undefined || !needsAreas(table, 'lsoa', '2021', context)) return;
    const layout = tables.find((one) => one === table.layout);
    if (layout === undefined) return;
    const sums = await sumsOf(table, layout, context);
    requireEveryArea(table, 'lsoa', '2021', new Set(sums.keys()), context);
    for (const [areaCode, { row, counted, all }] of sums) {
      const base = {
        kind: 'observation',
        row,
        period: '2021',
        areaType: 'lsoa',
        areaCode,
        status: 'value',
      } as const;
      for (const [measure, value] of counted) yield { ...base, measure, value } satisfies ObservationItem;
      yield { ...base, measure: layout.all, value: all } satisfies ObservationItem;
    }
  },
};

async function sumsOf(
  table: CsvTable,
  { categories }: CensusTable,
  context: LoadContext,
): Promise<Map<string, Sum>> {
  const sums = new Map<string, Sum>();
  for await (const row of table.rows()) {
    context.tally.read++;
    const code = areaOfPlace(row, 'area', 'lsoa', '2021', context);
    if (code === undefined) continue;
    const category = row.text('category');
    const value = row.whole('count');
    const total = row.whole('total');
    if (category === 'Does not apply' && value === 0) continue;
    const measure = categories[category];
    if (measure === undefined)
      row.refuse('category', `expected one of: ${Object.keys(categories).join('; ')}`);
    if (value === undefined || total === undefined || measure === undefined) continue;
    const sum = sums.get(code) ?? { row: row.number, counted: new Map(), all: 0, seen: new Set<string>() };
    sums.set(code, sum);
    if (sum.seen.has(category))
      row.refuse('category', 'the category stands in an earlier row of the area already');
    sum.seen.add(category);
    sum.all += value;
    if (measure !== null) sum.counted.set(measure, (sum.counted.get(measure) ?? 0) + value);
    // The last category of an area shows whether the parts make the whole.
    if (sum.seen.size === Object.keys(categories).length && sum.all !== total) {
      row.refuse('total', `expected ${sum.all}, the sum of the categories of the area`);
    }
  }
  for (const [code, sum] of sums) {
    const missing = Object.keys(categories).filter((category) => !sum.seen.has(category));
    if (missing.length === 0) continue;
    context.problems.add({
      file: table.file.name,
      row: sum.row,
      value: code,
      expected: `expected every category of the area; missing: ${missing.join('; ')}. Is the file cut short?`,
    });
  }
  return sums;
}
