import type { Interval } from './interval.ts';
import { requirement } from './requirement.ts';

/** A figure with its interval. */
export type IntervalEstimate = Interval & { readonly value: number };

/**
 * Difference of two independent figures, from their own intervals (square and add).
 *
 * Keeps what is good about each interval: it is skew where they are, and never wider than they allow. With
 * Wilson intervals it is Newcombe's interval for a difference of proportions.
 *
 * @param a figure of the group, with limits of any confidence.
 * @param b figure it is compared with, with limits of the same confidence.
 * @returns a less b, in their unit, with limits of that confidence.
 * @throws RangeError for figures that are not finite or lie outside their own limits.
 * @see Newcombe RG (1998) Interval estimation for the difference between independent proportions: comparison of
 * eleven methods. Stat Med 17:873-890, method 10; Zou GY, Donner A (2008) Stat Med 27:1693-1702 (any figure).
 * @example differenceOf(proportion(56, 70), proportion(48, 80)); // { value: 0.2, lower: 0.0524, upper: 0.3339 }
 */
export function differenceOf(a: IntervalEstimate, b: IntervalEstimate): IntervalEstimate {
  for (const { value, lower, upper } of [a, b]) {
    requirement(lower <= value && value <= upper, 'differenceOf', 'figures within their own limits');
    requirement(Number.isFinite(lower) && Number.isFinite(upper), 'differenceOf', 'finite limits');
  }
  const value = a.value - b.value;
  return {
    value,
    lower: value - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: value + Math.hypot(a.upper - a.value, b.value - b.lower),
  };
}
