/** When a share was reached, in words and as a figure to draw. Pure. */
import type { Estimate } from '../../server/contract/estimate.ts';
import type { Milestone, Moment } from '../../server/contract/uptake-replies.ts';
import { countOf } from '../format.ts';

const weeksIn = (weeks: number) => countOf(Math.round(Math.abs(weeks)), 'week', 'weeks');

/** "2 weeks behind", "level", "not reached yet". */
export function behindWords({ status, weeksBehind, reason }: Milestone): string {
  if (status === 'cannot-tell') return reason ?? 'cannot be told';
  if (status === 'not-reached') return 'not reached yet';
  if (weeksBehind === null) return 'the place has not reached it';
  if (Math.round(weeksBehind) === 0) return 'level with the place';
  return `${weeksIn(weeksBehind)} ${weeksBehind > 0 ? 'behind' : 'ahead'}`;
}

/** "16 weeks, by 31 March 2021". */
export const reachedWords = ({ weeks, label }: Moment) => `${weeksIn(weeks)}, by ${label}`;

/** Between which dates it may have been, going by the limits. */
export function betweenWords({ earliest, latest, reached }: Milestone): string | undefined {
  if (reached === null) return undefined;
  if (earliest?.period === latest?.period) return undefined;
  if (earliest === null) return latest === null ? undefined : `at the latest ${latest.label}`;
  return latest === null
    ? `between ${earliest.label} and later than the newest date`
    : `between ${earliest.label} and ${latest.label}`;
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
