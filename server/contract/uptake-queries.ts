/** Questions about uptake: over time, who is still to be reached, and when a share was reached. */
import { type Static, Type } from 'typebox';
import { areaTypes } from './dimensions.ts';
import { breakdown, resolvedBreakdown, resolvedStratum, within } from './disparity-queries.ts';
import { idsOf } from './literals.ts';
import { CODE, indicatorParams, period, release, stratum, stratumFields } from './queries.ts';

const strict = { additionalProperties: false };
const optional = Type.Partial;
const indicator = indicatorParams.properties.id;
const wards = idsOf(areaTypes, 'The type of area; left out, ward where there are such figures.');
const areaType = idsOf(areaTypes, 'The type of area.');

export const areasOverTimeQuery = Type.Object(
  { release, ...optional(Type.Object({ areaType: wards, ...stratumFields })).properties },
  strict,
);
export type AreasOverTimeQuery = Static<typeof areasOverTimeQuery>;

export const groupsOverTimeQuery = Type.Object(
  { release, ...optional(Type.Object({ ...breakdown, area: CODE, ...within })).properties },
  strict,
);
export type GroupsOverTimeQuery = Static<typeof groupsOverTimeQuery>;

const target = Type.String({
  pattern: '^(place|100|\\d{1,2}(\\.\\d{1,2})?)$',
  description:
    'place: the whole place at the same ages and date (the default); or a percentage from 0 to 100, such as 95.',
});

export const reachQuery = Type.Object(
  {
    release,
    ...optional(
      Type.Object({
        by: breakdown.by,
        ethnicScheme: breakdown.ethnicScheme,
        areaType: wards,
        period,
        target,
        ...within,
      }),
    ).properties,
  },
  strict,
);
export type ReachQuery = Static<typeof reachQuery>;

export const milestonesQuery = Type.Object(
  {
    release,
    ...optional(
      Type.Object({
        ...breakdown,
        area: CODE,
        shares: Type.String({
          pattern: '^(100|[1-9]\\d?)(,(100|[1-9]\\d?)){0,4}$',
          description: 'Whole percentages, at most five, with commas between; left out, 50,75.',
        }),
        ...within,
      }),
    ).properties,
  },
  strict,
);
export type MilestonesQuery = Static<typeof milestonesQuery>;

/** What a query came to once its missing parts were filled in. */
export const resolvedAreasOverTimeQuery = Type.Object({ indicator, areaType, ...stratum.properties });
export const resolvedGroupsOverTimeQuery = Type.Object({
  indicator,
  ...resolvedBreakdown,
  area: CODE,
  ...resolvedStratum,
});
export const resolvedReachQuery = Type.Object({
  indicator,
  ...resolvedBreakdown,
  areaType,
  period,
  target,
  ...resolvedStratum,
});
export const resolvedMilestonesQuery = Type.Object({
  indicator,
  ...resolvedBreakdown,
  area: CODE,
  shares: Type.Array(Type.Integer(), { description: 'Percentages, lowest first.' }),
  ...resolvedStratum,
});
