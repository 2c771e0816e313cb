/** The place among the boroughs it is compared with: where its figure stands, and what nobody tested. */
import { type Static, Type } from 'typebox';
import { dated } from './as-of.ts';
import { count, number, oneOf, releaseNumber, text } from './described.ts';
import { boroughEstimate } from './estimate.ts';
import { resolvedBoroughsQuery } from './queries.ts';

const position = Type.Object({
  from: oneOf(['highest', 'lowest'], 'The end that is nearer, which the position is counted from.'),
  at: count('Its number from that end, 1 being the end itself; those level with it share the number.'),
  level: count('How many others have the same figure, as it is written.'),
  of: count('How many have a figure, the place among them.'),
  words: text('The same in words: "9th highest of 32 London boroughs with a figure".'),
});
export type Position = Static<typeof position>;

export const boroughsReply = Type.Object({
  release: releaseNumber,
  ...dated,
  query: resolvedBoroughsQuery,
  title: text('The title, the stratum and the period in words.'),
  plural: text('What the place and the others are together: "London boroughs".'),
  boroughs: Type.Array(boroughEstimate, {
    description:
      'The place and the others, by code; those without a figure too. Empty where no other has one in the period. Where the source publishes limits and no counts, they are as published.',
  }),
  position: Type.Union([position, Type.Null()], {
    description:
      'Where the place stands among those with a figure. It is not tested: the order alone may be chance.',
  }),
  withoutPosition: Type.Optional(text('Why there is no position, in a sentence.')),
  median: Type.Union([number('The median, in the unit.'), Type.Null()], {
    description:
      'Of those with a figure, the place among them, each counted once: not the figure of the region. Null where there is no position either.',
  }),
  medianWords: Type.Optional(text('The median, of how many, and what it is not, in a sentence.')),
  peersChosen: Type.Optional(
    Type.Object(
      { words: text('In a sentence.'), url: Type.Optional(text('Who says so.')) },
      { description: 'How those most like the place were chosen.' },
    ),
  ),
});
export type BoroughsReply = Static<typeof boroughsReply>;
