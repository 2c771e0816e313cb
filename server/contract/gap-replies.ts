/** Replies about gaps over many areas, and over many indicators. */

import { type Static, Type } from 'typebox';
import { dated } from './as-of.ts';
import { releaseNumber, text } from './described.ts';
import { aims, bases, fifthKinds, polarities, populationGroups, units } from './dimensions.ts';
import { resolvedGapsQuery, resolvedOverviewQuery } from './disparity-queries.ts';
import { breakdownFacts, counted, disparityArea, groupTerm, standardisation } from './disparity-replies.ts';
import {
  age,
  estimate,
  missingEstimate,
  shownEstimate,
  withdrawnEstimate,
  withheldEstimate,
} from './estimate.ts';
import { gap, gapComparison } from './gap.ts';
import { indicatorsByAreaType, indicatorsByBreakdown } from './held-breakdowns.ts';
import { idsOf } from './literals.ts';
import { meaningFields } from './meaning.ts';
import { opening } from './opening.ts';

const areaFields = { code: text('ONS code.'), name: text('Name.'), gap };
const areaGap = Type.Union([
  Type.Object({ ...areaFields, ...shownEstimate.properties }),
  Type.Object({ ...areaFields, ...withheldEstimate.properties }),
  Type.Object({ ...areaFields, ...missingEstimate.properties }),
  Type.Object({ ...areaFields, ...withdrawnEstimate.properties }),
]);
export type AreaGap = Static<typeof areaGap>;

export const gapsReply = Type.Object({
  release: releaseNumber,
  ...dated,
  query: resolvedGapsQuery,
  title: text('What is mapped, the group and the period in words.'),
  edition: text(
    'Edition of the boundaries the areas are drawn on, a year or a word, for /boundaries/{type}.',
  ),
  unit: idsOf(units, 'Unit of the figures; differences are in percentage points.'),
  decimals: Type.Integer({ description: 'Decimal places to show.' }),
  polarity: idsOf(polarities, 'Which direction is better.'),
  ...meaningFields,
  counted,
  breakdown: breakdownFacts,
  group: Type.Object(groupTerm),
  areas: Type.Array(areaGap, {
    description: 'The group in each area of the type, with its gap, by code.',
  }),
  whole: Type.Union([estimate, Type.Null()], { description: 'The group in the whole place.' }),
  breaks: Type.Array(Type.Number(), {
    description: 'Boundaries between the classes of the map, of the measure asked for, lowest first.',
  }),
  comparison: gapComparison,
});
export type GapsReply = Static<typeof gapsReply>;

const cell = Type.Object({
  ...groupTerm,
  estimate,
  gap,
  crude: Type.Optional(
    Type.Object(
      { estimate, gap },
      {
        description:
          'The same before it was adjusted for age, where the figure and its gap are age-standardised.',
      },
    ),
  ),
});
export type DisparityCell = Static<typeof cell>;

const overviewRow = Type.Object({
  indicator: text('Id of the indicator.'),
  title: text('The title and the stratum in words.'),
  shortTitle: text('The indicator in a few words.'),
  aim: idsOf(aims, 'The aim of the partnership it serves.'),
  populationGroup: idsOf(populationGroups, 'The population group the row is about.'),
  unit: idsOf(units, 'Unit of the figures.'),
  decimals: Type.Integer({ description: 'Decimal places to show.' }),
  polarity: idsOf(polarities, 'Which direction is better.'),
  ...meaningFields,
  counted,
  period: text('The period of every figure in the row.'),
  periodLabel: text('The period in words, with its age where that is three years or more.'),
  age,
  fifths: Type.Optional(idsOf(fifthKinds, 'Which areas the fifths of this row rank.')),
  basis: Type.Array(idsOf(bases, 'A basis.'), { description: 'The bases of the figures in the row.' }),
  standardisation,
  cells: Type.Array(cell, {
    description:
      'One per group, in the order of groups. Where the crude figures are not adjusted for age and age-standardised ones can be had, it is those: `ageAdjusted` is then true.',
  }),
});
export type OverviewRow = Static<typeof overviewRow>;

export const disparityOverviewReply = Type.Object({
  release: releaseNumber,
  query: resolvedOverviewQuery,
  title: text('What is shown, in words.'),
  area: disparityArea,
  breakdown: breakdownFacts,
  held: indicatorsByBreakdown,
  heldIn: indicatorsByAreaType,
  opening,
  groups: Type.Array(Type.Object(groupTerm), { description: 'The columns.' }),
  indicators: Type.Array(overviewRow, { description: 'The rows, by aim.' }),
  comparison: Type.Object(gapComparison.properties, {
    description:
      'Of the real figures of outcomes and services: causes and context are described, in no count.',
  }),
  synthetic: Type.Object(
    {
      compared: Type.Integer({ description: 'How many gaps of synthetic figures were tested.' }),
      expectedByChance: Type.Number({ description: 'How many of them uncorrected tests would flag.' }),
    },
    {
      description: 'Made-up figures are judged apart, so that they weigh on no real verdict.',
    },
  ),
  largest: Type.Array(
    Type.Object({
      indicator: text('Id of the indicator.'),
      group: groupTerm.group,
      comparison: text('Id of the comparison: its cell has the answer.'),
      reading: text('The gap in one sentence.'),
    }),
    {
      description:
        'The largest proven gaps by percentage points: verdict worse, from real figures only, at most ten.',
    },
  ),
});
export type DisparityOverviewReply = Static<typeof disparityOverviewReply>;
