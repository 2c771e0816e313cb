/** The one answer of a comparison, as every reply gives it. */
import { type Static, Type } from 'typebox';
import { judgings, verdicts } from './dimensions.ts';
import { idsOf } from './literals.ts';

/** What every answer carries but the verdict, which some replies have words of their own for. */
export const answerAbout = {
  comparison: Type.String({
    description: 'Id of the comparison: wherever it is shown, the answer is the same.',
  }),
  couldBeChance: Type.Boolean({
    description:
      'True where a plain 95% interval excludes no gap, but among everything compared it could be chance.',
  }),
  compared: Type.Integer({
    description:
      'How many comparisons were judged in the list of its indicator, or where it was looked up among those of its shape; 0 where nothing was tested.',
  }),
  judged: idsOf(
    judgings,
    'Judged when publishing, together with everything the release opens with; or looked up when asked for.',
  ),
  p: Type.Optional(
    Type.Number({
      description:
        'Two-sided p-value of the comparison before correction; at the least favourable counts where counts are rounded. Left out where nothing was tested.',
    }),
  ),
  untested: Type.Optional(Type.String({ description: 'Why nothing was tested, where nothing was.' })),
};

export const answerFields = {
  ...answerAbout,
  verdict: idsOf(
    verdicts,
    'Better or worse for outcomes and services; higher or lower where nothing is judged; similar where no difference is proven; not-compared where nothing was tested.',
  ),
};
const answer = Type.Object(answerFields);
export type Answer = Static<typeof answer>;
