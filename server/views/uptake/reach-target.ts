/** What a reach list counts people up to, and how far a group is from it. Pure. */
import type { Basis } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { ReachReference } from '../../contract/uptake-replies.ts';
import { againstPlace } from '../../judge/candidates/against-place.ts';
import { type Counted, lessReal, restOf } from '../../judge/figures/counted.ts';
import { shareOf } from '../../judge/figures/counted-share.ts';
import { averageGap, isRough } from '../../judge/figures/gap-between.ts';
import type { PartFigure } from '../../judge/figures/part.ts';
import { scorePAgainst } from '../../judge/figures/score-p.ts';
import type { TestOutcome } from '../../judge/figures/two-figures.ts';
import type { IntervalEstimate as Figure } from '../../stats/difference.ts';

/** A group's figure less the target, as fractions. */
interface Distance {
  readonly difference: Figure;
  readonly basis: Basis;
  /** Whether rounding is more than the interval knows of. */
  readonly isRough: boolean;
}

export interface ReachTarget {
  readonly reference: ReachReference;
  readonly test: string;
  /** As ids of comparisons write it. */
  readonly code: string;
  /** How far a group is from it, or why that cannot be told. */
  of(group: Counted): Distance | string;
  /** Whether that is more than chance. */
  tested(group: Counted): TestOutcome;
}

const AGAINST_REST = 'Two-sided score test of each group against everyone else in the place';
const AGAINST_FIXED = 'Two-sided score test of each group against the percentage';

/**
 * The whole place at the same ages and date. A group is a part of it and the two are not independent: the difference
 * and its test are those from everyone else.
 */
export function placeTarget(name: string, figure: PartFigure | undefined): ReachTarget {
  const label = `${name} as a whole`;
  const everyone = figure?.counted;
  const reason = `There is nothing to compare with: ${whyNot(figure?.estimate)}`;
  const target = againstPlace(everyone);
  return {
    reference: {
      kind: 'place',
      label,
      ...(figure?.estimate.status === 'shown' && factsOf(figure.estimate)),
      ...(everyone === undefined && { reason }),
    },
    test: AGAINST_REST,
    code: target.code,
    tested: (group) => (everyone === undefined ? { reason } : target.of(group)),
    of: (group) => {
      if (everyone === undefined) return reason;
      const rest = restOf(everyone, group);
      if (rest === undefined) return 'Nobody else lives in the place.';
      return {
        difference: averageGap(group, rest),
        basis: lessReal(group.basis, everyone.basis),
        isRough: isRough(group, rest),
      };
    },
  };
}

/** A fixed percentage: only the group's own figure is uncertain. */
export function percentTarget(percent: number): ReachTarget {
  const fixed = percent / 100;
  return {
    reference: { kind: 'percent', label: `${percent}%`, value: percent },
    test: AGAINST_FIXED,
    code: `${percent}%`,
    tested: (group) => {
      const { value, lower, upper } = differenceFrom(group, fixed);
      const difference = { value: 100 * value, lower: 100 * lower, upper: 100 * upper };
      return { difference, p: scorePAgainst(group, fixed), test: AGAINST_FIXED };
    },
    of: (group) => {
      return {
        difference: differenceFrom(group, fixed),
        basis: group.basis,
        isRough: isRough(group),
      };
    },
  };
}

function differenceFrom(group: Counted, fixed: number): Figure {
  const { value, lower, upper } = shareOf(group);
  return { value: value - fixed, lower: lower - fixed, upper: upper - fixed };
}

function factsOf({
  value,
  lower95,
  upper95,
  numerator,
  denominator,
  basis,
}: Extract<Estimate, { status: 'shown' }>) {
  return {
    value,
    ...(lower95 !== undefined && { lower95 }),
    ...(upper95 !== undefined && { upper95 }),
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    basis,
  };
}

function whyNot(estimate: Estimate | undefined): string {
  if (estimate === undefined || estimate.status === 'missing') return 'the place has no such figure.';
  if (estimate.status === 'withheld') return 'the figure of the place is withheld.';
  if (estimate.status === 'withdrawn') return 'the figure of the place has been withdrawn.';
  return estimate.value > 100
    ? 'more people are counted in the place than it holds.'
    : 'the figure of the place comes without counts.';
}
