/** Census 2021 by LSOA: residents by six age bands, and by five ethnic groups. */
import { ethnicSchemes } from '../../contract/dimensions.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { type CsvTable, openTable } from '../csv-table.ts';
import { areaOfPlace, needsAreas, requireEveryArea } from '../place-filter.ts';
import type { Item, ObservationItem, Source } from '../source.ts';
import { WholeProduct } from '../whole-product.ts';

const lsoa = ['lsoa21_code', 'Lower layer Super Output Areas Code', 'LSOA21CD'];

const name = ['lsoa21_name', 'Lower layer Super Output Areas', 'LSOA21NM'];

const age: ColumnLayout = {
  name: 'Census 2021 residents by age',
  columns: {
    area: lsoa,
    'name?': name,
    group: ['age_group', 'Age (6 categories)'],
    count: ['usual_residents', 'n', 'Observation'],
    'total?': ['total_residents'],
  },
};
const ethnicGroup: ColumnLayout = {
  name: 'Census 2021 residents by ethnic group',
  columns: {
    area: lsoa,
    'name?': name,
    group: ['ethnic_group', 'Ethnic group (6 categories)'],
    count: ['n', 'usual_residents', 'Observation'],
    'total?': ['total_residents'],
  },
};

const AGES: Readonly<Record<string, string>> = {
  'Aged 15 years and under': '0-15',
  'Aged 16 to 24 years': '16-24',
  'Aged 25 to 34 years': '25-34',
  'Aged 35 to 49 years': '35-49',
  'Aged 50 to 64 years': '50-64',
  'Aged 65 years and over': '65-plus',
};
const fiveGroups = ethnicSchemes[0];

export const onsCensus2021: Source = {
  id: 'ons-census-2021',
  title: 'Census 2021 by LSOA (CSV): residents by six age bands or by five ethnic groups',
  async *read(file, context) {
    const table = await openTable(file, [age, ethnicGroup], context.problems);
    if (table === undefined || !needsAreas(table, 'lsoa', '2021', context)) return;
    const stratumOf = table.layout === age ? ageStratum : ethnicStratum;
    const labels = labelsOf(table);
    const product = new WholeProduct(table, labels, context.problems);
    for await (const row of table.rows()) {
      context.tally.read++;
      const area = areaOfPlace(row, 'area', 'lsoa', '2021', context);
      if (area === undefined) continue;
      const label = row.text('group');
      if (labels.includes(label)) product.add(row, area, label, row.text('count'), row.text('total?'));
      yield* observationOf(row, area, stratumOf, table);
    }
    requireEveryArea(table, 'lsoa', '2021', product.areas, context);
    product.requireWhole();
  },
};

/** What every area has a row for. */
const labelsOf = ({ layout }: CsvTable): readonly string[] =>
  layout === age ? Object.keys(AGES) : fiveGroups.groups.slice(0, -1).map((group) => group.label);

type StratumOf = (
  label: string,
) => Pick<ObservationItem, 'ageBand' | 'ethnicScheme' | 'ethnicGroup'> | undefined;

function ageStratum(label: string) {
  const ageBand = AGES[label];
  return ageBand === undefined ? undefined : { ageBand };
}

function ethnicStratum(label: string) {
  const group = fiveGroups.groups.find((candidate) => candidate.label === label);
  return group === undefined ? undefined : { ethnicScheme: fiveGroups.id, ethnicGroup: group.id };
}

function* observationOf(row: Row, area: string, stratumOf: StratumOf, table: CsvTable): Generator<Item> {
  const label = row.text('group');
  const count = row.whole('count');
  if (label === 'Does not apply' && count === 0) return;
  const stratum = stratumOf(label);
  if (stratum === undefined) row.refuse('group', `expected one of: ${labelsOf(table).join('; ')}`);
  const total = table.indexOf('total?') === undefined ? undefined : row.whole('total?');
  if (count !== undefined && total !== undefined && count > total) {
    row.refuse('count', `expected at most the ${total} residents of the same row`);
  }
  if (stratum === undefined || count === undefined) return;
  yield {
    kind: 'observation',
    row: row.number,
    measure: 'residents',
    period: '2021',
    areaType: 'lsoa',
    areaCode: area,
    ...stratum,
    status: 'value',
    value: count,
  };
}
