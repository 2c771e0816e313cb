import { requirement } from './requirement.ts';
import { special } from './special-functions.ts';

/**
 * Quantile of the standard normal distribution: the value with the given probability below it.
 *
 * @param probability strictly between 0 and 1.
 * @throws RangeError for a probability outside (0, 1).
 * @see Abramowitz & Stegun (1964) 26.2.
 * @example normalQuantile(0.975); // 1.959963984540054
 */
export function normalQuantile(probability: number): number {
  requirement(probability > 0 && probability < 1, 'normalQuantile', 'a probability between 0 and 1');
  return special.normalQuantile(probability);
}

/**
 * Distribution function of the standard normal distribution: the probability below `x`.
 *
 * @throws RangeError for NaN.
 * @see Abramowitz & Stegun (1964) 26.2.
 * @example normalCdf(1.959963984540054); // 0.975
 */
export function normalCdf(x: number): number {
  requirement(!Number.isNaN(x), 'normalCdf', 'a number');
  return special.normalCdf(x);
}

/**
 * Two-sided p-value of a standard normal statistic; exact far into the tails.
 *
 * @throws RangeError for NaN.
 * @see Abramowitz & Stegun (1964) 26.2.
 * @example twoSidedP(-1.959963984540054); // 0.05
 */
export function twoSidedP(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z)));
}
