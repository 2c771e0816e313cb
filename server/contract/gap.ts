/** One group against its reference: a first-class result, with interval, verdict and sign. */
import { type Static, Type } from 'typebox';
import { answerFields } from './answer.ts';
import { text } from './described.ts';
import { bases, gapDirections } from './dimensions.ts';
import { idsOf } from './literals.ts';

/** A figure worked out over groups, with its 95% interval where one exists. */
const measuredFields = {
  value: Type.Number({ description: 'The figure.' }),
  lower95: Type.Optional(Type.Number({ description: 'Lower 95% limit.' })),
  upper95: Type.Optional(Type.Number({ description: 'Upper 95% limit.' })),
};
export const measured = (description: string) => Type.Object(measuredFields, { description });
export type Measured = Static<ReturnType<typeof measured>>;

const gapReference = Type.Object(
  {
    label: text('What the group is compared with, in words.'),
    ...measuredFields,
    numerator: Type.Optional(Type.Number({ description: 'People counted in the reference.' })),
    denominator: Type.Optional(Type.Number({ description: 'People they are counted among.' })),
  },
  { description: 'The figure compared with, in the unit of the indicator.' },
);

export const gap = Type.Object({
  direction: idsOf(gapDirections, 'What the test found, whether or not high is good.'),
  ...answerFields,
  isReference: Type.Boolean({ description: 'True where the group is the reference itself.' }),
  reference: Type.Optional(gapReference),
  difference: Type.Optional(
    measured('Group less reference, in the unit of the indicator (percentages: points; Newcombe).'),
  ),
  ratio: Type.Optional(
    measured('Group over reference (log interval); left out where either has none with the outcome.'),
  ),
  fromAverage: Type.Optional(
    measured(
      'Group less the average of everyone in the area, in percentage points: the difference from the rest times the share of the rest.',
    ),
  ),
  people: Type.Optional(
    measured(
      'People behind the gap: how many more of the group would have the good outcome at the level of the reference; below zero where the group does better. Left out where neither high nor low is better.',
    ),
  ),
  p: Type.Optional(
    Type.Number({
      description:
        'Two-sided p-value before correction; at the least favourable counts where counts are rounded.',
    }),
  ),
  basis: Type.Optional(idsOf(bases, 'The less real of the two figures compared.')),
  notes: Type.Optional(
    Type.Array(Type.String(), { description: 'Notes that belong beside this gap, in sentences.' }),
  ),
});
export type Gap = Static<typeof gap>;

/** What the reader must know of the verdicts of one reply. */
export const gapComparison = Type.Object({
  against: text('What each group is compared with.'),
  test: text('The test behind the verdicts, or why there is none.'),
  compared: Type.Integer({ description: 'How many gaps of this reply were tested.' }),
  expectedByChance: Type.Number({
    description: 'How many uncorrected tests at 5% would flag by chance alone.',
  }),
  roundedTo: Type.Union([Type.Integer(), Type.Null()], {
    description:
      'What counts are rounded to the nearest of; verdicts then hold at the least favourable true counts. Null where counts are not rounded.',
  }),
});
export type GapComparisonFacts = Static<typeof gapComparison>;
