/** What becomes of every group of every area in a reach list: short of the target, there already, or not to be told. Pure. */

import type { Answer } from '../../contract/answer.ts';
import type { Polarity } from '../../contract/dimensions.ts';
import type { ReachCounts, ReachRow } from '../../contract/uptake-replies.ts';
import type { WithoutFigure } from '../../contract/without-figure.ts';
import type { Candidate } from '../../judge/candidate.ts';
import { candidatesAgainst, type GroupOfArea } from '../../judge/candidates/against-place.ts';
import { ABOVE_ALL } from '../../judge/figures/counted-estimate.ts';
import { betterOf, measuredOf, ROUNDED_NOTE } from '../../judge/figures/gap-between.ts';
import type { PartFigure } from '../../judge/figures/part.ts';
import { isTested } from '../../judge/figures/two-figures.ts';
import type { Judgement } from '../../judge/judgement.ts';
import { answerTo, lookUp } from '../../judge/look-up.ts';
import { peopleBehindGap } from '../../stats/people-behind-gap.ts';
import type { ReachTarget } from './reach-target.ts';

/** A group of an area with the answer to whether it differs from the target. */
export interface CellToReach {
  readonly area: ReachRow['area'];
  readonly group: string;
  readonly label: string;
  readonly figure: PartFigure;
  readonly candidate: Candidate;
  readonly answer: Answer;
}

type Shortfall = Omit<ReachRow, 'area' | 'group' | 'label' | 'estimate'>;

type Outcome =
  | { readonly kind: 'listed'; readonly shortfall: Shortfall }
  | { readonly kind: 'notCompared'; readonly answer: Answer; readonly reason: string }
  | { readonly kind: 'reached' | 'withheld' | 'missing' | 'nobody' };

export interface ReachCell {
  readonly cell: CellToReach;
  readonly outcome: Outcome;
}

/** A share worked out from counts misses an equal one by a rounding error of the computer: nobody is needed for that. */
const NOBODY = 1e-6;

/** Every group held against the target, listed or not, those of unknown ethnicity too. */
export function reachCells(
  groups: readonly (GroupOfArea & { readonly area: ReachRow['area']; readonly label: string })[],
  period: string,
  target: ReachTarget,
  { polarity, judgement }: { readonly polarity: Exclude<Polarity, 'neutral'>; readonly judgement: Judgement },
): ReachCell[] {
  const candidates = candidatesAgainst(groups, period, { code: target.code, of: target.tested });
  const answers = lookUp(candidates, judgement);
  return groups.map(({ area: { code, name }, group, label, figure }, at) => {
    const candidate = candidates[at];
    if (candidate === undefined) throw new Error('every group is a candidate');
    const answer = answerTo(candidate, answers);
    const cell = { area: { code, name }, group, label, figure, candidate, answer };
    return { cell, outcome: outcomeOf(cell, target, polarity) };
  });
}

function outcomeOf(
  { figure: { estimate, counted }, candidate, answer }: CellToReach,
  target: ReachTarget,
  polarity: Exclude<Polarity, 'neutral'>,
): Outcome {
  if (estimate.status !== 'shown') return { kind: kindWithout(estimate) };
  if (counted === undefined)
    return { kind: 'notCompared', answer, reason: estimate.value > 100 ? ABOVE_ALL : NO_COUNTS };
  const distance = target.of(counted);
  if (typeof distance === 'string') return { kind: 'notCompared', answer, reason: distance };
  const better = betterOf(polarity);
  const needed = measuredOf(peopleBehindGap(distance.difference, { people: counted.denominator, better }));
  if (needed.value < NOBODY) return { kind: 'reached' };
  return {
    kind: 'listed',
    shortfall: {
      ...answer,
      needed,
      difference: measuredOf(distance.difference, 100),
      ...(isTested(candidate.outcome) && { p: candidate.outcome.p }),
      basis: distance.basis,
      ...(distance.isRough && { notes: [ROUNDED_NOTE] }),
    },
  };
}

const kindWithout = ({ status, reason }: WithoutFigure) =>
  reason === 'nobody-to-count' ? 'nobody' : status === 'withheld' ? status : 'missing';

const NO_COUNTS = 'The figure comes without counts that could be compared.';

export function tally(cells: readonly ReachCell[]): ReachCounts {
  const of = (kind: Outcome['kind']) => cells.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    listed: of('listed'),
    reached: of('reached'),
    withheld: of('withheld'),
    missing: of('missing'),
    nobody: of('nobody'),
    notCompared: of('notCompared'),
  };
}
