import { requirement } from './requirement.ts';
import { special } from './special-functions.ts';

/**
 * Quantile of Student's t distribution: the value with the given probability below it.
 *
 * @param probability strictly between 0 and 1.
 * @param degrees of freedom; above zero.
 * @throws RangeError for a probability outside (0, 1) or degrees of freedom not above zero.
 * @see Abramowitz & Stegun (1964) 26.7.1: t from the inverse incomplete beta function.
 * @example studentTQuantile(0.975, 10); // 2.228138851964939
 */
export function studentTQuantile(probability: number, degrees: number): number {
  requirement(probability > 0 && probability < 1, 'studentTQuantile', 'a probability between 0 and 1');
  requirement(degrees > 0 && degrees < Infinity, 'studentTQuantile', 'degrees of freedom above zero');
  if (probability === 0.5) return 0;
  const bothTails = 2 * Math.min(probability, 1 - probability);
  const x = special.betaInverse(degrees / 2, 0.5, bothTails);
  const t = Math.sqrt((degrees * (1 - x)) / x);
  return probability < 0.5 ? -t : t;
}
