import { normalDeviate } from './confidence.ts';
import type { Interval } from './interval.ts';
import { finite, requirement } from './requirement.ts';

/** A figure, with standard error and limits where they are known. */
export type MeasuredIndex = Partial<Interval> & { readonly value: number; readonly standardError?: number };

/**
 * A figure with the normal interval of its standard error; without limits where that is unknown.
 *
 * @param standardError in the unit of the figure; zero or more.
 * @throws RangeError for a negative or non-finite standard error or a confidence outside 0.9 to below 1.
 * @see Wald A (1943) Trans Am Math Soc 54:426-482.
 * @example withNormalInterval(10, 2); // { value: 10, standardError: 2, lower: 6.08, upper: 13.92 }
 */
export function withNormalInterval(
  value: number,
  standardError: number | undefined,
  confidence = 0.95,
): MeasuredIndex {
  const z = normalDeviate(confidence, 'withNormalInterval');
  if (standardError === undefined) return finite({ value }, 'withNormalInterval');
  requirement(
    standardError >= 0 && standardError < Infinity,
    'withNormalInterval',
    'a standard error of zero or more',
  );
  const reach = z * standardError;
  return finite({ value, standardError, lower: value - reach, upper: value + reach }, 'withNormalInterval');
}

/**
 * A ratio with the interval that is normal on the log scale, so that swapping both sides inverts it.
 *
 * @param logStandardError of the ratio's log.
 * @throws RangeError for a ratio not above zero, a negative standard error or a confidence outside 0.9 to below 1.
 * @see Katz D, Baptista J, Azen SP, Pike MC (1978) Biometrics 34:469-474.
 * @example withLogInterval(2, 0.1); // { value: 2, standardError: 0.1, lower: 1.644, upper: 2.433 }
 */
export function withLogInterval(
  value: number,
  logStandardError: number | undefined,
  confidence = 0.95,
): MeasuredIndex {
  requirement(value > 0 && value < Infinity, 'withLogInterval', 'a ratio above zero');
  const { upper, standardError } = withNormalInterval(0, logStandardError, confidence);
  if (upper === undefined || standardError === undefined) return { value };
  const limits = { lower: value * Math.exp(-upper), upper: value * Math.exp(upper) };
  // Beyond what a number can hold there is no limit to give.
  return Number.isFinite(limits.upper) ? { value, standardError, ...limits } : { value, standardError };
}
