/** Census 2021 tables of boroughs by ethnic group: general health (RM043, residents) and tenure (RM134, households). */

import { ethnicSchemes } from '../../contract/dimensions.ts';
import type { Place } from '../../contract/place.ts';
import { areaOfRow, skipRow } from '../borough-values.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { type CsvTable, openTable } from '../csv-table.ts';
import type { LoadContext, ObservationItem, Source } from '../source.ts';
import { WholeProduct } from '../whole-product.ts';

interface GroupTable extends ColumnLayout {
  /** The column of everybody, the columns that make it up, and the measures they are counted in. */
  readonly all: { readonly key: string; readonly measure: string };
  readonly parts: readonly (readonly [key: string, measure: string | null])[];
}

const area = ['area_code', 'Lower tier local authorities Code', 'ltla21_code'];

const tables: readonly GroupTable[] = [
  {
    name: 'Census 2021 general health by ethnic group (RM043)',
    columns: {
      area,
      group: ['ethnic_group'],
      total: ['total'],
      good: ['good_health'],
      notGood: ['not_good_health'],
    },
    all: { key: 'total', measure: 'residents-asked-health' },
    parts: [
      ['good', null],
      ['notGood', 'residents-not-in-good-health'],
    ],
  },
  {
    name: 'Census 2021 tenure by ethnic group of the household reference person (RM134)',
    columns: {
      area,
      group: ['ethnic_group_of_household_reference_person', 'ethnic_group'],
      households: ['households'],
      owned: ['owned'],
      socialRented: ['social_rented'],
      privateRented: ['private_rented_or_rent_free'],
    },
    all: { key: 'households', measure: 'households-asked-tenure' },
    parts: [
      ['owned', null],
      ['socialRented', 'households-renting-socially'],
      ['privateRented', null],
    ],
  },
];

const SCHEME = ethnicSchemes[0].id;
const EVERYBODY = 'Total';
/** The publisher's broad groups by their first word. */
const GROUPS: Readonly<Record<string, string>> = {
  Asian: 'asian',
  Black: 'black',
  Mixed: 'mixed',
  White: 'white',
  Other: 'other',
};

export const onsCensus2021ByEthnicGroup: Source = {
  id: 'ons-census-2021-by-ethnic-group',
  title: 'Census 2021 by borough and ethnic group (CSV): general health (RM043) or tenure (RM134)',
  async *read(file, context) {
    const table = await openTable(file, tables, context.problems);
    const layout = tables.find((one) => one === table?.layout);
    if (table === undefined || layout === undefined) return;
    const product = new WholeProduct(table, Object.values(GROUPS), context.problems);
    const sums = new Map<string, AreaSum>();
    for await (const row of table.rows()) {
      context.tally.read++;
      yield* itemsOf(row, layout, { product, sums }, context);
    }
    product.requireWhole();
    requireTotals(table, layout, sums, context.place, context);
  },
};

interface AreaSum {
  total?: { readonly row: Row; readonly value: number };
  groups: number;
}

function* itemsOf(
  row: Row,
  { all, parts }: GroupTable,
  { product, sums }: { readonly product: WholeProduct; readonly sums: Map<string, AreaSum> },
  context: LoadContext,
): Generator<ObservationItem> {
  const at = areaOfRow(row, 'area', context);
  if (at === undefined) return;
  const label = row.text('group');
  const [broad = '', narrow] = label.split(':');
  // The parts of White stand beside it, two of our nineteen groups in one of them.
  if (narrow !== undefined && GROUPS[broad.split(/[ ,]/)[0] ?? ''] !== undefined) {
    skipRow(context.tally, 'parts of a broad ethnic group');
    return;
  }
  const group = label === EVERYBODY ? 'all' : GROUPS[/^[A-Za-z]+/.exec(label)?.[0] ?? ''];
  if (group === undefined) {
    row.refuse('group', `expected ${EVERYBODY} or one of the five ethnic groups of Census 2021`);
    return;
  }
  const total = row.whole(all.key);
  const counts = parts.map(([key, measure]) => ({ measure, value: row.whole(key) }));
  if (total === undefined || counts.some(({ value }) => value === undefined)) return;
  const sum = counts.reduce((made, { value }) => made + (value ?? 0), 0);
  if (sum !== total) row.refuse(all.key, `expected ${sum}, the sum of the row's parts`);
  const area = sums.get(at.areaCode) ?? { groups: 0 };
  sums.set(at.areaCode, area);
  if (group === 'all') area.total = { row, value: total };
  else {
    area.groups += total;
    product.add(row, at.areaCode, group, String(total));
  }
  const base = {
    kind: 'observation',
    row: row.number,
    period: '2021',
    ...at,
    ...(group !== 'all' && { ethnicScheme: SCHEME, ethnicGroup: group }),
    status: 'value',
  } as const;
  yield { ...base, measure: all.measure, value: total };
  for (const { measure, value } of counts)
    if (measure !== null && value !== undefined) yield { ...base, measure, value };
}

/** Everybody stands beside the groups, and is their sum; the place has a row. */
function requireTotals(
  table: CsvTable,
  { all }: GroupTable,
  sums: ReadonlyMap<string, AreaSum>,
  { name, code }: Place,
  { problems }: LoadContext,
): void {
  for (const { total, groups } of sums.values())
    if (total !== undefined && total.value !== groups)
      total.row.refuse(all.key, `expected ${groups}, the sum of the ethnic groups`);
  if (sums.get(code)?.total === undefined)
    problems.add({
      file: table.file.name,
      expected: `no row of ${EVERYBODY} for ${name} (${code}); is the file cut short?`,
    });
}
