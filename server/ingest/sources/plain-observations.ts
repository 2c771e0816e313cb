/** Rows of the plain observations layout (server/ingest/README.md). */

import { ageRange } from '../../contract/age-bands.ts';
import {
  type AreaType,
  areaTypes,
  deprivationFifths,
  ethnicSchemes,
  labelOf,
  sexes,
} from '../../contract/dimensions.ts';
import { parsePeriod } from '../../contract/periods.ts';
import type { Measure } from '../../indicators/measure.ts';
import { measures } from '../../indicators/measures.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';

import { isOfPlace, notLoadedYet, skipOutside } from '../place-filter.ts';
import type { LoadContext, ObservationItem } from '../source.ts';

export const observations: ColumnLayout = {
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
    'note?': ['note'],
  },
};

/** The columns that say what a figure is about. */
const ABOUT = ['measure', 'period', 'areaType', 'scheme?', 'group?', 'age?', 'sex?', 'deprivation?'] as const;

type About = Omit<ObservationItem, 'row' | 'areaCode' | keyof Figure> & { readonly measureOf: Measure };
type Figure = Pick<ObservationItem, 'status' | 'value' | 'lower95' | 'upper95'>;
type Fault = readonly [column: string, expected: string];

/** Reads one row after another. What rows are about is checked once for each wording: a million rows have few. */
export function observationReader(
  file: string,
  context: LoadContext,
): (row: Row) => ObservationItem | undefined {
  const unlisted = new Set<string>();
  const checked = new Map<string, About | readonly Fault[]>();
  const places = new Map<string, Whereabouts>();

  /** Said once of each list that is not loaded: any row of it may be of the place. */
  function waitForList(type: AreaType, { editions }: Measure): void {
    const edition = editions[type] ?? '';
    if (!unlisted.has(type + edition))
      context.problems.add(notLoadedYet(file, { type, edition }, context.place));
    unlisted.add(type + edition);
  }

  return (row) => {
    const wording = ABOUT.map((key) => row.text(key)).join('\t');
    let about = checked.get(wording);
    if (about === undefined) {
      about = aboutOf(row);
      checked.set(wording, about);
    }
    if (!('measureOf' in about)) for (const [column, expected] of about) row.refuse(column, expected);
    const { measureOf: measure, ...stratum } = 'measureOf' in about ? about : ({} as Partial<About>);
    const figure = figureOf(row, measure);
    if (measure === undefined || figure === undefined) return undefined;

    const areaCode = row.text('area');
    const area = `${stratum.areaType} ${measure.id} ${areaCode}`;
    let where = places.get(area);
    if (where === undefined) {
      where = whereIs(stratum.areaType as AreaType, areaCode, measure, context);
      places.set(area, where);
    }
    if (where === 'outside') skipOutside(context, areaCode);
    if (where === 'unlisted') waitForList(stratum.areaType as AreaType, measure);
    if (typeof where === 'object') row.refuse('area', where.expected);
    if (where !== 'inside') return undefined;
    const note = row.text('note?');
    const words = stratum as Omit<About, 'measureOf'>;
    return { ...words, row: row.number, areaCode, ...figure, ...(note !== '' && { note }) };
  };
}

type Whereabouts = 'inside' | 'outside' | 'unlisted' | { readonly expected: string };

function whereIs(areaType: AreaType, code: string, measure: Measure, context: LoadContext): Whereabouts {
  const edition = measure.editions[areaType] ?? '';
  if (isOfPlace(areaType, edition, code, context)) return 'inside';
  if (!/^[A-Z]\d{8}$/.test(code)) return { expected: 'expected an ONS code such as E01000001' };
  // Of a district its own code says that it is another one.
  if (!SMALL.has(areaType)) return 'outside';
  const words = labelOf(areaTypes, areaType).toLowerCase();
  const other = EDITIONS.find((one) => one !== edition && context.areas.has(areaType, one, code));
  if (other === undefined && !context.areas.hasAny(areaType, edition)) return 'unlisted';
  const expected =
    other === undefined
      ? `the code is not known: no ${words} of ${context.place.name}, and nothing that is loaded places it elsewhere. Is it of a former ${words} or of another edition?`
      : `the code is one of ${other}; expected the ${edition} code of a ${words}, which ${measure.id} is counted by`;
  return { expected };
}

/** Which these are of another place nobody knows by their codes. */
const SMALL: ReadonlySet<AreaType> = new Set(['ward', 'lsoa', 'msoa', 'neighbourhood']);
/** Of the Census, by which small areas are drawn. */
const EDITIONS = ['2001', '2011', '2021'];

/** What a row is about, or what is wrong with its words. */
function aboutOf(row: Row): About | readonly Fault[] {
  const faults: Fault[] = [];
  const one = <T extends { readonly id: string }>(
    key: string,
    terms: readonly T[],
    empty?: T['id'],
  ): T['id'] => {
    const text = row.text(key);
    const found = text === '' && empty !== undefined ? empty : terms.find((term) => term.id === text)?.id;
    if (found === undefined)
      faults.push([key, `expected one of: ${terms.map((term) => term.id).join(', ')}`]);
    return found ?? text;
  };
  const measure = measures.get(one('measure', [...measures.values()]));
  const areaType = one('areaType', areaTypes);
  const period = row.text('period');
  if (parsePeriod(period) === undefined) {
    faults.push(['period', 'expected a period such as 2021, 2021-07-15, 2024-25-Q1 or 2024-M05']);
  }
  const ageBand = row.text('age?') || 'all';
  if (ageRange(ageBand) === undefined) {
    faults.push(['age?', 'expected an age band such as 0-15, 80-plus, 7 or all']);
  }
  const sex = one('sex?', sexes, 'all');
  const deprivation = one('deprivation?', deprivationFifths, 'all');
  const ethnic = ethnicOf(row, faults);
  if (faults.length > 0 || measure === undefined) return faults;
  return {
    kind: 'observation',
    measure: measure.id,
    measureOf: measure,
    period,
    areaType: areaType as AreaType,
    ageBand,
    sex,
    deprivation,
    ...ethnic,
  };
}

/** A group means nothing without the scheme it belongs to. */
function ethnicOf(row: Row, faults: Fault[]): Pick<ObservationItem, 'ethnicScheme' | 'ethnicGroup'> {
  const group = row.text('group?');
  const schemeId = row.text('scheme?');
  const scheme = ethnicSchemes.find((candidate) => candidate.id === schemeId);
  if (group === '' && schemeId === '') return {};
  if (scheme === undefined) {
    faults.push(['scheme?', `expected one of: ${ethnicSchemes.map((candidate) => candidate.id).join(', ')}`]);
    return {};
  }
  const found = scheme.groups.find((candidate) => candidate.id === group);
  if (found === undefined) {
    faults.push([
      'group?',
      `expected a group of ${scheme.id}: ${scheme.groups.map(({ id }) => id).join(', ')}`,
    ]);
  }
  return { ethnicScheme: scheme.id, ethnicGroup: group };
}

/** Statuses of a figure that the source does not give, and why. */
const withoutValue = ['withheld', 'missing', 'not-available', 'not-collected', 'nobody-to-count'] as const;

function figureOf(row: Row, measure: Measure | undefined): Figure | undefined {
  const status = row.text('status?') || 'value';
  const without = withoutValue.find((known) => known === status);
  if (without !== undefined) {
    // A source that says no more of it has the figure not available.
    if (row.text('value') === '')
      return { status: without === 'not-available' ? 'missing' : without, value: null };
    row.refuse('value', `expected nothing, because the status is ${status}`);
    return undefined;
  }
  if (status !== 'value') {
    row.refuse(
      'status?',
      `expected value, ${withoutValue.slice(0, -1).join(', ')} or ${withoutValue.at(-1)}`,
    );
    return undefined;
  }
  const value = measure?.valueType === 'count' ? row.whole('value') : row.decimal('value');
  if (value === undefined) return undefined;
  if ((row.text('lower?') === '') !== (row.text('upper?') === '')) {
    const lacking = row.text('lower?') === '' ? 'lower?' : 'upper?';
    row.refuse(lacking, 'expected limits on both sides of the value, or none');
    return undefined;
  }
  const lower95 = row.text('lower?') === '' ? value : row.decimal('lower?');
  const upper95 = row.text('upper?') === '' ? value : row.decimal('upper?');
  if (lower95 === undefined || upper95 === undefined) return undefined;
  if (lower95 > value || upper95 < value) {
    row.refuse('value', 'expected a value between lower95 and upper95');
    return undefined;
  }
  const published = row.text('lower?') !== '' && row.text('upper?') !== '';
  return { status: 'value', value, ...(published && { lower95, upper95 }) };
}
