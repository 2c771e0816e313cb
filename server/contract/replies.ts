import { type Static, Type } from 'typebox';
import { dated } from './as-of.ts';
import { change } from './board-reply.ts';
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

const release = Type.Integer({ description: 'Number of the release this reply was answered from.' });
const text = (description: string) => Type.String({ description });
const areaType = idsOf(areaTypes, 'The type of area.');
const periodId = text('A period, as queries write it.');

export const healthReply = Type.Object({
  status: Type.Unsafe<'ok' | 'degraded' | 'down'>(
    Type.String({
      enum: ['ok', 'degraded', 'down'],
      description: 'Whether figures can be served; degraded: those in memory only, the database being away.',
    }),
  ),
  release: Type.Union([release, Type.Null()], {
    description: 'Newest release that is known; null where there is none.',
  }),
  database: Type.Unsafe<'up' | 'down'>(
    Type.String({ enum: ['up', 'down'], description: 'Whether the database answers.' }),
  ),
});
export const liveReply = Type.Object({
  status: Type.Literal('ok', { description: 'The process answers.' }),
});

const releasedAt = text('When it became public, ISO 8601.');
const areaName = {
  code: text('ONS code.'),
  name: text('Name.'),
  type: areaType,
};
export const areasReply = Type.Object({
  release,
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
  release,
  edition: text('Edition of the boundaries: a year, or the word of a list without one.'),
  attribution: text('To be shown wherever the outlines are.'),
  bbox: Type.Array(Type.Number(), { description: 'West, south, east, north, in degrees.' }),
  features: Type.Array(
    Type.Object({
      type: Type.Literal('Feature'),
      id: text('ONS code.'),
      properties: Type.Object({ code: text('ONS code.'), name: text('Name.') }),
      geometry: Type.Object({
        type: Type.Unsafe<'Polygon' | 'MultiPolygon'>(
          Type.String({ enum: ['Polygon', 'MultiPolygon'], description: 'Kind of geometry.' }),
        ),
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
  release,
  indicators: Type.Array(Type.Object(indicatorSummary)),
});
export type IndicatorsReply = Static<typeof indicatorsReply>;
export type IndicatorSummary = IndicatorsReply['indicators'][number];

export const indicatorReply = Type.Object({
  release,
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
  countTable: Type.Optional(
    Type.Object(
      {
        id: text('Id of the table; indicators of one table are added and subtracted together.'),
        part: Type.Unsafe<'share' | 'with' | 'without' | 'people'>(
          Type.String({
            enum: ['share', 'with', 'without', 'people'],
            description: 'The share in percent, or the people with it, without it, or all of them.',
          }),
        ),
      },
      { description: 'The protected table of people that the figures are counted from, where they are.' },
    ),
  ),
  doseTable: Type.Optional(
    Type.Object(
      {
        id: text('Id of the table; all doses and dates of one table are added and subtracted together.'),
        dose: text('The dose.'),
        before: Type.Union([Type.String(), Type.Null()], {
          description: 'The dose everybody with this one had before; null for the first.',
        }),
        part: Type.Unsafe<'share' | 'of-before' | 'with' | 'without' | 'awaiting'>(
          Type.String({
            enum: ['share', 'of-before', 'with', 'without', 'awaiting'],
            description:
              'In percent those with it among everybody or among those with the dose before; or the people with it, without it, or without it after the dose before. On a denominator that is not the first, the denominator is of another source.',
          }),
        ),
      },
      { description: 'The protected table of doses that the figures are counted from, where they are.' },
    ),
  ),
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
});
export type IndicatorReply = Static<typeof indicatorReply>;

export const indicatorAreasReply = Type.Object({
  release,
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
  verdict: Type.Unsafe<
    'better' | 'worse' | 'higher' | 'lower' | 'no-significant-change' | 'cannot-be-tested'
  >(
    Type.String({
      enum: ['better', 'worse', 'higher', 'lower', 'no-significant-change', 'cannot-be-tested'],
      description: 'What the recent trend test found.',
    }),
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
  release,
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

export const versionReply = Type.Object({
  version: Type.Integer({ description: 'Number of the version.' }),
  dataset: text('Id of the dataset.'),
  title: text('Title of the dataset.'),
  policy: Type.Unsafe<'as-published' | 'protect'>(
    Type.String({ enum: ['as-published', 'protect'], description: 'Disclosure policy of the dataset.' }),
  ),
  publishedAt: text('When it was published here, ISO 8601.'),
  estimates: Type.Integer({ description: 'Figures it holds.' }),
  withheld: Type.Integer({ description: 'Figures it withholds.' }),
  definitions: Type.Unsafe<'when-published' | 'later'>(
    Type.String({
      enum: ['when-published', 'later'],
      description:
        'When its definitions and words were written down: with it, or, where it was published before they were kept, at a later update.',
    }),
  ),
});
const releaseFields = {
  publishedAt: releasedAt,
  changed: Type.Array(versionReply, { description: 'The versions that were new in it.' }),
};
export const releasesReply = Type.Object({
  release,
  releases: Type.Array(Type.Object({ id: release, ...releaseFields }), { description: 'Newest first.' }),
});
export type ReleasesReply = Static<typeof releasesReply>;
export const oneReleaseReply = Type.Object({
  release,
  ...releaseFields,
  versions: Type.Array(versionReply, { description: 'Every version that was public in it.' }),
});
export type OneReleaseReply = Static<typeof oneReleaseReply>;
