/** Statistical process control: one indicator in one area over time, read as boards in the NHS read it. */

import { type Static, Type } from 'typebox';
import { dated } from './as-of.ts';
import { oneOf, releaseNumber, text } from './described.ts';
import { controlChartChanges, spcAssurances, spcMeanings, spcRules } from './dimensions.ts';
import { estimate } from './estimate.ts';
import { idsOf } from './literals.ts';
import { resolvedTrendQuery } from './queries.ts';

const variation = {
  meaning: idsOf(
    spcMeanings,
    'Ordinary variation, or a special cause; good or bad where the indicator says.',
  ),
  rule: idsOf(spcRules, 'The first rule it breaks.'),
  side: oneOf(['none', 'high', 'low'], 'The side it breaks it on.'),
};

const limits = (description: string) =>
  Type.Union(
    [
      Type.Object({
        lower: Type.Number({ description: 'Lower process limit.' }),
        upper: Type.Number({ description: 'Upper process limit.' }),
      }),
      Type.Null(),
    ],
    { description },
  );

const phase = Type.Object({
  from: text('Its first period.'),
  fromLabel: text('The same in words.'),
  to: text('Its last period.'),
  toLabel: text('The same in words.'),
  figures: Type.Integer({ description: 'How many of its periods have a figure.' }),
  isProvisional: Type.Boolean({
    description: 'True with fewer than 13 figures: its limits are not yet reliable.',
  }),
  mean: Type.Number({ description: 'Its mean.' }),
  limits: limits('Its process limits; null where no figure differs from the one before it.'),
  begunBy: Type.Union(
    [
      Type.Object({
        id: text('Id of the event, in the document of events.'),
        date: text('The day of the event.'),
        title: text('The event in a few words.'),
        change: idsOf(controlChartChanges, 'Whether it is a step change or a baseline.'),
        reason: text('Why, as it was recorded.'),
        synthetic: Type.Boolean({ description: 'True where the event is made for demonstration.' }),
      }),
      Type.Null(),
    ],
    { description: 'The recorded event that began it or fixed its limits; null where there is none.' },
  ),
});

const target = Type.Object({
  id: text('Id of the target, in the document of targets.'),
  title: text('The target in a few words.'),
  value: Type.Number({ description: 'The value aimed for.' }),
  due: Type.Optional(text('By when; left out where it holds at all times.')),
  source: text('Who set it, and where.'),
  synthetic: Type.Boolean({ description: 'True where the target is made for demonstration.' }),
});

export const spcReply = Type.Object({
  release: releaseNumber,
  ...dated,
  query: resolvedTrendQuery,
  title: text('The title, the area and the stratum in words.'),
  points: Type.Array(
    Type.Object({
      period: text('A period, as queries write it.'),
      label: text('The period in words.'),
      estimate,
      ...variation,
    }),
    { description: 'Every separate period held, oldest first.' },
  ),
  mean: Type.Number({ description: 'Mean of the newest phase.' }),
  limits: limits('Process limits of the newest phase; null where no figure differs from the one before it.'),
  phases: Type.Array(phase, {
    description:
      'Parts of the chart with a mean and limits of their own, oldest first; one where nothing is recorded.',
  }),
  variation: Type.Object(
    { period: text('The period of the newest figure.'), ...variation },
    { description: 'What the newest figure tells.' },
  ),
  target: Type.Union([target, Type.Null()], { description: 'Null where none is set for this figure.' }),
  assurance: idsOf(spcAssurances, 'Whether the target will be reached if nothing changes.'),
  sentences: Type.Array(Type.String(), {
    description:
      'Variation and assurance in words; from figures made for demonstration only that no finding is drawn.',
  }),
  differs: Type.Optional(
    text('Why it differs from the headline verdict on change, in a sentence; left out where it does not.'),
  ),
  method: text('How mean and limits are computed.'),
});
export type SpcReply = Static<typeof spcReply>;
export type SpcPoint = SpcReply['points'][number];
export type SpcPhase = SpcReply['phases'][number];
