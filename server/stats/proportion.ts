import { at } from '../lists.ts';
import { normalDeviate } from './confidence.ts';
import { checkPart } from './counts.ts';
import type { Interval } from './interval.ts';
import { requirement } from './requirement.ts';
import { wilsonEnd } from './wilson.ts';

/** A figure with its interval. */
type ProportionEstimate = Interval & { readonly value: number };

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
  checkPart({ numerator, denominator }, 'proportion');
  const value = numerator / denominator;
  if (confidence === 1) return { value, lower: 0, upper: 1 };
  const z = normalDeviate(confidence, 'proportion');
  // At 0% and 100% the limit is the value itself; rounding would miss it by 1e-16.
  return {
    value,
    lower: numerator === 0 ? 0 : wilsonEnd(-1, numerator, denominator, z),
    upper: numerator === denominator ? 1 : wilsonEnd(1, numerator, denominator, z),
  };
}

/** Proportions of many rows at once, as columns. */
type ProportionColumns = {
  readonly value: Float64Array;
  /** Lower and upper limits at each level asked for. */
  readonly limits: readonly { readonly lower: Float64Array; readonly upper: Float64Array }[];
};

/**
 * Proportions of many rows at once: as `proportion`, from columns into columns, without an object a row.
 *
 * @param numerators people with the outcome, one per row.
 * @param denominators people in the group, in the same order.
 * @param confidences levels of the limits, each 0.9 to below 1.
 * @throws RangeError as `proportion`, or for columns of different length.
 * @see Wilson EB (1927) JASA 22:209-212.
 * @example proportions(Float64Array.of(81), Float64Array.of(263)).value[0]; // 0.3080
 */
export function proportions(
  numerators: Float64Array,
  denominators: Float64Array,
  confidences: readonly number[] = [0.95],
): ProportionColumns {
  requirement(numerators.length === denominators.length, 'proportions', 'columns of equal length');
  const count = numerators.length;
  const value = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [numerator, denominator] = [at(numerators, i), at(denominators, i)];
    checkPart({ numerator, denominator }, 'proportions');
    value[i] = numerator / denominator;
  }
  const limits = confidences.map((confidence) => {
    const z = normalDeviate(confidence, 'proportions');
    const lower = new Float64Array(count);
    const upper = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const [numerator, denominator] = [at(numerators, i), at(denominators, i)];
      lower[i] = numerator === 0 ? 0 : wilsonEnd(-1, numerator, denominator, z);
      upper[i] = numerator === denominator ? 1 : wilsonEnd(1, numerator, denominator, z);
    }
    return { lower, upper };
  });
  return { value, limits };
}
