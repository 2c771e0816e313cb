import { type Static, Type } from 'typebox';
import { dated } from './as-of.ts';
import { change } from './board-reply.ts';
import { countTable, doseTable } from './counted-tables.ts';
import { oneOf, releaseNumber, text } from './described.ts';
import {
  aims,
  areaTypes,
  bases,
  denominators,
  deprivationFifths,
  ethnicSchemes,
  periodKinds,
  polarities,
  populationGroups,
  sexes,
  units,
} from './dimensions.ts';
import { areaEstimate, comparedAreaEstimate, estimate } from './estimate.ts';
import { breakdownsByArea } from './held-breakdowns.ts';
import { idsOf } from './literals.ts';
import { meaningFields } from './meaning.ts';
import { resolvedAreasQuery, resolvedTrendQuery } from './queries.ts';

const areaType = idsOf(areaTypes, 'The type of area.');
const periodId = text('A period, as queries write it.');

const areaName = {
  code: text('ONS code.'),
  name: text('Name.'),
  type: areaType,
};
export const areasReply = Type.Object({
  release: releaseNumber,
  areas: Type.Array(
    Type.Object({
      ...areaName,
      parents: Type.Array(Type.Object(areaName), {
        description:
          'The areas it lies in, smallest first. A ward lies in one neighbourhood; small areas by best fit.',
      }),
      illustrative: Type.Optional(
        Type.Boolean({ description: 'True where the grouping is an illustration, not an official list.' }),
      ),
    }),
  ),
});
export type AreasReply = Static<typeof areasReply>;

/** GeoJSON, as RFC 7946 has it, with the two members every reply of ours carries. */
export const boundariesReply = Type.Object({
  type: Type.Literal('FeatureCollection'),
  release: releaseNumber,
  edition: text('Edition of the boundaries: a year, or the word of a list without one.'),
  attribution: text('To be shown wherever the outlines are.'),
  bbox: Type.Array(Type.Number(), { description: 'West, south, east, north, in degrees.' }),
  features: Type.Array(
    Type.Object({
      type: Type.Literal('Feature'),
      id: text('ONS code.'),
      properties: Type.Object({ code: text('ONS code.'), name: text('Name.') }),
      geometry: Type.Object({
        type: oneOf(['Polygon', 'MultiPolygon'], 'Kind of geometry.'),
        coordinates: Type.Unsafe<number[][][] | number[][][][]>({
          type: 'array',
          items: {},
          description: 'Rings of longitude and latitude, in degrees (WGS 84).',
        }),
      }),
    }),
  ),
});
export type BoundariesReply = Static<typeof boundariesReply>;

const groupMembership = Type.Object({
  id: idsOf(populationGroups, 'The population group.'),
  membership: text('Who belongs to the group, for this indicator.'),
  ageBands: Type.Array(Type.String(), {
    description: 'Age bands of the group; the first is taken by default.',
  }),
});
const indicatorSummary = {
  id: text('Id of the indicator.'),
  title: text('What is measured.'),
  shortTitle: text('The same in a few words, for controls and tables.'),
  aim: idsOf(aims, 'The aim of the partnership it serves.'),
  populationGroups: Type.Array(groupMembership),
  unit: idsOf(units, 'Unit of the value.'),
  decimals: Type.Integer({ description: 'Decimal places to show.' }),
  polarity: idsOf(polarities, 'Which direction is better.'),
  ...meaningFields,
  unadjustedAges: Type.Array(Type.String(), {
    description:
      'Age bands that hold ages too far apart: figures of them count as not adjusted for age and are higher or lower, never better or worse, though those of narrower bands are.',
  }),
  finestArea: idsOf(areaTypes, 'The finest area it is published for by its source.'),
  areaTypes: Type.Array(areaType, { description: 'Area types with figures, finest first.' }),
  outlined: Type.Array(areaType, {
    description:
      'Area types a map can be drawn of: /boundaries has outlines of the edition its figures are of.',
  }),
  basis: Type.Array(idsOf(bases, 'A basis.'), { description: 'The bases its figures have.' }),
  denominators: Type.Array(
    Type.Object({
      id: idsOf(denominators, 'The variant.'),
      title: text('The population counted among.'),
      ageBands: Type.Array(Type.String(), { description: 'Age bands with figures on it.' }),
    }),
    { description: 'Variants of the denominator, the default first; empty where there is only one.' },
  ),
  ethnicGroups: Type.Array(
    Type.Object({
      scheme: idsOf(ethnicSchemes, 'The scheme.'),
      groups: Type.Array(Type.String(), { description: 'Groups with figures.' }),
    }),
  ),
  sexes: Type.Array(idsOf(sexes, 'A sex.'), { description: 'Sexes with figures.' }),
  deprivation: Type.Array(idsOf(deprivationFifths, 'A fifth.'), {
    description: 'Deprivation fifths with figures.',
  }),
  latestPeriod: Type.Union([periodId, Type.Null()], { description: 'Newest period with a shown figure.' }),
  dates: dated.dates,
};
export const indicatorsReply = Type.Object({
  release: releaseNumber,
  indicators: Type.Array(Type.Object(indicatorSummary)),
});
export type IndicatorsReply = Static<typeof indicatorsReply>;
export type IndicatorSummary = IndicatorsReply['indicators'][number];

export const indicatorReply = Type.Object({
  release: releaseNumber,
  ...indicatorSummary,
  numerator: text('What is counted.'),
  denominator: text('Among whom.'),
  method: text('How the figures and their limits are computed.'),
  periodKind: idsOf(periodKinds, 'Whether periods overlap.'),
  source: Type.Object({
    title: text('Title of the publication.'),
    publisher: text('Who published it.'),
    shortPublisher: text('The same shortly, as a row names it.'),
    url: text('Where.'),
    published: text('When it was published.'),
    licence: text('The licence it may be used under.'),
  }),
  caveats: Type.Array(Type.String(), { description: 'What to keep in mind when reading the figures.' }),
  disclosureRule: text('How people are protected in these figures.'),
  countTable: Type.Optional(countTable),
  doseTable: Type.Optional(doseTable),
  available: Type.Array(
    Type.Object({
      areaType,
      denominator: Type.Optional(idsOf(denominators, 'The variant.')),
      ageBand: text('Age band.'),
      ethnicScheme: Type.Optional(idsOf(ethnicSchemes, 'The scheme.')),
      ethnicGroup: text('Ethnic group.'),
      sex: idsOf(sexes, 'Sex.'),
      deprivation: idsOf(deprivationFifths, 'Fifth.'),
      periods: Type.Array(periodId, { description: 'Periods with a shown figure, oldest first.' }),
    }),
    { description: 'Every stratum and area type there are figures for.' },
  ),
  groupsIn: breakdownsByArea,
  otherBoroughs: Type.Array(periodId, {
    description:
      'Periods in which boroughs that the place is compared with have a figure, oldest first: what /indicators/{id}/boroughs can be asked for.',
  }),
});
export type IndicatorReply = Static<typeof indicatorReply>;

export const indicatorAreasReply = Type.Object({
  release: releaseNumber,
  ...dated,
  query: resolvedAreasQuery,
  title: text('The title, the stratum and the period in words.'),
  edition: text(
    'Edition of the boundaries the areas are drawn on, a year or a word, for /boundaries/{type}.',
  ),
  areas: Type.Array(comparedAreaEstimate, { description: 'One per area of the type, by code.' }),
  benchmark: Type.Union([areaEstimate, Type.Null()], {
    description: 'The whole place, for the same stratum and period; null where it has no such figure.',
  }),
  breaks: Type.Array(Type.Number(), {
    description:
      'Boundaries between the classes of a map by value, lowest first; a value that is equal to one, written with the decimals of the indicator, is above it.',
  }),
  comparison: Type.Object({
    against: text('What each area is compared with.'),
    test: text('The test behind the verdicts, or why there is none.'),
    compared: Type.Integer({ description: 'How many areas of this reply were compared.' }),
    expectedByChance: Type.Number({
      description: 'How many uncorrected tests at 5% would flag by chance alone.',
    }),
    roundedTo: Type.Union([Type.Integer(), Type.Null()], {
      description:
        'What counts are rounded to the nearest of, so that a verdict holds whatever the true counts are; null where they are not rounded.',
    }),
  }),
});
export type IndicatorAreasReply = Static<typeof indicatorAreasReply>;

export const trendVerdict = Type.Object({
  verdict: oneOf(
    ['better', 'worse', 'higher', 'lower', 'no-significant-change', 'cannot-be-tested'],
    'What the recent trend test found.',
  ),
  test: text('The test, or why there is none.'),
  p: Type.Optional(Type.Number({ description: 'Its two-sided p-value.' })),
  chiSquare: Type.Optional(
    Type.Number({ description: 'Its chi-square with one degree of freedom; above 9.55 it rejects at 0.2%.' }),
  ),
  periods: Type.Optional(
    Type.Array(periodId, {
      description:
        'The periods it was made over, oldest first: the newest five with figures, which lie within seven.',
    }),
  ),
});

export const trendReply = Type.Object({
  release: releaseNumber,
  ...dated,
  query: resolvedTrendQuery,
  title: text('The title, the area and the stratum in words.'),
  points: Type.Array(Type.Object({ period: periodId, label: text('The period in words.'), estimate }), {
    description: 'Oldest first.',
  }),
  breaks: Type.Array(
    Type.Object({
      date: text('The first day that is counted in the new way.'),
      title: text('What changed, in words.'),
      synthetic: Type.Boolean({
        description: 'True where it is made for demonstration, and breaks no real series.',
      }),
    }),
    {
      description:
        'Breaks of method, oldest first: change and trend are told from the figures after the last.',
    },
  ),
  change: Type.Union([change, Type.Null()], {
    description:
      'The headline verdict on change, the one answer the board gives too; null where this stratum or area was not judged.',
  }),
  trend: Type.Object(trendVerdict.properties, { description: 'Another way of looking: the recent trend.' }),
  differs: Type.Optional(
    text('Why the trend differs from the headline, in a sentence; left out where it does not.'),
  ),
});
export type TrendReply = Static<typeof trendReply>;
