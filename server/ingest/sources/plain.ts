/** The project's own plain CSV layouts (server/ingest/README.md): observations, areas, links between areas. */
import { type AreaType, areaTypes } from '../../contract/dimensions.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { openTable } from '../csv-table.ts';
import { whyNotOfPlace } from '../place-filter.ts';
import type { Item, LoadContext, Source } from '../source.ts';
import { observationReader, observations } from './plain-observations.ts';

const areas: ColumnLayout = {
  name: 'plain areas',
  columns: {
    type: ['type'],
    edition: ['edition'],
    code: ['code'],
    name: ['name'],
    'knownAs?': ['known_as'],
    'borough?': ['borough_code'],
  },
};
const links: ColumnLayout = {
  name: 'plain links',
  columns: {
    fromType: ['from_type'],
    fromEdition: ['from_edition'],
    from: ['from_code'],
    toType: ['to_type'],
    toEdition: ['to_edition'],
    to: ['to_code'],
    weight: ['weight'],
  },
};

export const plain: Source = {
  id: 'plain',
  ofAnySubject: true,
  title: 'the plain CSV layouts of this project: observations, areas or links between areas',
  async *read(file, context) {
    const table = await openTable(file, [observations, areas, links], context.problems);
    if (table === undefined) return;
    const read =
      table.layout === observations
        ? observationReader(file.name, context)
        : (row: Row) => (table.layout === areas ? areasOf(row, context) : linksOf(row, context));
    for await (const batch of table.batches()) {
      context.tally.read += batch.length;
      const items: Item[] = [];
      for (const row of batch) {
        const found = read(row);
        if (found !== undefined) items.push(...(Array.isArray(found) ? found : [found]));
      }
      yield items;
    }
  },
};

function areasOf(row: Row, context: LoadContext): Item[] {
  const type = typeIn(row, 'type');
  if (type === undefined) return [];
  const area = { type, edition: row.text('edition'), code: row.text('code') };
  if (area.code === '' || row.text('name') === '') row.refuse('code', 'expected a code and a name');
  const fault = whyNotOfPlace(type, area.edition, area.code, row.text('borough?'), context);
  if (fault !== undefined) row.refuse('code', fault);
  const items: Item[] = [{ kind: 'area', ...area, name: row.text('name') }];
  if (row.text('knownAs?') !== '') items.push({ kind: 'known-as', ...area, name: row.text('knownAs?') });
  return items;
}

function linksOf(row: Row, context: LoadContext): Item[] {
  const [from, to] = [typeIn(row, 'fromType'), typeIn(row, 'toType')];
  const weight = row.text('weight') === '' ? null : row.decimal('weight');
  if (from === undefined || to === undefined || weight === undefined) return [];
  if (weight !== null && (weight <= 0 || weight > 1)) {
    row.refuse('weight', 'expected a share above 0 and at most 1, or nothing');
  }
  const ends = {
    from: { type: from, edition: row.text('fromEdition'), code: row.text('from') },
    to: { type: to, edition: row.text('toEdition'), code: row.text('to') },
  };
  for (const key of ['from', 'to'] as const) {
    const { type, edition, code } = ends[key];
    const fault = whyNotOfPlace(type, edition, code, '', context);
    if (fault !== undefined)
      row.refuse(key, `it is no area of ${context.place.name} that is loaded; areas are loaded first`);
  }
  return [{ kind: 'link', ...ends, weight }];
}

function typeIn(row: Row, key: string): AreaType | undefined {
  const type = areaTypes.find((candidate) => candidate.id === row.text(key))?.id;
  if (type === undefined) row.refuse(key, `expected one of: ${areaTypes.map(({ id }) => id).join(', ')}`);
  return type;
}
