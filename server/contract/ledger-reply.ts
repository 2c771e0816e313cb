/** Commitments to narrow gaps, each with the gap then and now and where it stands. */
import { type Static, Type } from 'typebox';
import { answerFields } from './answer.ts';
import { asOf } from './as-of.ts';
import { releaseNumber, text } from './described.ts';
import { bases, breakdowns, courses, ethnicSchemes, polarities, units } from './dimensions.ts';
import { disparityArea } from './disparity-replies.ts';
import { measured } from './gap.ts';
import { idsOf } from './literals.ts';

const gapThen = (description: string) =>
  Type.Union(
    [
      Type.Object({
        period: text('The period.'),
        label: text('The period in words.'),
        difference: measured('Group less reference, in the unit of the indicator.'),
        people: Type.Optional(measured('People behind the gap.')),
        basis: idsOf(bases, 'The less real of the two figures compared.'),
        ...answerFields,
      }),
      Type.Null(),
    ],
    { description },
  );

const entry = Type.Object({
  id: text('Id of the commitment.'),
  words: text('The commitment, as it was made.'),
  owner: text('Who answers for it.'),
  due: text('By when, as a date.'),
  source: text('Who says so, and where.'),
  synthetic: Type.Boolean({ description: 'True where the commitment is made for demonstration.' }),
  indicator: text('Id of the indicator.'),
  title: text('The indicator and the stratum in words.'),
  unit: idsOf(units, 'Unit of the figures.'),
  decimals: Type.Integer({ description: 'Decimal places to show.' }),
  polarity: idsOf(polarities, 'Which direction is better.'),
  ageAdjusted: Type.Union([Type.Boolean(), Type.Null()], {
    description:
      'Whether the gaps are adjusted for age; false where they depend on age and are not, null where age hardly matters.',
  }),
  by: idsOf(breakdowns, 'What the groups are.'),
  ethnicScheme: Type.Optional(idsOf(ethnicSchemes, 'The scheme of the ethnic groups.')),
  group: text('The group whose gap it is about.'),
  groupLabel: text('The group in words.'),
  reference: text('What it is held against: rest, largest, best or the code of a group.'),
  referenceLabel: text('The same in words.'),
  area: disparityArea,
  baseline: gapThen('The gap the commitment starts from; null where there is no such figure.'),
  current: gapThen(
    'The first gap of the due date or after; until there is one, that of the newest period; null where there is no such figure.',
  ),
  target: Type.Number({ description: 'The gap aimed for, sign kept.' }),
  expected: Type.Optional(
    Type.Number({
      description:
        'The gap on a straight line from the baseline to the target at the end of the newest period; left out where the target itself decides.',
    }),
  ),
  status: idsOf(courses, 'Where it stands.'),
  reading: text('Why, in a sentence.'),
});
export type LedgerEntry = Static<typeof entry>;

export const ledgerReply = Type.Object({
  release: releaseNumber,
  asOf,
  query: Type.Object({}, { description: 'Nothing but the release can be asked for.' }),
  synthetic: Type.Boolean({ description: 'True where any commitment is made for demonstration.' }),
  rule: text('How a status is told from a gap and its interval.'),
  commitments: Type.Array(entry, { description: 'In the order of the document.' }),
});
export type LedgerReply = Static<typeof ledgerReply>;
