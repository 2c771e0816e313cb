/** The CSV export of OHID's Fingertips: values with their limits, counts and denominators (26 or 27 columns). */
import { ageRange } from '../../contract/age-bands.ts';
import { areaOfRow, doubt, limitsOfRow, periodOfRow, skipRow, valueOfRow } from '../borough-values.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { openTable } from '../csv-table.ts';
import { readDecimal } from '../figures.ts';
import {
  agreesWithCounts,
  FoundIndicators,
  type KnownIndicator,
  refuseOtherBase,
} from '../known-indicators.ts';
import { statusWithout } from '../marks.ts';
import { agreesWithSortable } from '../period-words.ts';
import { plausibleRange } from '../plausible-figures.ts';
import type { LoadContext, ObservationItem, Source } from '../source.ts';
import { outcomeMeasures, sexOf } from './public-health-outcomes-measures.ts';

const layout: ColumnLayout = {
  name: 'Fingertips export',
  // The header was given "Compared to goal" before the rows were.
  mayLackLast: 1,
  columns: {
    id: ['Indicator ID'],
    indicator: ['Indicator Name'],
    area: ['Area Code'],
    'name?': ['Area Name'],
    areaType: ['Area Type'],
    sex: ['Sex'],
    age: ['Age'],
    categoryType: ['Category Type'],
    category: ['Category'],
    period: ['Time period'],
    value: ['Value'],
    lower: ['Lower CI 95.0 limit'],
    upper: ['Upper CI 95.0 limit'],
    count: ['Count'],
    denominator: ['Denominator'],
    note: ['Value note'],
    'sortable?': ['Time period Sortable'],
    'range?': ['Time period range'],
  },
};

export const fingertips: Source = {
  id: 'fingertips',
  title: 'Fingertips export (CSV): values with 95% limits, by district, region and country',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined) return;
    const indicators = new FoundIndicators(context);
    for await (const row of table.rows()) {
      context.tally.read++;
      if (refuseUnreadable(row)) continue;
      const indicator = outcomeMeasures.find(row.text('indicator'), row.text('id'));
      if (!indicators.found(row.text('indicator'), indicator)) continue;
      const item = itemOf(row, indicator, context);
      if (item === undefined) continue;
      indicators.about(indicator.measure, item.areaType);
      yield item;
    }
    indicators.requireOne(table, outcomeMeasures.names);
  },
};

/**
 * Lists a number of an indicator and counts that are none. No figure is made of them, but what a row is about and whether its figure
 * is right are told by them. @returns whether there were any.
 */
function refuseUnreadable(row: Row): boolean {
  const unnumbered = /^\d*$/.test(row.text('id')) ? [] : ['id'];
  const uncounted = ['count', 'denominator'].filter((key) => {
    const text = row.text(key);
    return text !== '' && readDecimal(text) === undefined && statusWithout(text) === undefined;
  });
  for (const key of unnumbered)
    row.refuse(key, 'expected the number of an indicator, such as 90366, or nothing');
  for (const key of uncounted)
    row.refuse(key, 'expected a number such as 1013, the mark of the publisher for none, or nothing');
  return unnumbered.length + uncounted.length > 0;
}

function itemOf(row: Row, indicator: KnownIndicator, context: LoadContext): ObservationItem | undefined {
  if (isOfService(row)) {
    skipRow(context.tally, `areas of service (${row.text('areaType')})`);
    return undefined;
  }
  if (SMALL_CODE.test(row.text('area'))) {
    skipRow(context.tally, `small areas (${row.text('areaType')}): kept for boroughs and larger areas alone`);
    return undefined;
  }
  const area = areaOfRow(row, 'area', context);
  if (area === undefined) return undefined;
  const ethnic = ethnicOf(row, context);
  if (ethnic === undefined) return undefined;
  if (refuseOtherBase(row, 'indicator', indicator)) return undefined;
  if (!agreesWithCounts(row, indicator, ['value', 'count', 'denominator']))
    doubt(context.tally, `${indicator.measure}: the value is not what the counts beside it make`, row);
  const period = periodOf(row, indicator);
  const figure = figureOf(row, indicator);
  const sex = sexOf(row.text('sex'));
  const age = ageOf(row.text('age'));
  if (sex === undefined) row.refuse('sex', 'expected Persons, Male or Female');
  if (age === undefined)
    row.refuse('age', 'expected an age such as All ages, 0-9 yrs, 18+ yrs, 5 yrs or 6-8 weeks');
  if (!period || !figure || !sex || !age) return undefined;
  const { notes, ...told } = figure;
  const note = [...notes, ...age.notes].join(' ');
  return {
    kind: 'observation',
    row: row.number,
    measure: indicator.measure,
    period,
    ...area,
    ...ethnic,
    sex,
    ageBand: age.band,
    ...told,
    ...(note !== '' && { note }),
  };
}

/** Practices, their networks and the bodies of the NHS have codes of their own; so have groups of similar areas. */
const SERVICE_CODE = /^(?:[A-Z]\d{5}|n?E(?:38|40|54)\d{6}|[A-Z]{1,3}\d?[A-Z\d]?|Cl_.+)$/;

/** LSOAs, MSOAs, wards: of those of the place nobody says that they lie outside it. */
const SMALL_CODE = /^[EW]0[125]\d{6}$/;

const isOfService = (row: Row): boolean => SERVICE_CODE.test(row.text('area'));

const ETHNIC = /^ethnic groups\b/i;
/** By the first word of ours. Asian and Other are left out: some of the exports count Chinese apart, and none says so. */
const GROUPS: Readonly<Record<string, string>> = {
  black: 'black',
  mixed: 'mixed',
  white: 'white',
  unknown: 'unknown',
};

/** The ethnic group of a row: none for everybody's; undefined, and counted as skipped, for rows of other categories. */
function ethnicOf(
  row: Row,
  { tally }: LoadContext,
): Pick<ObservationItem, 'ethnicScheme' | 'ethnicGroup'> | undefined {
  const [type, category] = [row.text('categoryType'), row.text('category')];
  if (type === '' && category === '') return {};
  const group = ETHNIC.test(type) ? GROUPS[category.split(/[ /,]/)[0]?.toLowerCase() ?? ''] : undefined;
  if (group !== undefined) return { ethnicScheme: 'census-2021-5', ethnicGroup: group };
  if (ETHNIC.test(type))
    skipRow(tally, `by ethnic group "${category}": the export does not say whether Chinese is counted in it`);
  else if (/deprivation/i.test(type))
    skipRow(tally, 'by deprivation tenth: of all areas of England, not of those of the place');
  else skipRow(tally, `by "${type}": nothing here is made of it`);
  return undefined;
}

/** The words of the period, which the columns beside them must bear out. */
function periodOf(row: Row, indicator: KnownIndicator): string | undefined {
  const period = periodOfRow(row, 'period', indicator.counting);
  const [words, sortable, range] = ['period', 'sortable?', 'range?'].map((key) => row.text(key));
  if (period === undefined || agreesWithSortable(words ?? '', sortable ?? '', range ?? '')) return period;
  const said = [sortable && `sortable ${sortable}`, range && `range ${range}`].filter(Boolean).join(', ');
  row.refuse('period', `expected the period that the columns beside it give (${said})`);
  return undefined;
}

type Told = Pick<ObservationItem, 'status' | 'value' | 'lower95' | 'upper95'> & { notes: readonly string[] };

/** A value without a figure says why in its note: suppressed, or anything else. One with nothing at all beside it is not there. */
function figureOf(row: Row, { measure }: KnownIndicator): Told | undefined {
  const note = row.text('note');
  const notes = note === '' ? [] : [`The source notes: ${note}`];
  const isBlank = ['value', 'lower', 'upper', 'count', 'denominator'].every((key) => row.text(key) === '');
  const blank = /suppress|disclosure/i.test(note)
    ? 'withheld'
    : note !== '' || isBlank
      ? 'missing'
      : undefined;
  const range = plausibleRange(measure);
  const figure = valueOfRow(row, 'value', range, blank);
  const limits = figure && limitsOfRow(row, ['lower', 'upper'], figure.value);
  if (figure === undefined || limits === undefined) return undefined;
  if (figure.value === null || figure.value <= 100 || range[1] > 110) return { ...figure, ...limits, notes };
  // No share lies there, so its limits prove nothing.
  return {
    ...figure,
    notes: [...notes, 'The source gives more than 100%, so it is compared with nothing.'],
  };
}

/** "Not applicable" and measures at birth speak of everyone; weeks and months lie within a year of age. */
function ageOf(words: string): { readonly band: string; readonly notes: readonly string[] } | undefined {
  if (/^(All ages|Not applicable)$/i.test(words)) return { band: 'all', notes: [] };
  const [, first, last, unit] = /^(\d{1,3})(?:-(\d{1,3}))? ?(week|month)s?$/i.exec(words) ?? [];
  if (first !== undefined) {
    const ages = [first, last ?? first].map((n) => Math.floor(Number(n) / (unit === 'week' ? 52 : 12)));
    return ages[0] === ages[1]
      ? { band: String(ages[0]), notes: [`The source gives the age as ${words}.`] }
      : undefined;
  }
  const band = words
    .replace(/ ?(yrs?|years?)$/i, '')
    .replace(/\+$/, '-plus')
    .replace(/^<\s*(\d+)$/, (_, n) => `0-${Number(n) - 1}`);
  return ageRange(band) === undefined ? undefined : { band, notes: [] };
}
