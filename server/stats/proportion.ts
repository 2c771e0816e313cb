import { normalDeviate } from './confidence.ts';
import type { Interval } from './interval.ts';
import { requirement } from './requirement.ts';

/** A figure with its interval. */
export type ProportionEstimate = Interval & { readonly value: number };

/**
 * Proportion with its Wilson score interval: the share of people who have the outcome.
 *
 * @param numerator people with the outcome; zero or more, fractions allowed (apportioned counts).
 * @param denominator people in the group; above zero, at least the numerator.
 * @param confidence 0.9 to 1; at 1 the limits are 0 and 1.
 * @returns fractions from 0 to 1.
 * @throws RangeError for a negative or non-finite count, a denominator of zero or below the numerator,
 * or a confidence outside 0.9 to 1.
 * @see Wilson EB (1927) Probable inference, the law of succession, and statistical inference. JASA 22:209-212;
 * Newcombe RG (1998) Stat Med 17:857-872, method 3.
 * @example proportion(81, 263); // { value: 0.3080, lower: 0.2553, upper: 0.3662 }
 */
export function proportion(numerator: number, denominator: number, confidence = 0.95): ProportionEstimate {
  requirement(numerator >= 0, 'proportion', 'a numerator of zero or more');
  requirement(denominator > 0 && denominator < Infinity, 'proportion', 'a finite denominator above zero');
  requirement(numerator <= denominator, 'proportion', 'a numerator no larger than its denominator');
  const value = numerator / denominator;
  if (confidence === 1) return { value, lower: 0, upper: 1 };
  const z = normalDeviate(confidence, 'proportion');
  const zz = z * z;
  const middle = 2 * numerator + zz;
  const spread = z * Math.sqrt(zz + 4 * numerator * (1 - value));
  const scale = 2 * (denominator + zz);
  // At 0% and 100% the limit is the value itself; rounding would miss it by 1e-16.
  return {
    value,
    lower: numerator === 0 ? 0 : (middle - spread) / scale,
    upper: numerator === denominator ? 1 : (middle + spread) / scale,
  };
}
