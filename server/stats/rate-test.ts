import { type Counts, checkEvents } from './counts.ts';
import { finite } from './requirement.ts';
import { special } from './special-functions.ts';

/**
 * Conditional exact test of two independent rates: is the difference more than chance?
 *
 * Given how many events there are in all, one group's events are binomial with its share of the people. The
 * two-sided p-value is twice the smaller tail, at most 1 ("central"): it agrees with exact Poisson intervals,
 * and treats both directions alike.
 *
 * @param a events and people (or person-years) of one group; fractional events allowed.
 * @param b of the other.
 * @returns p = 1 where neither has any event.
 * @throws RangeError for negative or non-finite events or denominators not above zero.
 * @see Przyborowski J, Wilenski H (1940) Homogeneity of results in testing samples from Poisson series.
 * Biometrika 31:313-323; Fay MP (2010) Two-sided exact tests and matching confidence intervals. R Journal 2:53-58.
 * @example rateTest({ numerator: 2, denominator: 17_877 }, { numerator: 10, denominator: 20_000 }); // { p: 0.0606 }
 */
export function rateTest(a: Counts, b: Counts): { readonly p: number } {
  checkEvents(a, 'rateTest');
  checkEvents(b, 'rateTest');
  const share = a.denominator / (a.denominator + b.denominator);
  const low = atMost(a.numerator, b.numerator, share);
  const high = atMost(b.numerator, a.numerator, 1 - share);
  return finite({ p: Math.min(1, 2 * Math.min(low, high)) }, 'rateTest');
}

/** Apportioned events below this change no probability that a number can hold. */
const almostNothing = 1e-12;

/** P(X <= x) of x + y trials, each a success with the given chance; by the incomplete beta function. */
function atMost(x: number, y: number, chance: number): number {
  return y < almostNothing ? 1 : special.beta(y, x + 1, 1 - chance);
}
