/** What the figures of an indicator are about, and how they may be read; the same fields wherever figures are shown. */
import { type Static, Type } from 'typebox';
import { countedNouns, kinds } from './dimensions.ts';
import { idsOf } from './literals.ts';

export const meaningFields = {
  kind: idsOf(
    kinds,
    'What it is about. Only outcomes and services are better or worse; determinants are higher or lower; context is not judged.',
  ),
  counted: Type.Union([idsOf(countedNouns, 'What is counted, in the plural.'), Type.Null()], {
    description:
      'What is counted and counted among; null where nothing is: an index, a mean number of years.',
  }),
  ageAdjusted: Type.Union([Type.Boolean(), Type.Null()], {
    description:
      'Whether the figure is adjusted for age. One that is not is higher or lower, never better or worse; null where age alone does not make it high or low; of a definition, `unadjustedAges` names the age bands where it does.',
  }),
  scaleNote: Type.Union([Type.String(), Type.Null()], {
    description: 'What high means; null where the unit says it.',
  }),
  scaleReversed: Type.Boolean({
    description: 'True where the lowest figure has most of what is measured: lists and shades begin with it.',
  }),
  scaleFirst: Type.Union([Type.String(), Type.Null()], {
    description:
      'What the end that lists begin with is called, such as "most deprived"; null where "lowest" or "highest" says it.',
  }),
  caution: Type.Union([Type.String(), Type.Null()], {
    description: 'What must be read beside every sentence about it; null where nothing must.',
  }),
  isOfAreas: Type.Boolean({
    description:
      'True for a property of areas given to each person who lives in them: the sample is areas, not people, and nothing is judged.',
  }),
};
const meaning = Type.Object(meaningFields);
export type Meaning = Static<typeof meaning>;
