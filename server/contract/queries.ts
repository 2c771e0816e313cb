import { type Static, Type } from 'typebox';
import { AGE_BAND_PATTERN } from './age-bands.ts';
import {
  areaTypes,
  denominators,
  deprivationFifths,
  ethnicSchemes,
  figuresAsked,
  populationGroups,
  sexes,
} from './dimensions.ts';
import { idsOf } from './literals.ts';
import { PERIOD_PATTERN } from './periods.ts';

export const release = Type.Optional(
  Type.Integer({ minimum: 1, description: 'Answer as reported in this release; left out, the newest.' }),
);
/** What is made for demonstration is left out on request: rows, counts and sentences alike. */
export const figures = Type.Optional(
  idsOf(
    figuresAsked,
    'real: those figures alone that are not made for demonstration, and nothing counted or said of others; left out, all.',
  ),
);
export const since = Type.Optional(
  Type.String({
    pattern: '^([1-9]\\d{0,8}|\\d{4}-\\d{2}-\\d{2})$',
    description:
      'What to compare with: the number of an earlier release, or a day, such as that of a meeting, for the release that was public then; left out, the release before.',
  }),
);
export const period = Type.String({
  pattern: PERIOD_PATTERN,
  description:
    'A period: 2021, 2021-07-15 (as at), 2024-25, 2024-25-Q1, 2023--2025 (years pooled), 2024-M05 (a month), or latest: the newest period with a shown figure.',
});
export const CODE = Type.String({
  pattern: '^[A-Za-z0-9-]{1,20}$',
  description: 'The ONS code of an area, such as E09000001.',
});

/** Who a figure is about. A part left out takes the indicator's default stratum. */
export const stratumFields = {
  populationGroup: idsOf(populationGroups, 'One of the population groups of the indicator.'),
  ethnicScheme: idsOf(ethnicSchemes, 'The list that ethnicGroup belongs to.'),
  ethnicGroup: Type.String({ pattern: '^[a-z0-9-]{1,40}$', description: 'A group of the scheme, or all.' }),
  ageBand: Type.String({ pattern: AGE_BAND_PATTERN, description: 'An age band: 0-15, 80-plus, or all.' }),
  sex: idsOf(sexes, 'Sex.'),
  deprivation: idsOf(deprivationFifths, 'National deprivation fifth, 1 the most deprived.'),
  denominator: idsOf(denominators, 'The population counted among, where the indicator has two.'),
};

const strict = { additionalProperties: false };

export const releaseQuery = Type.Object({ release }, strict);
export type ReleaseQuery = Static<typeof releaseQuery>;

export const areasQuery = Type.Object(
  { release, type: Type.Optional(idsOf(areaTypes, 'The type of area; left out, all types.')) },
  strict,
);
export const boundariesParams = Type.Object({ type: idsOf(areaTypes, 'The type of area.') });
export const boundariesQuery = Type.Object(
  {
    release,
    edition: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9-]{1,40}$',
        description:
          'Edition of the boundaries, as replies name it: the year of an official list, or the word of another; left out, the newest held.',
      }),
    ),
  },
  strict,
);
export const indicatorParams = Type.Object({
  id: Type.String({ pattern: '^[a-z0-9-]{1,80}$', description: 'Id of the indicator.' }),
});

export const documentParams = Type.Object({
  kind: Type.String({ maxLength: 80, description: 'A kind of document.' }),
});

export const areaParams = Type.Object({ code: CODE });

export const indicatorAreasQuery = Type.Object(
  {
    release,
    areaType: Type.Optional(idsOf(areaTypes, 'The type of area; left out, ward where the indicator has it.')),
    period: Type.Optional(period),
    ...Type.Partial(Type.Object(stratumFields)).properties,
  },
  strict,
);
export type IndicatorAreasQuery = Static<typeof indicatorAreasQuery>;

const { areaType: _, ...ofOneAreaType } = indicatorAreasQuery.properties;
export const boroughsQuery = Type.Object(ofOneAreaType, strict);
export type BoroughsQuery = Static<typeof boroughsQuery>;

export const trendQuery = Type.Object(
  { release, area: Type.Optional(CODE), ...Type.Partial(Type.Object(stratumFields)).properties },
  strict,
);
export type TrendQuery = Static<typeof trendQuery>;

/** What a query came to once its missing parts were filled in; every reply echoes it. */
export const stratum = Type.Object({
  populationGroup: stratumFields.populationGroup,
  ethnicScheme: Type.Optional(stratumFields.ethnicScheme),
  ethnicGroup: stratumFields.ethnicGroup,
  ageBand: stratumFields.ageBand,
  sex: stratumFields.sex,
  deprivation: stratumFields.deprivation,
  denominator: Type.Optional(stratumFields.denominator),
});
export type Stratum = Static<typeof stratum>;

export const resolvedAreasQuery = Type.Object({
  indicator: indicatorParams.properties.id,
  areaType: idsOf(areaTypes, 'The type of area.'),
  period,
  ...stratum.properties,
});
export const resolvedBoroughsQuery = Type.Object({
  indicator: indicatorParams.properties.id,
  period,
  ...stratum.properties,
});
export const resolvedTrendQuery = Type.Object({
  indicator: indicatorParams.properties.id,
  area: CODE,
  ...stratum.properties,
});
