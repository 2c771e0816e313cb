import { normalDeviate } from './confidence.ts';
import type { Interval } from './interval.ts';
import { requirement } from './requirement.ts';

/**
 * Byar's limits of a count: a close and quick approximation to the exact Poisson limits.
 *
 * @param count zero or more, fractions allowed.
 * @param confidence 0.9 to below 1.
 * @returns limits in events. `lower` is undefined where the approximation has none: for a count of zero and
 * for the smallest counts at high confidence (below zero). Use `poissonLimits` below ten.
 * @throws RangeError for a negative or non-finite count or a confidence outside 0.9 to 1.
 * @see Breslow NE, Day NE (1987) Statistical Methods in Cancer Research II, IARC 82, p. 69.
 * @example byarLimits(100); // { lower: 81.36, upper: 121.63 }
 */
export function byarLimits(count: number, confidence = 0.95): Partial<Interval> & { readonly upper: number } {
  requirement(count >= 0 && count < Infinity, 'byarLimits', 'a finite count of zero or more');
  const z = normalDeviate(confidence, 'byarLimits');
  const lower = count === 0 ? -1 : byarLower(count, z);
  const upper = byarUpper(count, z);
  return lower < 0 ? { upper } : { lower, upper };
}

/**
 * Byar's lower limit at normal deviate `z`, unchecked; negative where the approximation has none.
 *
 * @see Breslow NE, Day NE (1987) IARC 82, p. 69.
 * @example byarLower(100, 1.96); // 81.36
 */
export function byarLower(count: number, z: number): number {
  const root = 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count));
  return count * root * root * root;
}

/**
 * Byar's upper limit at normal deviate `z`, unchecked.
 *
 * @see Breslow NE, Day NE (1987) IARC 82, p. 69.
 * @example byarUpper(100, 1.96); // 121.63
 */
export function byarUpper(count: number, z: number): number {
  const next = count + 1;
  const root = 1 - 1 / (9 * next) + z / (3 * Math.sqrt(next));
  return next * root * root * root;
}
