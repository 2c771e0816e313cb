/** Questions about gaps between groups. */
import { type Static, Type } from 'typebox';
import {
  areaTypes,
  breakdowns,
  ethnicSchemes,
  fifthKinds,
  gapComparisons,
  gapMeasures,
} from './dimensions.ts';
import { idsOf } from './literals.ts';
import { CODE, figures, indicatorParams, period, release, stratum, stratumFields } from './queries.ts';

const strict = { additionalProperties: false };
const optional = Type.Partial;

/** What the groups are. */
export const breakdown = {
  by: idsOf(breakdowns, 'What the groups are; left out, ethnic groups where there are any.'),
  ethnicScheme: idsOf(
    ethnicSchemes,
    'The scheme of the ethnic groups; left out, the first that has figures.',
  ),
  fifths: idsOf(
    fifthKinds,
    'Which areas the fifths of deprivation rank; left out, national ones where there are any.',
  ),
};
const reference = Type.String({
  pattern: '^[a-z0-9-]{1,40}$',
  description: 'rest (everyone else in the area, the default), largest, best, or the code of a group.',
});
const { populationGroup, ethnicGroup, ageBand, sex, deprivation, denominator } = stratumFields;
/** The stratum within which groups are compared: the part compared is not chosen. */
export const within = { populationGroup, ethnicGroup, ageBand, sex, deprivation, denominator };

export const disparitiesQuery = Type.Object(
  {
    release,
    ...optional(Type.Object({ ...breakdown, area: CODE, period, reference, ...within })).properties,
  },
  strict,
);
export type DisparitiesQuery = Static<typeof disparitiesQuery>;

export const gapTrendQuery = Type.Object(
  { release, ...optional(Type.Object({ ...breakdown, area: CODE, reference, ...within })).properties },
  strict,
);
export type GapTrendQuery = Static<typeof gapTrendQuery>;

const group = Type.String({ pattern: '^[a-z0-9-]{1,40}$', description: 'Code of the group mapped.' });
const compare = idsOf(gapComparisons, 'What the group is compared with in each area.');
const measure = idsOf(gapMeasures, 'What the breaks of the map are of.');

export const gapsQuery = Type.Object(
  {
    release,
    group,
    ...optional(
      Type.Object({
        by: breakdown.by,
        ethnicScheme: breakdown.ethnicScheme,
        areaType: idsOf(areaTypes, 'The type of area; left out, ward where the groups have it.'),
        period,
        compare,
        measure,
        ...within,
      }),
    ).properties,
  },
  strict,
);
export type GapsQuery = Static<typeof gapsQuery>;

export const disparityOverviewQuery = Type.Object(
  { release, figures, ...optional(Type.Object({ ...breakdown, area: CODE, reference })).properties },
  strict,
);
export type DisparityOverviewQuery = Static<typeof disparityOverviewQuery>;

/** What a query came to once its missing parts were filled in. */
export const resolvedBreakdown = {
  by: idsOf(breakdowns, 'What the groups are.'),
  ethnicScheme: Type.Optional(breakdown.ethnicScheme),
  fifths: Type.Optional(breakdown.fifths),
};
export const resolvedStratum = Type.Omit(stratum, ['ethnicScheme']).properties;
export const resolvedDisparitiesQuery = Type.Object({
  indicator: indicatorParams.properties.id,
  ...resolvedBreakdown,
  area: CODE,
  period,
  reference,
  ...resolvedStratum,
});
export const resolvedGapTrendQuery = Type.Object({
  indicator: indicatorParams.properties.id,
  ...resolvedBreakdown,
  area: CODE,
  reference,
  ...resolvedStratum,
});
export const resolvedGapsQuery = Type.Object({
  indicator: indicatorParams.properties.id,
  ...resolvedBreakdown,
  group,
  areaType: idsOf(areaTypes, 'The type of area.'),
  period,
  compare,
  measure,
  ...resolvedStratum,
});
export const resolvedOverviewQuery = Type.Object({
  ...resolvedBreakdown,
  area: CODE,
  reference,
  figures,
});
