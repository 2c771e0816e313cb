/** Replies about the groups of one indicator in one area. */

import { type Static, type TSchema, Type } from 'typebox';
import { answerAbout, answerFields } from './answer.ts';
import { dated } from './as-of.ts';
import { releaseNumber, text } from './described.ts';
import {
  areaTypes,
  breakdowns,
  countedNouns,
  ethnicSchemes,
  fifthKinds,
  gapTrends,
  polarities,
  summaryMeasures,
  units,
} from './dimensions.ts';
import { resolvedDisparitiesQuery, resolvedGapTrendQuery } from './disparity-queries.ts';
import { estimate, missingEstimate, shownEstimate, withdrawnEstimate, withheldEstimate } from './estimate.ts';
import { gap, gapComparison, measured } from './gap.ts';
import { idsOf } from './literals.ts';
import { meaningFields } from './meaning.ts';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const percent = (description: string) => nullable(Type.Number(), description);

export const disparityArea = Type.Object({
  code: text('ONS code.'),
  name: text('Name.'),
  type: idsOf(areaTypes, 'The type of area.'),
});

export const groupTerm = {
  group: text('Code of the group within its scheme, or the number of the fifth.'),
  label: text('The group in words.'),
};

export const counted = idsOf(
  countedNouns,
  'What the figures count: a gap of households is so many households, not people.',
);

/** What the groups are, named wherever they are shown. */
export const breakdownFacts = Type.Object({
  by: idsOf(breakdowns, 'What the groups are.'),
  label: text('The scheme of the ethnic groups, or which areas the fifths rank.'),
  ethnicScheme: Type.Optional(idsOf(ethnicSchemes, 'The scheme.')),
  fifths: Type.Optional(idsOf(fifthKinds, 'Which areas the fifths rank.')),
  description: text('How the groups come about, in a sentence.'),
  ordered: Type.Boolean({ description: 'True for fifths of deprivation, from the most deprived on.' }),
});

const standardised = Type.Object(
  {
    value: Type.Number({ description: 'The figure the group would have with the ages of the standard.' }),
    lower95: Type.Number({ description: 'Lower 95% limit.' }),
    upper95: Type.Number({ description: 'Upper 95% limit.' }),
    difference: Type.Optional(measured('Group less reference, both age-standardised.')),
    ...answerFields,
  },
  { description: 'The group with the ages of the European Standard Population.' },
);

export const standardisation = Type.Object({
  available: Type.Boolean({ description: 'Whether age-standardised figures stand beside the crude ones.' }),
  reason: text('The standard and the ages used, or why there are none.'),
  disagrees: Type.Boolean({
    description: 'True where the two differ in a verdict or in the order of the groups.',
  }),
  reading: text(
    'What age does to the gaps, in a sentence; empty where not available or where figures are synthetic.',
  ),
});

const groupFields = {
  ...groupTerm,
  populationShare: percent('The group as a percentage of all counted in the area.'),
  affectedShare: percent(
    'The group as a percentage of those affected (see affected); null where nobody is, of what is neither good nor bad.',
  ),
  gap,
  bounds: Type.Optional(
    Type.Object(
      { lower: Type.Number({ description: 'Lowest.' }), upper: Type.Number({ description: 'Highest.' }) },
      {
        description:
          'Between which values the figure of the group must lie, whoever the people of unknown ethnicity are.',
      },
    ),
  ),
  standardised: Type.Optional(standardised),
};
const disparityGroup = Type.Union([
  Type.Object({ ...groupFields, ...shownEstimate.properties }),
  Type.Object({ ...groupFields, ...withheldEstimate.properties }),
  Type.Object({ ...groupFields, ...missingEstimate.properties }),
  Type.Object({ ...groupFields, ...withdrawnEstimate.properties }),
]);
export type DisparityGroup = Static<typeof disparityGroup>;

const summary = Type.Object({
  measure: idsOf(summaryMeasures, 'The measure.'),
  label: text('Its name.'),
  unit: text('Its unit: percentage points, times, %, or what else it is in.'),
  value: Type.Number({ description: 'The measure; its sign is kept.' }),
  lower95: Type.Optional(Type.Number({ description: 'Lower 95% limit.' })),
  upper95: Type.Optional(Type.Number({ description: 'Upper 95% limit.' })),
  reading: text('What it says, in one sentence; of synthetic figures the number with its limits alone.'),
});
export type Summary = Static<typeof summary>;

const unknown = Type.Object(
  {
    estimate,
    populationShare: percent('People of unknown ethnicity as a percentage of the people counted.'),
    affectedShare: percent('The same among the people affected.'),
    trend: Type.Array(
      Type.Object({
        period: text('A period, as queries write it.'),
        label: text('The period in words.'),
        populationShare: percent('Their share of the people counted; null where it is not shown.'),
      }),
      { description: 'Oldest first.' },
    ),
    reading: text(
      'How much is unknown and what that does to the figures, in a sentence; empty where figures are synthetic.',
    ),
  },
  { description: 'People whose ethnicity was not recorded.' },
);

export const disparitiesReply = Type.Object({
  release: releaseNumber,
  ...dated,
  query: resolvedDisparitiesQuery,
  title: text('The title, the stratum, the area and the period in words.'),
  area: disparityArea,
  unit: idsOf(units, 'Unit of the figures.'),
  decimals: Type.Integer({ description: 'Decimal places to show.' }),
  polarity: idsOf(polarities, 'Which direction is better.'),
  ...meaningFields,
  breakdown: breakdownFacts,
  counted,
  affected: text('Who is meant by those affected; empty where nobody is, of what is neither good nor bad.'),
  groups: Type.Array(disparityGroup, {
    description: 'Every group of the breakdown, in the order of its scheme; unknown ethnicity stands apart.',
  }),
  whole: nullable(estimate, 'Everyone in the area; null where there is no such figure.'),
  comparison: gapComparison,
  summary: Type.Array(summary, { description: 'Measures over all groups that fit this kind of groups.' }),
  refused: Type.Array(
    Type.Object({
      measure: idsOf(summaryMeasures, 'The measure.'),
      label: text('Its name.'),
      reason: text('Why it is not given here.'),
    }),
    { description: 'Measures that would mislead here, with the reason.' },
  ),
  coverage: nullable(
    Type.Object({
      people: Type.Number({ description: 'People in the groups shown.' }),
      share: Type.Number({ description: 'The same as a percentage of everyone in the area.' }),
      enough: Type.Boolean({ description: 'Whether that is enough for a measure over groups (90%).' }),
    }),
    'How many people the summary measures speak for; null where no counts are published.',
  ),
  unknown: nullable(
    unknown,
    'Null where the groups are not ethnic, or nobody of unknown ethnicity is counted.',
  ),
  unknownReason: Type.Optional(text('Why nothing is said of unknown ethnicity, where it is null.')),
  standardisation,
  notes: Type.Array(Type.String(), { description: 'What to keep in mind with these groups, in sentences.' }),
});
export type DisparitiesReply = Static<typeof disparitiesReply>;

const gapPoint = Type.Object({
  period: text('A period, as queries write it.'),
  label: text('The period in words.'),
  estimate,
  difference: Type.Optional(measured('Group less reference in the period, in percentage points.')),
  ratio: Type.Optional(measured('Group over reference in the period.')),
  people: Type.Optional(measured('People behind the gap in the period.')),
  reference: Type.Optional(Type.Number({ description: 'The figure of the reference in the period.' })),
});
export type GapPoint = Static<typeof gapPoint>;

const gapTrend = Type.Object({
  ...answerAbout,
  verdict: idsOf(gapTrends, 'Where the gap is going.'),
  test: text('The test, or why there is none.'),
  from: Type.Optional(text('The period compared with.')),
  to: Type.Optional(text('The period compared.')),
  change: Type.Optional(measured('The gap at the end less the gap at the start, in percentage points.')),
  p: Type.Optional(Type.Number({ description: 'Two-sided p-value before correction.' })),
  reading: text('The same in a sentence; empty where figures are synthetic.'),
});
export type GapTrendResult = Static<typeof gapTrend>;

export const gapTrendReply = Type.Object({
  release: releaseNumber,
  query: resolvedGapTrendQuery,
  title: text('The title, the stratum and the area in words.'),
  area: disparityArea,
  unit: idsOf(units, 'Unit of the figures.'),
  decimals: Type.Integer({ description: 'Decimal places to show.' }),
  polarity: idsOf(polarities, 'Which direction is better.'),
  counted,
  breakdown: breakdownFacts,
  groups: Type.Array(
    Type.Object({
      ...groupTerm,
      isReference: Type.Boolean({ description: 'True where the group is the reference in every period.' }),
      points: Type.Array(gapPoint, { description: 'Oldest first.' }),
      trend: gapTrend,
    }),
  ),
  comparison: gapComparison,
});
export type GapTrendReply = Static<typeof gapTrendReply>;
