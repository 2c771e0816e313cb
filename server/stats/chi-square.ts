import { requirement } from './requirement.ts';
import { special } from './special-functions.ts';

/**
 * Quantile of the chi-square distribution: the value with the given probability below it.
 *
 * @param probability strictly between 0 and 1.
 * @param degrees of freedom; above zero, fractions allowed.
 * @throws RangeError for a probability outside (0, 1) or degrees of freedom not above zero.
 * @see Abramowitz & Stegun (1964) 26.4.
 * @example chiSquareQuantile(0.95, 1); // 3.841458820694124
 */
export function chiSquareQuantile(probability: number, degrees: number): number {
  requirement(probability > 0 && probability < 1, 'chiSquareQuantile', 'a probability between 0 and 1');
  requirement(degrees > 0 && degrees < Infinity, 'chiSquareQuantile', 'degrees of freedom above zero');
  return 2 * special.gammaUpperInverse(degrees / 2, 1 - probability);
}

/**
 * Upper tail of the chi-square distribution: the p-value of a chi-square statistic.
 *
 * @param statistic zero or more.
 * @param degrees of freedom; above zero.
 * @throws RangeError for a negative statistic or degrees of freedom not above zero.
 * @see Abramowitz & Stegun (1964) 26.4.
 * @example chiSquareUpperTail(3.841458820694124, 1); // 0.05
 */
export function chiSquareUpperTail(statistic: number, degrees: number): number {
  requirement(statistic >= 0, 'chiSquareUpperTail', 'a statistic of zero or more');
  requirement(degrees > 0 && degrees < Infinity, 'chiSquareUpperTail', 'degrees of freedom above zero');
  return special.gammaUpper(degrees / 2, statistic / 2);
}
