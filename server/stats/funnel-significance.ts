import { checkPart } from './counts.ts';
import { funnelTails, proportionFunnelLimits } from './funnel-limits.ts';
import type { Interval } from './interval.ts';
import { poissonLimits } from './poisson-limits.ts';
import { requirement } from './requirement.ts';

/** On which side of the funnel, and beyond which pair of limits (0.025: 95%, 0.001: 99.8%). */
export type FunnelSignificance =
  | 'high (0.001)'
  | 'high (0.025)'
  | 'not significant'
  | 'low (0.025)'
  | 'low (0.001)';

/**
 * Where a proportion lies in the funnel.
 *
 * @param numerator people with the outcome; zero up to the denominator.
 * @param denominator people; above zero.
 * @param average the average of all areas, from 0 to 1.
 * @throws RangeError for counts or an average outside those ranges, or an average of 0 or 1 that the area differs from.
 * @see Spiegelhalter DJ (2005) Stat Med 24:1185-1202.
 * @example proportionFunnelSignificance(10, 20, 0.29375); // 'high (0.025)'
 */
export function proportionFunnelSignificance(
  numerator: number,
  denominator: number,
  average: number,
): FunnelSignificance {
  checkPart({ numerator, denominator }, 'proportionFunnelSignificance');
  const value = numerator / denominator;
  // Where every area has none or all there are no limits, and nothing that could lie beyond them.
  if (value === average) return 'not significant';
  const limits = proportionFunnelLimits(average, denominator);
  return significance((tail) => {
    const { lower, upper } = tail === funnelTails.inner ? limits.inner : limits.outer;
    return { low: value < lower, high: value > upper };
  });
}

/**
 * Where a count lies in the funnel, given the count expected at the average: for ratios and rates.
 *
 * @param observed events; zero or more.
 * @param expected events at the average (population x average rate, or standardised); above zero.
 * @throws RangeError for a negative or non-finite count or expected events not above zero.
 * @see Spiegelhalter DJ (2005) Stat Med 24:1185-1202; limits as `poissonLimits`.
 * @example countFunnelSignificance(0, 12); // 'low (0.001)'
 */
export function countFunnelSignificance(observed: number, expected: number): FunnelSignificance {
  requirement(
    observed >= 0 && observed < Infinity,
    'countFunnelSignificance',
    'a finite count of zero or more',
  );
  requirement(expected > 0 && expected < Infinity, 'countFunnelSignificance', 'expected events above zero');
  return significance((tail) => {
    const { lower, upper }: Interval = poissonLimits(observed, 1 - 2 * tail);
    return { low: upper < expected, high: lower > expected };
  });
}

type Side = { readonly low: boolean; readonly high: boolean };

function significance(beyond: (tail: number) => Side): FunnelSignificance {
  const outer = beyond(funnelTails.outer);
  if (outer.high) return 'high (0.001)';
  if (outer.low) return 'low (0.001)';
  const inner = beyond(funnelTails.inner);
  if (inner.high) return 'high (0.025)';
  if (inner.low) return 'low (0.025)';
  return 'not significant';
}
