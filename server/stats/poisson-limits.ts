import { byarLower, byarUpper } from './byar.ts';
import { chiSquareQuantile } from './chi-square.ts';
import { checkedConfidence, normalDeviate } from './confidence.ts';
import type { Interval } from './interval.ts';
import { requirement } from './requirement.ts';

/** Counts from here on take Byar's approximation; smaller ones the exact Poisson limits. */
export const firstByarCount = 10;

/**
 * Limits of a Poisson count: exact below ten, Byar's approximation from ten on.
 *
 * @param count observed events; zero or more, fractions allowed (fractional degrees of freedom).
 * @param confidence 0.9 to below 1 (at 1 no upper limit exists).
 * @returns limits in events.
 * @throws RangeError for a negative or non-finite count or a confidence outside that range.
 * @see Breslow NE, Day NE (1987) IARC 82, p. 69; Garwood F (1936) Biometrika 28:437-442 (exact).
 * @example poissonLimits(4); // { lower: 1.0899, upper: 10.2416 }
 */
export function poissonLimits(count: number, confidence = 0.95): Interval {
  requirement(count >= 0 && count < Infinity, 'poissonLimits', 'a finite count of zero or more');
  if (count < firstByarCount) return exactPoissonLimits(count, confidence);
  const z = normalDeviate(confidence, 'poissonLimits');
  return { lower: byarLower(count, z), upper: byarUpper(count, z) };
}

/**
 * Exact (Garwood) limits of a Poisson count, of any size.
 *
 * @throws RangeError as `poissonLimits`.
 * @see Garwood F (1936) Biometrika 28:437-442.
 * @example exactPoissonLimits(0); // { lower: 0, upper: 3.6889 }
 */
export function exactPoissonLimits(count: number, confidence = 0.95): Interval {
  requirement(count >= 0 && count < Infinity, 'exactPoissonLimits', 'a finite count of zero or more');
  const tail = (1 - checkedConfidence(confidence, 'exactPoissonLimits')) / 2;
  return {
    lower: count === 0 ? 0 : chiSquareQuantile(tail, 2 * count) / 2,
    upper: chiSquareQuantile(1 - tail, 2 * count + 2) / 2,
  };
}
