/** When a share was reached, in words and as a figure to draw. Pure. */
import type { Estimate } from '../../../server/contract/estimate.ts';
import type { Milestone, Moment } from '../../../server/contract/uptake-replies.ts';
import { countOf, formatPeriod } from '../../shared/words/format.ts';

const weeksIn = (weeks: number) => countOf(Math.round(Math.abs(weeks)), 'week', 'weeks');

/** "2 weeks behind", "level", "not reached by then". */
export function behindWords({ status, weeksBehind }: Milestone): string {
  if (status === 'cannot-tell') return 'cannot be told';
  if (status === 'not-reached') return 'not reached by then';
  if (weeksBehind === null) return 'reached before the place';
  if (Math.round(weeksBehind) === 0) return 'level';
  return `${weeksIn(weeksBehind)} ${weeksBehind > 0 ? 'behind' : 'ahead'}`;
}

/** "16 weeks, by 31 March 2021". */
export const reachedWords = ({ weeks, period }: Moment) => `${weeksIn(weeks)}, by ${formatPeriod(period)}`;

/** Between which dates it may have been, going by the limits. */
export function betweenWords({ earliest, latest, reached }: Milestone): string | undefined {
  if (reached === null || earliest?.period === latest?.period) return undefined;
  if (earliest === null) return latest === null ? undefined : `at the latest ${formatPeriod(latest.period)}`;
  return latest === null
    ? `${formatPeriod(earliest.period)} at the earliest; the newest date may be too early`
    : `between ${formatPeriod(earliest.period)} and ${formatPeriod(latest.period)}`;
}

/** Weeks until it was reached, with those of its earliest and latest date as limits. */
export function weeksDrawn({ reached, earliest, latest }: Milestone): Estimate | null {
  if (reached === null) return null;
  return {
    status: 'shown',
    value: reached.weeks,
    interval: 'ours',
    basis: 'published',
    ...(earliest && latest && { lower95: earliest.weeks, upper95: latest.weeks }),
  };
}
