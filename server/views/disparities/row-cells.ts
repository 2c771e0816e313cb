/** The groups of one row of the overview: age-standardised where crude figures cannot be judged and those can. Pure. */
import type { Answer } from '../../contract/answer.ts';
import type { DisparityCell, OverviewRow } from '../../contract/gap-replies.ts';
import type { Candidate } from '../../judge/candidate.ts';
import type { PartFigures } from '../../judge/figures/part.ts';
import type { GroupQuestion } from '../../judge/groups/question.ts';
import { lookUp } from '../../judge/look-up.ts';
import { type AnsweredGroups, directionOf } from './group-gaps.ts';
import { closeStandardisation, openStandardisation, type StandardisedGroup } from './standardisation.ts';

export interface RowCells extends Pick<OverviewRow, 'cells' | 'standardisation' | 'ageAdjusted'> {
  /** What its answers were given to. */
  readonly candidates: readonly Candidate[];
  readonly answers: ReadonlyMap<string, Answer>;
}

export function rowCells(
  question: GroupQuestion,
  answered: AnsweredGroups,
  figures: PartFigures,
  period: string,
): RowCells {
  const { found, gaps } = answered;
  const crude = found.groups.map(({ id, label, estimate }, place): DisparityCell => {
    const gap = gaps[place];
    if (gap === undefined) throw new Error('every group has a gap');
    return { group: id, label, estimate, gap };
  });
  const open = openStandardisation(question, figures, period, found.references);
  const ofAges = lookUp(open.candidates, question.judgement);
  const { standardisation, groups } = closeStandardisation(
    open,
    ofAges,
    crude.map(({ estimate, gap }) => ({ estimate, direction: gap.direction })),
  );
  const isAdjusted =
    question.indicator.ageAdjusted === false &&
    standardisation.available &&
    crude.every(({ estimate }, place) => estimate.status !== 'shown' || groups[place] !== undefined);
  if (!isAdjusted)
    return { cells: crude, standardisation, ageAdjusted: question.indicator.ageAdjusted, ...answered };
  return {
    cells: crude.map((cell, place) => adjustedCell(cell, groups[place])),
    standardisation,
    ageAdjusted: true,
    candidates: open.candidates,
    answers: ofAges,
  };
}

/** A group that is withheld or missing stays so. */
function adjustedCell(crude: DisparityCell, adjusted: StandardisedGroup | undefined): DisparityCell {
  const { estimate, gap, ...group } = crude;
  if (adjusted === undefined || estimate.status !== 'shown') return crude;
  const { value, lower95, upper95, difference, ...answer } = adjusted;
  const reference = gap.reference &&
    difference && { label: gap.reference.label, value: value - difference.value };
  return {
    ...group,
    estimate: { status: 'shown', value, interval: 'ours', lower95, upper95, basis: estimate.basis },
    gap: {
      ...answer,
      direction: directionOf(answer, difference?.value ?? 0),
      isReference: gap.isReference,
      ...(reference !== undefined && { reference }),
      ...(difference !== undefined && { difference }),
      ...(gap.basis !== undefined && { basis: gap.basis }),
    },
    crude: { estimate, gap },
  };
}
