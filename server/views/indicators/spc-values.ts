/** Figures as a control chart takes them, or the reason why they cannot make one. Pure. */
import { daysBetween } from '../../contract/days.ts';
import { parsePeriod } from '../../contract/periods.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { DatedValue } from '../../stats/xmr-chart.ts';
import { Refused } from '../comparing/refused.ts';

type Points = TrendReply['points'];

/** Limits from fewer points are not reliable. */
export const FEWEST_POINTS = 13;
/** A step this much longer than the usual one leaves a period out. */
const GAP = 1.5;

/** @throws Refused where the periods overlap or are counts so far, are fewer than thirteen, or mix bases. */
export function refuseUnfit({ periodKind }: Pick<Indicator, 'periodKind'>, points: Points): void {
  const shown = points.flatMap(({ estimate }) => (estimate.status === 'shown' ? [estimate] : []));
  if (periodKind === 'cumulative')
    throw new Refused('A control chart needs separate periods; these are counts so far, which only rise.');
  if (periodKind === 'rolling' || overlap(points))
    throw new Refused('A control chart needs separate periods; these overlap.');
  if (shown.length < FEWEST_POINTS)
    throw new Refused(
      `A control chart needs ${FEWEST_POINTS} separate periods with a figure; there ${shown.length === 1 ? 'is' : 'are'} ${shown.length}.`,
    );
  if (new Set(shown.map(({ basis }) => basis)).size > 1)
    throw new Refused('A control chart needs figures of one basis; these do not all have the same.');
}

/** @param points oldest first. */
function overlap(points: Points): boolean {
  return points.some(({ period }, at) => {
    const before = points[at - 1];
    return before !== undefined && startOf(period) <= endOf(before.period);
  });
}

/** Values with their dates; a period that was left out stands as a missing value, so that no step leads over it. */
export function spcValues(points: Points): DatedValue[] {
  const steps = points
    .slice(1)
    .map(({ period }, at) => daysBetween(endOf(points[at]?.period ?? period), endOf(period)));
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return points.flatMap(({ period, estimate }, at) => {
    const value = estimate.status === 'shown' ? estimate.value : undefined;
    const isAfterGap = at > 0 && (steps[at - 1] ?? 0) > GAP * usual;
    const own = { date: endOf(period), value };
    return isAfterGap
      ? [{ date: `${endOf(points[at - 1]?.period ?? '')} and later`, value: undefined }, own]
      : [own];
  });
}

export const endOf = (period: string) => parsePeriod(period)?.end ?? period;
const startOf = (period: string) => parsePeriod(period)?.start ?? period;
