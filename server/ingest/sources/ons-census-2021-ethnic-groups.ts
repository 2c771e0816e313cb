/** Census 2021 residents of boroughs by nineteen ethnic groups. */
import { ethnicSchemes } from '../../contract/dimensions.ts';
import { areaOfRow } from '../borough-values.ts';
import type { ColumnLayout } from '../csv-header.ts';
import { openTable } from '../csv-table.ts';
import type { Source } from '../source.ts';
import { WholeProduct } from '../whole-product.ts';

const layout: ColumnLayout = {
  name: 'Census 2021 ethnic groups by borough',
  columns: { area: ['ltla21_code'], 'name?': ['ltla21_name'], group: ['ethnic_group'], value: ['value'] },
};
const scheme = ethnicSchemes[1];

/** The publisher's broad groups, by the first word of ours: "Black, Black British, ...: African" is "Black: African". */
const groups: ReadonlyMap<string, string> = new Map(
  scheme.groups.flatMap((group) => {
    const [broad, narrow] = group.label.split(': ');
    return narrow === undefined ? [] : [[`${broad}: ${narrow}`, group.id] as const];
  }),
);

export const onsCensus2021EthnicGroups: Source = {
  id: 'ons-census-2021-ethnic-groups',
  title: 'Census 2021 by borough (CSV): residents by nineteen ethnic groups',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined) return;
    const product = new WholeProduct(table, [...groups.values()], context.problems);
    const parts = new Set<string>();
    for await (const row of table.rows()) {
      context.tally.read++;
      const area = areaOfRow(row, 'area', context);
      if (area === undefined) continue;
      const label = row.text('group');
      if (/\(percent\)$/.test(label)) continue;
      const group = groupOf(label);
      if (group === undefined) row.refuse('group', 'expected a Census group such as "White: Irish (number)"');
      const value = row.whole('value');
      if (group === undefined || value === undefined) continue;
      parts.add(area.areaType);
      product.add(row, area.areaCode, group, String(value));
      const ethnic = { ethnicScheme: scheme.id, ethnicGroup: group };
      yield {
        kind: 'observation',
        row: row.number,
        measure: 'residents',
        period: '2021',
        ...area,
        ...ethnic,
        status: 'value',
        value,
      };
    }
    product.requireWhole();
    if (!parts.has(context.place.type)) {
      const { name, code } = context.place;
      context.problems.add({
        file: file.name,
        expected: `no row for ${name} (${code}); is the file cut short?`,
      });
    }
  },
};

function groupOf(label: string): string | undefined {
  const [broad = '', narrow = ''] = label.replace(/ *\(number\)$/, '').split(': ');
  const ours = `${/^[A-Za-z]+/.exec(broad)?.[0]}: ${narrow.replace(' ethnic groups', '')}`;
  return groups.get(ours) ?? groups.get(`${/^[A-Za-z]+/.exec(broad)?.[0]}: ${narrow}`);
}
