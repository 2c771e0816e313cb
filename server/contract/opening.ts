/** The few lines a page opens with: what a reader should know before the rest is unfolded. */
import { type Static, Type } from 'typebox';
import { openingTopics } from './dimensions.ts';
import { idsOf } from './literals.ts';

/** More than this is not read before a meeting. */
export const MOST_LINES = 7;

const openingLine = Type.Object({
  topic: idsOf(openingTopics, 'What the line is about.'),
  text: Type.String({ description: 'One sentence, written from real figures only.' }),
  row: Type.Union([Type.String(), Type.Null()], {
    description:
      'The row it speaks of: the indicator, its population group and, where it is not everyone’s, its sex, with dots between; of gaps the indicator alone. Null where it speaks of no single row.',
  }),
});
export type OpeningLine = Static<typeof openingLine>;

export const opening = Type.Array(openingLine, {
  maxItems: MOST_LINES,
  description:
    'What to know first: what is worse, off target, better, higher or lower where neither is good, otherwise once age is allowed for, not beyond chance, and not known, at most seven lines; within a topic figures of three or more years ago come last, and of each the widest difference comes first, relative to the figure it is of. Where there is more to say, the last line counts it and leads to the first of it.',
});
