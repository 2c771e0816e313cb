/** Groups of areas against everyone else in the whole place, or against a percentage. Pure. */
import { type Candidate, candidateOf } from '../candidate.ts';
import { type Counted, restOf } from '../figures/counted.ts';
import type { PartFigure, PartFigures } from '../figures/part.ts';
import { type TestOutcome, testOfCounted } from '../figures/two-figures.ts';
import { UNKNOWN } from '../groups/breakdown-kinds.ts';
import type { GroupQuestion } from '../groups/question.ts';
import type { QuestionOfArea } from '../groups/questions-of-areas.ts';
import { groupComparison, groupShape } from './of-groups.ts';

/** A group of one area, those of unknown ethnicity too. */
export interface GroupOfArea {
  /** The question about its area. */
  readonly question: GroupQuestion;
  readonly group: string;
  readonly figure: PartFigure;
}

/**
 * Every group of every area with its figure, in their order; after those of each area its people of unknown ethnicity.
 *
 * @param questions the same question about each area.
 * @param figures the stored figures of all of them.
 * @param period one they all have.
 * @returns counts of people, and the share in percent.
 * @throws RangeError for a rounded count behind which only small ones could lie.
 * @example groupsOfAreas([{ area: borough, question }], figures, '2024-25').map(({ group, figure }) => [group, figure.counted.numerator]);
 *   // [['asian', 50], ['white', 195]]
 */
export function groupsOfAreas(
  questions: readonly QuestionOfArea[],
  figures: PartFigures,
  period: string,
): (GroupOfArea & { readonly area: QuestionOfArea['area']; readonly label: string })[] {
  return questions.flatMap(({ area, question }) => {
    const { groups, unknown } = question.breakdown;
    const parts = unknown === undefined ? groups : [...groups, { ...UNKNOWN_GROUP, part: unknown }];
    return parts.map(({ id, label, part }) => ({
      area,
      question,
      group: id,
      label,
      figure: figures.of(part, period),
    }));
  });
}

const UNKNOWN_GROUP = { id: UNKNOWN, label: 'Not stated or not known' } as const;

/** Reference of everyone else in the whole place, in an id. */
export const PLACE = 'place';

/**
 * Groups of areas against one reference that is the same for all of them, such as a percentage.
 *
 * @param groups of all areas: they are one list.
 * @param period of their figures.
 * @param reference as ids write it, and how a group is tested against it, or why it is not.
 * @returns one for each group, in its order.
 * @throws what the test of the reference throws.
 * @example candidatesAgainst(groupsOfAreas([{ area: borough, question }], figures, '2024-25'), '2024-25', {
 *   code: '70%', of: () => ({ reason: 'Nothing is tested here.' }),
 * })[0].id;
 *   // 'made-up:2024-25:all:E09000099.census-2021-5/asian:70%'
 */
export function candidatesAgainst(
  groups: readonly GroupOfArea[],
  period: string,
  reference: { readonly code: string; of(group: Counted): TestOutcome },
): Candidate[] {
  return groups.map(({ question, group, figure: { counted, estimate } }) =>
    candidateOf({
      subject: question.indicator,
      comparison: groupComparison(question, period, group, reference.code),
      shape: groupShape(question, period, reference.code),
      outcome: counted === undefined ? { reason: NO_COUNTS } : reference.of(counted),
      basis: estimate.status === 'shown' ? estimate.basis : undefined,
    }),
  );
}

/** A group is a part of the place, so it is taken out of it. */
export const againstPlace = (everyone: Counted | undefined) => ({
  code: PLACE,
  of: (group: Counted): TestOutcome => {
    if (everyone === undefined) return { reason: 'The whole place has no figure to compare with.' };
    const rest = restOf(everyone, group);
    return rest === undefined ? { reason: 'Nobody else lives in the place.' } : testOfCounted(group, rest);
  },
});

const NO_COUNTS = 'The figure comes without counts that could be compared.';
