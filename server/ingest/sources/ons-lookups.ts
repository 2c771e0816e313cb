/** ONS lookups between areas: exact and best-fit lists, and the House of Commons Library's names of MSOAs. */
import type { AreaType } from '../../contract/dimensions.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { openTable } from '../csv-table.ts';
import { isListed, skipOutside } from '../place-filter.ts';
import type { Item, LoadContext, Source } from '../source.ts';

interface End {
  readonly type: AreaType;
  readonly edition: string;
}
interface LookupLayout extends ColumnLayout {
  readonly from: End;
  readonly to: End;
}

const lsoa11 = { type: 'lsoa', edition: '2011' } as const;
const lsoa21 = { type: 'lsoa', edition: '2021' } as const;
const msoa11 = { type: 'msoa', edition: '2011' } as const;
const msoa21 = { type: 'msoa', edition: '2021' } as const;
/** Ward codes outlive the year of a list: a ward whose boundary changes gets a new code. Lists of a year, such as boundary files, name it better. */
const ward = { type: 'ward', edition: '' } as const;

const years = (prefix: string, from: number, to: number, suffix: string) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${prefix}${from + i}${suffix}`);
const wardCodes = [...years('WD', 21, 29, 'CD'), ...years('ward', 21, 29, '_code')];
const wardNames = [...years('WD', 21, 29, 'NM'), ...years('ward', 21, 29, '_name')];
const boroughCodes = [...years('LAD', 11, 29, 'CD'), ...years('ltla', 11, 29, '_code')];

const lookups: readonly LookupLayout[] = [
  {
    name: 'LSOA (2021) to ward, best fit',
    from: lsoa21,
    to: ward,
    columns: {
      from: ['lsoa21_code', 'LSOA21CD'],
      'fromName?': ['lsoa21_name', 'LSOA21NM'],
      to: wardCodes,
      'toName?': wardNames,
      'borough?': boroughCodes,
    },
  },
  {
    name: 'LSOA (2011) to LSOA (2021)',
    from: lsoa11,
    to: lsoa21,
    columns: {
      from: ['lsoa11_code', 'LSOA11CD'],
      'fromName?': ['lsoa11_name', 'LSOA11NM'],
      to: ['lsoa21_code', 'LSOA21CD'],
      'toName?': ['lsoa21_name', 'LSOA21NM'],
      change: ['change_code', 'CHGIND', 'CHNGIND'],
      'borough?': boroughCodes,
    },
  },
  {
    name: 'LSOA (2011) to MSOA (2011)',
    from: lsoa11,
    to: msoa11,
    columns: {
      from: ['lsoa11_code', 'LSOA11CD'],
      'fromName?': ['lsoa11_name', 'LSOA11NM'],
      to: ['msoa11_code', 'MSOA11CD'],
      'toName?': ['msoa11_name', 'MSOA11NM'],
      'borough?': boroughCodes,
    },
  },
  {
    name: 'MSOA (2011) to MSOA (2021)',
    from: msoa11,
    to: msoa21,
    columns: {
      from: ['MSOA11CD', 'msoa11_code'],
      'fromName?': ['MSOA11NM', 'msoa11_name'],
      to: ['MSOA21CD', 'msoa21_code'],
      'toName?': ['MSOA21NM', 'msoa21_name'],
      change: ['CHNGIND', 'CHGIND', 'change_code'],
      'borough?': boroughCodes,
    },
  },
];
const names: ColumnLayout = {
  name: 'House of Commons Library MSOA names',
  columns: { code: ['msoa11cd'], name: ['msoa11hclnm'], 'borough?': boroughCodes },
};

/** U unchanged, M merged whole into the new area, S split, X changed otherwise. */
const CHANGES: Readonly<Record<string, number | null>> = { U: 1, M: 1, S: null, X: null };

export const onsLookups: Source = {
  id: 'ons-lookups',
  title: 'ONS lookup between areas (CSV): LSOA to ward, LSOA 2011 to 2021, LSOA to MSOA, MSOA names',
  async *read(file, context) {
    const table = await openTable(file, [...lookups, names], context.problems);
    if (table === undefined) return;
    const layout = table.layout;
    for await (const row of table.rows()) {
      context.tally.read++;
      if (layout === names) yield* nameOf(row, context);
      else yield* linkOf(row, layout as LookupLayout, context);
    }
  },
};

function* linkOf(row: Row, { from, to, columns }: LookupLayout, context: LoadContext): Generator<Item> {
  const [fromCode, toCode] = [row.text('from'), row.text('to')];
  const borough = row.text('borough?');
  const inPlace =
    borough === '' ? isListed(from.type, from.edition, fromCode, context) : borough === context.place.code;
  if (!inPlace) {
    skipOutside(context, fromCode, row.text('fromName?'));
    return;
  }
  for (const key of ['from', 'to']) {
    if (!/^[EW]0\d{7}$/.test(row.text(key))) row.refuse(key, 'expected an ONS code such as E01000001');
  }
  const change = row.text('change');
  const weight = columns.change === undefined ? 1 : CHANGES[change];
  if (weight === undefined) {
    row.refuse('change', 'expected U (unchanged), M (merged), S (split) or X (changed otherwise)');
    return;
  }
  yield { kind: 'area', ...from, code: fromCode, name: row.text('fromName?') };
  yield { kind: 'area', ...to, code: toCode, name: row.text('toName?') };
  yield { kind: 'link', from: { ...from, code: fromCode }, to: { ...to, code: toCode }, weight };
}

function* nameOf(row: Row, context: LoadContext): Generator<Item> {
  const code = row.text('code');
  if (!isListed('msoa', '2011', code, context)) skipOutside(context, code, row.text('name'));
  else if (row.text('name') === '') row.refuse('name', 'expected the name of the MSOA');
  else yield { kind: 'known-as', ...msoa11, code, name: row.text('name') };
}
