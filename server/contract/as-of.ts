/** The day a reply speaks from. */
import { Type } from 'typebox';

export const asOf = Type.String({
  description:
    'The day the reply speaks from: today, or where a release was asked for by number the day it was published. Ages of figures and dates due are counted from it.',
});
