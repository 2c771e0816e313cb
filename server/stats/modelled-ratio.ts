import { type Counts, checkPart } from './counts.ts';
import type { IntervalEstimate } from './difference.ts';
import { withLogInterval } from './normal-interval.ts';
import { requirement } from './requirement.ts';

/**
 * Ratio of two proportions of which at least one is modelled, with an interval on the log scale that includes the error
 * of modelling.
 *
 * @param a counts of the group.
 * @param b counts it is compared with.
 * @param error standard error of modelling of the log of the ratio; zero or more. Of a proportion it is (1 - proportion)
 * times that of its log odds.
 * @returns undefined where either has nobody with the outcome: then no such interval exists.
 * @throws RangeError for counts that are no part of a whole, or a negative or non-finite error.
 * @see Katz D et al (1978) Biometrics 34:469-474; Oehlert GW (1992) Am Stat 46:27-29 (delta method).
 * @example modelledRatio({ numerator: 15, denominator: 35 }, { numerator: 5, denominator: 40 }, 0.2);
 * // { value: 3.4286, lower: 1.2790, upper: 9.1905 }
 */
export function modelledRatio(
  a: Counts,
  b: Counts,
  error: number,
  confidence = 0.95,
): IntervalEstimate | undefined {
  requirement(error >= 0 && error < Infinity, 'modelledRatio', 'an error of zero or more');
  const variances = [a, b].map((counts) => {
    checkPart(counts, 'modelledRatio');
    return 1 / counts.numerator - 1 / counts.denominator;
  });
  if (a.numerator === 0 || b.numerator === 0) return undefined;
  const value = a.numerator / a.denominator / (b.numerator / b.denominator);
  const variance = variances.reduce((sum, one) => sum + one, error * error);
  const { lower, upper } = withLogInterval(value, Math.sqrt(variance), confidence);
  return lower === undefined || upper === undefined ? undefined : { value, lower, upper };
}
