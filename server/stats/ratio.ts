import { type Counts, checkEvents, checkPart } from './counts.ts';
import type { IntervalEstimate } from './difference.ts';
import { withLogInterval } from './normal-interval.ts';

/**
 * Ratio of two independent proportions with its interval on the log scale.
 *
 * @param a counts of the group.
 * @param b counts it is compared with.
 * @returns undefined where either has nobody with the outcome: then no such interval exists. Swapping both
 * inverts ratio and limits.
 * @throws RangeError for negative or non-finite counts, or a numerator above its denominator.
 * @see Katz D, Baptista J, Azen SP, Pike MC (1978) Obtaining confidence intervals for the risk ratio in cohort
 * studies. Biometrics 34:469-474.
 * @example ratioOfProportions({ numerator: 15, denominator: 35 }, { numerator: 5, denominator: 40 });
 * // { value: 3.4286, lower: 1.3873, upper: 8.4732 }
 */
export function ratioOfProportions(a: Counts, b: Counts, confidence = 0.95): IntervalEstimate | undefined {
  const logVariance = (counts: Counts): number => {
    checkPart(counts, 'ratioOfProportions');
    return 1 / counts.numerator - 1 / counts.denominator;
  };
  return ratioOf(a, b, { confidence, logVariance: logVariance(a) + logVariance(b) });
}

/**
 * Ratio of two independent rates with its interval on the log scale.
 *
 * @param a events and people (or person-years) of the group.
 * @param b of what it is compared with.
 * @returns undefined where either has no events. Swapping both inverts ratio and limits.
 * @throws RangeError for negative or non-finite counts or denominators not above zero.
 * @see Rothman KJ, Greenland S, Lash TL (2008) Modern Epidemiology, 3rd ed., ch. 14.
 * @example ratioOfRates({ numerator: 41, denominator: 28_010 }, { numerator: 15, denominator: 19_017 });
 * // { value: 1.8558, lower: 1.0272, upper: 3.3526 }
 */
export function ratioOfRates(a: Counts, b: Counts, confidence = 0.95): IntervalEstimate | undefined {
  const logVariance = (counts: Counts): number => {
    checkEvents(counts, 'ratioOfRates');
    return 1 / counts.numerator;
  };
  return ratioOf(a, b, { confidence, logVariance: logVariance(a) + logVariance(b) });
}

function ratioOf(
  a: Counts,
  b: Counts,
  { confidence, logVariance }: { readonly confidence: number; readonly logVariance: number },
): IntervalEstimate | undefined {
  if (a.numerator === 0 || b.numerator === 0) return undefined;
  const value = a.numerator / a.denominator / (b.numerator / b.denominator);
  const { lower, upper } = withLogInterval(value, Math.sqrt(Math.max(0, logVariance)), confidence);
  return lower === undefined || upper === undefined ? undefined : { value, lower, upper };
}
