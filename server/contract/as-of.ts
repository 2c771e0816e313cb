/** The day a reply speaks from, and the days its figures are of. */
import { Type } from 'typebox';

export const asOf = Type.String({
  description:
    'The day the reply speaks from: today, or where a release was asked for by number the day it was published. Ages of figures and dates due are counted from it.',
});

/** What a reply about one indicator carries, so that whoever reads it counts the same age. */
export const dated = {
  asOf,
  measuredOn: Type.Optional(
    Type.Record(Type.String(), Type.String(), {
      description:
        'Where a period stands for one day of it, that day by period: the Census of 2021 counted 21 March 2021. Ages are counted from it; left out, from the end of a period.',
    }),
  ),
};
