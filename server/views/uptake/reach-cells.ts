/** What becomes of every group of every area in a reach list: short of the target, there already, or not to be told. Pure. */
import type { Polarity } from '../../contract/dimensions.ts';
import type { ReachCounts, ReachRow } from '../../contract/uptake-replies.ts';
import { ABOVE_ALL } from '../../judge/figures/counted-estimate.ts';
import { betterOf, measuredOf, ROUNDED_NOTE } from '../../judge/figures/gap-between.ts';
import type { PartFigure } from '../../judge/figures/part.ts';
import { peopleBehindGap } from '../../stats/people-behind-gap.ts';
import { type Judgement, type Judgements, judge, NOT_COMPARED } from '../disparities/gap-verdicts.ts';
import type { Distance, Target } from './reach-target.ts';

export interface CellToReach extends PartFigure {
  readonly area: ReachRow['area'];
  readonly group: string;
  readonly label: string;
}

type Shortfall = Omit<ReachRow, 'area' | 'group' | 'label' | 'estimate'>;

export type Outcome =
  | { readonly kind: 'listed'; readonly shortfall: Shortfall }
  | { readonly kind: 'notCompared'; readonly reason: string }
  | { readonly kind: 'reached' | 'withheld' | 'missing' };

export interface ReachCell {
  readonly cell: CellToReach;
  readonly outcome: Outcome;
}

/** A share worked out from counts misses an equal one by a rounding error of the computer: nobody is needed for that. */
const NOBODY = 1e-6;

/** One family: every group held against the target, listed or not, those of unknown ethnicity too. */
export function judgedCells(
  cells: readonly CellToReach[],
  target: Target,
  polarity: Exclude<Polarity, 'neutral'>,
): Judgements & { readonly cells: readonly ReachCell[] } {
  const distances = cells.map(({ counted }) => counted && target.of(counted));
  const judged = judge(
    distances.map((distance) =>
      distance === undefined || typeof distance === 'string'
        ? undefined
        : {
            difference: measuredOf(distance.difference, 100),
            p: distance.p,
            basis: distance.basis,
            polarity,
          },
    ),
  );
  return {
    ...judged,
    cells: cells.map((cell, index) => ({
      cell,
      outcome: outcomeOf(cell, distances[index], judged.judgements[index] ?? NOT_COMPARED, polarity),
    })),
  };
}

function outcomeOf(
  { estimate, counted }: CellToReach,
  distance: Distance | string | undefined,
  judgement: Judgement,
  polarity: Exclude<Polarity, 'neutral'>,
): Outcome {
  if (estimate.status !== 'shown') return { kind: estimate.status };
  if (counted === undefined || distance === undefined)
    return { kind: 'notCompared', reason: estimate.value > 100 ? ABOVE_ALL : NO_COUNTS };
  if (typeof distance === 'string') return { kind: 'notCompared', reason: distance };
  const better = betterOf(polarity);
  const needed = measuredOf(peopleBehindGap(distance.difference, { people: counted.denominator, better }));
  if (needed.value < NOBODY) return { kind: 'reached' };
  const { verdict, couldBeChance } = judgement;
  return {
    kind: 'listed',
    shortfall: {
      needed,
      difference: measuredOf(distance.difference, 100),
      verdict,
      couldBeChance,
      p: distance.p,
      basis: distance.basis,
      ...(distance.isRough && { notes: [ROUNDED_NOTE] }),
    },
  };
}

const NO_COUNTS = 'The figure comes without counts that could be compared.';

export function tally(cells: readonly ReachCell[]): ReachCounts {
  const of = (kind: Outcome['kind']) => cells.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    listed: of('listed'),
    reached: of('reached'),
    withheld: of('withheld'),
    missing: of('missing'),
    notCompared: of('notCompared'),
  };
}
