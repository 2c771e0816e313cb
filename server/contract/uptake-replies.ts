/** Replies about uptake: where people are still to be reached, and when a share was reached. */

import { type Static, Type } from 'typebox';
import { answerFields } from './answer.ts';
import { dated } from './as-of.ts';
import { count, number, releaseNumber, text } from './described.ts';
import { bases, milestoneStatuses, reachTargets } from './dimensions.ts';
import { breakdownFacts, counted, disparityArea, groupTerm } from './disparity-replies.ts';
import { estimate } from './estimate.ts';
import { gapComparison, measured } from './gap.ts';
import { idsOf } from './literals.ts';
import { figureFacts, periods } from './over-time-replies.ts';
import { resolvedMilestonesQuery, resolvedReachQuery } from './uptake-queries.ts';

const area = Type.Object({ code: text('ONS code.'), name: text('Name.') });

const reachRow = Type.Object({
  area,
  ...groupTerm,
  estimate,
  needed: measured(
    'People of the group needed to reach the target, with 95% limits; a limit below zero says that the group may be there already. From published counts.',
  ),
  difference: measured('The figure less the target, in percentage points.'),
  ...answerFields,
  p: Type.Optional(
    number('Two-sided p-value before correction; at the least favourable counts where they are rounded.'),
  ),
  basis: idsOf(bases, 'The less real of the figure and the target.'),
  notes: Type.Optional(
    Type.Array(Type.String(), { description: 'Notes that belong beside this row, in sentences.' }),
  ),
});
export type ReachRow = Static<typeof reachRow>;

const counts = {
  listed: count('Groups short of the target.'),
  reached: count('Groups at the target or better: not listed.'),
  withheld: count('Groups whose figures are withheld: they may need people too.'),
  missing: count('Groups without a figure.'),
  nobody: count('Groups with nobody to count.'),
  notCompared: count('Groups with a figure that cannot be held against the target.'),
};
const reachCounts = Type.Object(counts, { description: 'What became of every group of every area.' });
export type ReachCounts = Static<typeof reachCounts>;

const reachReference = Type.Object({
  kind: idsOf(reachTargets, 'What people are counted up to.'),
  label: text('The target in words.'),
  value: Type.Optional(
    number('The target, in percent; left out where the figure of the place is not shown.'),
  ),
  lower95: Type.Optional(number('Lower 95% limit, of the place.')),
  upper95: Type.Optional(number('Upper 95% limit, of the place.')),
  numerator: Type.Optional(number('People counted in the place.')),
  denominator: Type.Optional(number('People they are counted among.')),
  basis: Type.Optional(idsOf(bases, 'The basis of the figure of the place.')),
  reason: Type.Optional(text('Why there is no target, where there is none.')),
});
export type ReachReference = Static<typeof reachReference>;

export const reachReply = Type.Object({
  release: releaseNumber,
  ...dated,
  query: resolvedReachQuery,
  title: text('The title, the stratum and the period in words.'),
  ...figureFacts,
  counted,
  breakdown: breakdownFacts,
  periodLabel: text('The period in words.'),
  reference: reachReference,
  rows: Type.Array(reachRow, {
    description: 'Groups of areas short of the target, those that need most people first.',
  }),
  unknown: Type.Array(reachRow, {
    description: 'The same of people of unknown ethnicity, in no sum; empty where there are none.',
  }),
  notCompared: Type.Array(
    Type.Object({ area, ...groupTerm, estimate, ...answerFields, reason: text('Why it is not compared.') }),
    {
      description:
        'Figures shown that cannot be held against the target: above 100%, without counts, or without a target.',
    },
  ),
  needed: number('People needed over all rows listed; of those withheld nobody knows.'),
  counts: reachCounts,
  unknownCounts: Type.Object(counts, { description: 'The same for people of unknown ethnicity.' }),
  areas: Type.Array(
    Type.Object({
      ...area.properties,
      needed: number('People needed over the rows listed of the area.'),
      counts: reachCounts,
    }),
    { description: 'Every area, those that need most people first.' },
  ),
  comparison: gapComparison,
});
export type ReachReply = Static<typeof reachReply>;

const moment = Type.Object({
  period: text('The period, as queries write it.'),
  label: text('The period in words.'),
  weeks: number('Weeks from when eligibility opened to the end of the period.'),
});
export type Moment = Static<typeof moment>;
const maybeMoment = (description: string) => Type.Union([moment, Type.Null()], { description });

const milestone = Type.Object({
  share: count('The share, in percent.'),
  status: idsOf(milestoneStatuses, 'Whether it was reached.'),
  reached: maybeMoment('The first period with at least that share; null where there is none.'),
  earliest: maybeMoment('The first period whose upper 95% limit reaches it.'),
  latest: maybeMoment('The first period whose lower 95% limit reaches it; null where none does yet.'),
  weeksBehind: Type.Union([Type.Number(), Type.Null()], {
    description:
      'Weeks after the whole place, on the same dates; below zero where before it. Null where either has not reached it.',
  }),
  reason: Type.Optional(text('Why it is not reached or cannot be told, or what to keep in mind.')),
});
export type Milestone = Static<typeof milestone>;
const milestones = Type.Array(milestone, { description: 'One for each share, lowest first.' });

const eligibility = Type.Object(
  {
    date: text('The day weeks are counted from.'),
    label: text('What began on it, in words.'),
    event: Type.Optional(text('Id of the event that says so; left out where it is the first period.')),
    synthetic: Type.Optional(Type.Boolean({ description: 'True where the event is illustrative.' })),
  },
  { description: 'When eligibility opened: an event where there is one, else the first period.' },
);
export type Eligibility = Static<typeof eligibility>;

export const milestonesReply = Type.Object({
  release: releaseNumber,
  query: resolvedMilestonesQuery,
  title: text('The title, the stratum and the area in words.'),
  area: disparityArea,
  ...figureFacts,
  breakdown: breakdownFacts,
  periods,
  basis: Type.Array(idsOf(bases, 'A basis.'), { description: 'The bases of the figures behind it.' }),
  eligibility,
  groups: Type.Array(Type.Object({ ...groupTerm, milestones }), {
    description: 'Every group, in the order of its scheme.',
  }),
  unknown: Type.Union([Type.Object({ milestones }), Type.Null()], {
    description: 'People of unknown ethnicity; null where nobody is counted as such.',
  }),
  whole: Type.Object({ milestones }, { description: 'Everyone in the area.' }),
  place: Type.Object(
    { ...area.properties, milestones },
    { description: 'Everyone in the whole place, on the dates of the groups: what weeks behind refer to.' },
  ),
});
export type MilestonesReply = Static<typeof milestonesReply>;
