/** The project's own plain CSV layouts (server/ingest/README.md): observations, areas, links between areas. */
import { ageRange } from '../../contract/age-bands.ts';
import {
  type AreaType,
  areaTypes,
  deprivationFifths,
  type EthnicScheme,
  ethnicSchemes,
  sexes,
} from '../../contract/dimensions.ts';
import { parsePeriod } from '../../contract/periods.ts';
import { type Measure, measures } from '../../indicators/measures.ts';
import { type Layout, openTable, type Row, type Table } from '../csv-table.ts';
import { isOfPlace } from '../place-filter.ts';
import type { Item, LoadContext, ObservationItem, Source } from '../source.ts';

const observations: Layout = {
  name: 'plain observations',
  columns: {
    measure: ['measure'],
    period: ['period'],
    areaType: ['area_type'],
    area: ['area_code'],
    'scheme?': ['ethnic_scheme'],
    'group?': ['ethnic_group'],
    'age?': ['age_band'],
    'sex?': ['sex'],
    'deprivation?': ['deprivation'],
    value: ['value'],
    'status?': ['status'],
    'lower?': ['lower95'],
    'upper?': ['upper95'],
  },
};
const areas: Layout = {
  name: 'plain areas',
  columns: { type: ['type'], edition: ['edition'], code: ['code'], name: ['name'], 'knownAs?': ['known_as'] },
};
const links: Layout = {
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
  title: 'the plain CSV layouts of this project: observations, areas or links between areas',
  async *read(file, context) {
    const table = await openTable(file, [observations, areas, links], context.problems);
    if (table === undefined) return;
    const read =
      table.layout === observations
        ? observationReader(context, table)
        : table.layout === areas
          ? areaOf
          : linkOf;
    for await (const batch of table.batches()) {
      for (const row of batch) {
        context.tally.read++;
        yield* read(row);
      }
    }
  },
};

/** Checks each distinct word once: a file of a million rows holds few. */
function observationReader(context: LoadContext, table: Table): (row: Row) => Generator<Item> {
  const accepted = new Map<string, boolean>();
  const isOne = (row: Row, key: string, words: string, test: (text: string) => boolean): boolean => {
    const text = row.text(key);
    const memory = `${key}\t${text}`;
    let good = accepted.get(memory);
    if (good === undefined) {
      good = test(text);
      accepted.set(memory, good);
    }
    if (!good) row.refuse(key, words);
    return good;
  };
  const ids = (terms: readonly { id: string }[]) => terms.map((term) => term.id);
  const oneOf = (row: Row, key: string, terms: readonly string[]) =>
    table.indexOf(key) === undefined ||
    isOne(row, key, `expected one of: ${terms.join(', ')}`, (text) => text === '' || terms.includes(text));
  const sexIds = ids(sexes);
  const fifths = ids(deprivationFifths);
  const types = ids(areaTypes);
  const schemes = ids(ethnicSchemes);
  const inPlace = new Map<string, boolean>();

  return function* (row) {
    const measure = measures.get(row.text('measure'));
    if (measure === undefined) row.refuse('measure', `expected one of: ${[...measures.keys()].join(', ')}`);
    const good = [
      measure !== undefined,
      isOne(
        row,
        'period',
        'expected a period such as 2021, 2021-07-15 or 2024-25-Q1',
        (t) => parsePeriod(t) !== undefined,
      ),
      isOne(row, 'areaType', `expected one of: ${types.join(', ')}`, (text) => types.includes(text)),
      isOne(
        row,
        'age?',
        'expected an age band such as 0-15, 80-plus, 7 or all',
        (t) => t === '' || ageRange(t) !== undefined,
      ),
      oneOf(row, 'scheme?', schemes),
      oneOf(row, 'sex?', sexIds),
      oneOf(row, 'deprivation?', fifths),
      isGroup(row, isOne),
    ].every(Boolean);
    const figure = figureOf(row, measure, table);
    if (!good || measure === undefined || figure === undefined) return;
    const areaType = row.text('areaType') as AreaType;
    const areaCode = row.text('area');
    const memory = `${areaType} ${areaCode}`;
    let known = inPlace.get(memory);
    if (known === undefined) {
      known = isOfPlace(areaType, measure.editions[areaType] ?? '', areaCode, context);
      inPlace.set(memory, known);
    }
    if (!known) {
      if (/^[A-Z]\d{8}$/.test(areaCode)) context.tally.skipped++;
      else row.refuse('area', 'expected an ONS code such as E01003911');
      return;
    }
    yield {
      kind: 'observation',
      row: row.number,
      measure: measure.id,
      period: row.text('period'),
      areaType,
      areaCode,
      ...(row.text('group?') !== '' && {
        ethnicScheme: row.text('scheme?') as EthnicScheme,
        ethnicGroup: row.text('group?'),
      }),
      ageBand: row.text('age?') || 'all',
      sex: row.text('sex?') || 'all',
      deprivation: row.text('deprivation?') || 'all',
      ...figure,
    };
  };
}

function isGroup(
  row: Row,
  isOne: (row: Row, key: string, words: string, test: (text: string) => boolean) => boolean,
): boolean {
  const scheme = ethnicSchemes.find((candidate) => candidate.id === row.text('scheme?'));
  if (row.text('group?') === '') return true;
  if (scheme === undefined) {
    row.refuse(
      'group?',
      `expected ethnic_scheme beside it, one of: ${ethnicSchemes.map((s) => s.id).join(', ')}`,
    );
    return false;
  }
  const groups: readonly string[] = scheme.groups.map((group) => group.id);
  if (groups.includes(row.text('group?'))) return true;
  return isOne(row, 'group?', `expected a group of ${scheme.id}: ${groups.join(', ')}`, () => false);
}

type Figure = Pick<ObservationItem, 'status' | 'value' | 'lower95' | 'upper95'>;

function figureOf(row: Row, measure: Measure | undefined, table: Table): Figure | undefined {
  const status = row.text('status?') || 'value';
  if (status === 'withheld' || status === 'missing') {
    if (row.text('value') === '') return { status, value: null };
    row.refuse('value', `expected nothing, because the status is ${status}`);
    return undefined;
  }
  if (status !== 'value') {
    row.refuse('status?', 'expected value, withheld or missing');
    return undefined;
  }
  const value = measure?.kind === 'people' ? row.whole('value') : row.decimal('value');
  if (value === undefined) return undefined;
  const limits: { lower95?: number; upper95?: number } = {};
  for (const [key, name] of [
    ['lower?', 'lower95'],
    ['upper?', 'upper95'],
  ] as const) {
    if (table.indexOf(key) === undefined || row.text(key) === '') continue;
    const limit = row.decimal(key);
    if (limit === undefined) return undefined;
    limits[name] = limit;
  }
  if ((limits.lower95 ?? value) > value || (limits.upper95 ?? value) < value) {
    row.refuse('value', 'expected a value between lower95 and upper95');
    return undefined;
  }
  return { status: 'value', value, ...limits };
}

function* areaOf(row: Row): Generator<Item> {
  const type = areaTypes.find((candidate) => candidate.id === row.text('type'))?.id;
  if (type === undefined) {
    row.refuse('type', `expected one of: ${areaTypes.map((candidate) => candidate.id).join(', ')}`);
    return;
  }
  const area = { type, edition: row.text('edition'), code: row.text('code') };
  if (area.code === '' || row.text('name') === '') row.refuse('code', 'expected a code and a name');
  yield { kind: 'area', ...area, name: row.text('name') };
  if (row.text('knownAs?') !== '') yield { kind: 'known-as', ...area, name: row.text('knownAs?') };
}

function* linkOf(row: Row): Generator<Item> {
  const [fromType, toType] = [row.text('fromType'), row.text('toType')].map(
    (text) => areaTypes.find((candidate) => candidate.id === text)?.id,
  );
  const weight = row.text('weight') === '' ? null : row.decimal('weight');
  if (fromType === undefined || toType === undefined) {
    row.refuse(
      fromType === undefined ? 'fromType' : 'toType',
      `expected one of: ${areaTypes.map((t) => t.id).join(', ')}`,
    );
  } else if (weight !== undefined) {
    if (weight !== null && (weight <= 0 || weight > 1))
      row.refuse('weight', 'expected a share above 0 and at most 1, or nothing');
    yield {
      kind: 'link',
      from: { type: fromType, edition: row.text('fromEdition'), code: row.text('from') },
      to: { type: toType, edition: row.text('toEdition'), code: row.text('to') },
      weight,
    };
  }
}
