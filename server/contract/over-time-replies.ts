/** Replies of figures over every period held: of all areas of a type, and of the groups of one area. */

import { type Static, Type } from 'typebox';
import { dated } from './as-of.ts';
import { releaseNumber, text } from './described.ts';
import { periodKinds, polarities, units } from './dimensions.ts';
import { breakdownFacts, disparityArea, groupTerm } from './disparity-replies.ts';
import { missingEstimate, shownEstimate, withdrawnEstimate, withheldEstimate } from './estimate.ts';
import { idsOf } from './literals.ts';
import { meaningFields } from './meaning.ts';
import { resolvedAreasOverTimeQuery, resolvedGroupsOverTimeQuery } from './uptake-queries.ts';

const periodTerm = Type.Object({
  period: text('A period, as queries write it.'),
  label: text('The period in words.'),
});
export const periods = Type.Array(periodTerm, { description: 'Every period with figures, oldest first.' });
export type PeriodTerm = Static<typeof periodTerm>;

/** What every reply says of its figures. */
export const figureFacts = {
  unit: idsOf(units, 'Unit of the figures.'),
  decimals: Type.Integer({ description: 'Decimal places to show.' }),
  polarity: idsOf(polarities, 'Which direction is better.'),
  ageAdjusted: meaningFields.ageAdjusted,
  periodKind: idsOf(periodKinds, 'Whether periods overlap; cumulative figures are counts so far.'),
  roundedTo: Type.Union([Type.Integer(), Type.Null()], {
    description: 'What counts are rounded to the nearest of; null where they are not.',
  }),
};

const pointFields = { period: text('One of periods.') };
const point = Type.Union([
  Type.Object({ ...pointFields, ...shownEstimate.properties }),
  Type.Object({ ...pointFields, ...withheldEstimate.properties }),
  Type.Object({ ...pointFields, ...missingEstimate.properties }),
  Type.Object({ ...pointFields, ...withdrawnEstimate.properties }),
]);
export type OverTimePoint = Static<typeof point>;
const ofPeriods = 'One for each of the periods it is published for, oldest first.';
const points = Type.Array(point, { description: ofPeriods });

export const areasOverTimeReply = Type.Object({
  release: releaseNumber,
  ...dated,
  query: resolvedAreasOverTimeQuery,
  title: text('The title and the stratum in words.'),
  edition: text(
    'Edition of the boundaries the areas are drawn on, a year or a word, for /boundaries/{type}.',
  ),
  ...figureFacts,
  periods,
  breaks: Type.Array(Type.Number(), {
    description:
      'Boundaries between the classes of a map, lowest first, the same for every period: fifths of all values shown in any of them, the newest period counting as much as all before it together. A value equal to one is above it.',
  }),
  areas: Type.Array(
    Type.Object({ code: text('ONS code.'), name: text('Name.'), points }, { description: 'One area.' }),
    { description: 'Every area of the type with figures, by code.' },
  ),
  whole: Type.Object(
    { code: text('ONS code of the place.'), name: text('Its name.'), points },
    { description: 'The whole place; without points where it has no such figures.' },
  ),
});
export type AreasOverTimeReply = Static<typeof areasOverTimeReply>;

const since = text('The period before.');
const newPeople = Type.Union(
  [
    Type.Object({
      status: Type.Literal('shown'),
      people: Type.Number({ description: 'The published count less that of the period before.' }),
      since,
      lowest: Type.Optional(Type.Number({ description: 'The fewest it may be, where counts are rounded.' })),
      highest: Type.Optional(Type.Number({ description: 'The most it may be, where counts are rounded.' })),
    }),
    Type.Object({
      status: Type.Literal('withheld', { description: 'Not shown to protect people.' }),
      since,
      reason: Type.Literal('fewer-than-eight', {
        description:
          'The two counts shown leave fewer than eight people, or nobody: which of them is not said, not even as a middle.',
      }),
    }),
  ],
  {
    description:
      'People counted since the period before. Only for everyone in an area and counts so far; left out where either count is withheld or missing.',
  },
);
export type NewPeople = Static<typeof newPeople>;

const wholeFields = { ...pointFields, new: Type.Optional(newPeople) };
const wholePoint = Type.Union([
  Type.Object({ ...wholeFields, ...shownEstimate.properties }),
  Type.Object({ ...wholeFields, ...withheldEstimate.properties }),
  Type.Object({ ...wholeFields, ...missingEstimate.properties }),
  Type.Object({ ...wholeFields, ...withdrawnEstimate.properties }),
]);
export type WholePoint = Static<typeof wholePoint>;

export const groupsOverTimeReply = Type.Object({
  release: releaseNumber,
  ...dated,
  query: resolvedGroupsOverTimeQuery,
  title: text('The title, the stratum and the area in words.'),
  area: disparityArea,
  ...figureFacts,
  breakdown: breakdownFacts,
  periods,
  groups: Type.Array(Type.Object({ ...groupTerm, points }), {
    description:
      'Every group, in the order of its scheme. Groups may be published for fewer periods than everyone.',
  }),
  unknown: Type.Union([Type.Object({ points }), Type.Null()], {
    description: 'People of unknown ethnicity; null where nobody is counted as such.',
  }),
  whole: Type.Object(
    { points: Type.Array(wholePoint, { description: ofPeriods }) },
    { description: 'Everyone in the area; without points where there is no such figure.' },
  ),
});
export type GroupsOverTimeReply = Static<typeof groupsOverTimeReply>;
