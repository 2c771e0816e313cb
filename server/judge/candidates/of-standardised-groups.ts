/** Age-standardised figures of groups, each against its reference. Pure. */
import type { Basis } from '../../contract/dimensions.ts';
import type { Measured } from '../../contract/gap.ts';
import { type Candidate, candidateOf } from '../candidate.ts';
import type { TestOutcome } from '../figures/two-figures.ts';
import type { GroupQuestion } from '../groups/question.ts';
import type { References } from '../groups/reference.ts';
import { groupComparison, groupShape, referenceCode } from './of-groups.ts';

/** The difference of two age-standardised figures, and its test; undefined where there is none. */
export type StandardisedGap = { readonly difference: Measured; readonly p: number } | undefined;

const TEST = 'Two-sided normal test of two age-standardised proportions';
const NONE = 'An age of the group, or of what it is compared with, has no figure.';

/**
 * Age-standardised figures of groups, each against its reference. Adjusted for age, what depends on it can be better or
 * worse.
 *
 * @param question about the groups of one area.
 * @param period of the figures.
 * @param gaps difference in percentage points and p of each group, in order; undefined where there is none.
 * @param references which group is the reference.
 * @param basis of the least real figure.
 * @returns one for each group, in its order; the groups of one area are a list.
 * @see Dobson AJ et al (1991) Stat Med 10:457-462 (limits of standardised figures).
 * @example standardisedCandidates(question, '2024-25', [{ difference: { value: -4 }, p: 0.2 }], { index: undefined }, 'published')[0];
 *   // { id: 'made-up:2024-25:all:E09000099.census-2021-5/asian:rest:age-standardised' }
 */
export function standardisedCandidates(
  question: GroupQuestion,
  period: string,
  gaps: readonly StandardisedGap[],
  { index }: References,
  basis: Basis | undefined,
): Candidate[] {
  const reference = referenceCode(question, index);
  const { indicator, breakdown, area } = question;
  return breakdown.groups.map(({ id }, place) =>
    candidateOf({
      subject: { ...indicator, ageAdjusted: true },
      comparison: { ...groupComparison(question, period, id, reference), form: 'age-standardised' },
      // No page shows them in several areas: the groups of one are a list.
      shape: `${groupShape(question, period, reference)} ${area.code} age-standardised`,
      outcome: outcomeOf(question, gaps[place]),
      basis,
    }),
  );
}

function outcomeOf({ reference }: GroupQuestion, gap: StandardisedGap): TestOutcome {
  if (gap === undefined) return { reason: NONE };
  if (reference === 'best') return { reason: 'The best group is picked by the figures themselves.' };
  const { value, lower95: lower = value, upper95: upper = value } = gap.difference;
  return { difference: { value, lower, upper }, p: gap.p, test: TEST };
}
