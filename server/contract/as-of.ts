/** The day a reply speaks from, and the days its figures are of. */
import { Type } from 'typebox';

export const asOf = Type.String({
  description:
    'The day the reply speaks from: today, or where a release was asked for by number the day it was published. Ages of figures and dates due are counted from it.',
});

/** What a reply about one indicator carries, so that whoever reads it counts the same age. */
export const dated = {
  asOf,
  dates: Type.Optional(
    Type.Record(Type.String(), Type.String(), {
      description:
        'Of figures made of sources of two dates, both dates in words, by period: they stand in place of the period and its age.',
    }),
  ),
};
