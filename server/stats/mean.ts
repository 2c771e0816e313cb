import { item } from '../lists.ts';
import { checkedConfidence } from './confidence.ts';
import type { Interval } from './interval.ts';
import { finite, requirement } from './requirement.ts';
import { studentTQuantile } from './student-t.ts';

type MeanEstimate = Partial<Interval> & {
  readonly value: number;
  readonly sum: number;
  readonly count: number;
  /** Sample standard deviation (n - 1); undefined for a single value. */
  readonly standardDeviation?: number;
};

/**
 * Mean of a sample with its interval from Student's t distribution.
 *
 * @param values one measurement per person or area, any unit; at least one.
 * @param confidence 0.9 to below 1.
 * @returns in the unit of the values; a single value has no standard deviation and no limits.
 * @throws RangeError for no values, a value that is not finite, or a confidence outside 0.9 to 1.
 * @see Student (1908) The probable error of a mean. Biometrika 6:1-25.
 * @example mean([1, 2, 3]); // { value: 2, lower: -0.4841, upper: 4.4841, count: 3, standardDeviation: 1 }
 */
export function mean(values: ArrayLike<number>, confidence = 0.95): MeanEstimate {
  const count = values.length;
  requirement(count > 0, 'mean', 'at least one value');
  const level = checkedConfidence(confidence, 'mean');
  const sum = total(values);
  requirement(Number.isFinite(sum), 'mean', 'finite values');
  const value = sum / count;
  if (count === 1) return { value, sum, count };
  // Squares are taken about the mean: large values with a small spread keep their digits.
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (item(values, i) - value) ** 2;
  const standardDeviation = Math.sqrt(squares / (count - 1));
  const reach = (studentTQuantile((1 + level) / 2, count - 1) * standardDeviation) / Math.sqrt(count);
  return finite({ value, sum, count, standardDeviation, lower: value - reach, upper: value + reach }, 'mean');
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += item(values, i);
  return sum;
}
