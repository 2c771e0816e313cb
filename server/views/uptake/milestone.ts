/** When a share of a group was first reached, by its figures and by their limits. Pure. */
import type { Estimate, ShownEstimate } from '../../contract/estimate.ts';
import type { Milestone, Moment } from '../../contract/uptake-replies.ts';

/** The figure of one period, and the period as a reply names it. */
export interface DatedFigure {
  readonly moment: Moment;
  readonly estimate: Estimate;
}

/** A share worked out from counts misses an equal one by a rounding error of the computer. */
const ALIKE = 1e-9;

/**
 * @param figures oldest first.
 * @param share in percent.
 */
export function milestoneOf(figures: readonly DatedFigure[], share: number): Omit<Milestone, 'weeksBehind'> {
  const first = (of: (estimate: ShownEstimate) => number | undefined) =>
    figures.findIndex(({ estimate }) => {
      const value = estimate.status === 'shown' ? of(estimate) : undefined;
      return value !== undefined && value >= share - ALIKE;
    });
  const momentAt = (index: number) => figures[index]?.moment ?? null;
  const at = first(({ value }) => value);
  const found = figures[at];
  // Limits of other periods say nothing of one that has none.
  const isLimited =
    found === undefined || (found.estimate.status === 'shown' && found.estimate.lower95 !== undefined);
  const reason = found === undefined ? whyNot(figures) : caveatOf(figures, at, isLimited);
  return {
    share,
    status:
      found !== undefined
        ? 'reached'
        : figures.at(-1)?.estimate.status === 'shown'
          ? 'not-reached'
          : 'cannot-tell',
    reached: momentAt(at),
    earliest: isLimited ? momentAt(first(({ upper95 }) => upper95)) : null,
    latest: isLimited ? momentAt(first(({ lower95 }) => lower95)) : null,
    ...(reason !== undefined && { reason }),
  };
}

function whyNot(figures: readonly DatedFigure[]): string {
  const newest = figures.at(-1);
  if (newest === undefined) return 'There are no figures.';
  if (newest.estimate.status === 'shown') return `Not reached by the newest figure (${newest.moment.label}).`;
  const shown = figures.findLast(({ estimate }) => estimate.status === 'shown');
  const { status } = newest.estimate;
  const words = status === 'withheld' ? 'withheld to protect people' : status;
  return shown === undefined
    ? `Its figures are ${words}.`
    : `Not reached by the newest figure shown (${shown.moment.label}); those since are ${words}.`;
}

/** What else the first period with the share may mean. */
function caveatOf(figures: readonly DatedFigure[], at: number, isLimited: boolean): string | undefined {
  const before = figures[at - 1]?.estimate.status;
  const reasons = [
    at === 0 && 'It was reached by the first period held, and may have been before.',
    before === 'withheld' &&
      'The figure before is withheld to protect people: it may have been reached by then.',
    (before === 'missing' || before === 'withdrawn') &&
      `The figure before is ${before}: it may have been reached by then.`,
    !isLimited && 'The figure has no interval, so nothing is said of the earliest and latest.',
  ];
  return reasons.filter((one) => one !== false).join(' ') || undefined;
}
