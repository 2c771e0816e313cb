import { checkEvents } from './counts.ts';
import type { Interval } from './interval.ts';
import { firstByarCount, poissonLimits } from './poisson-limits.ts';
import { requirement } from './requirement.ts';

/** How a rate is expressed. */
export type RateOptions = {
  /** 0.9 to below 1; 0.95 when left out. */
  readonly confidence?: number;
  /** Per how many people; 100,000 when left out. */
  readonly multiplier?: number;
};

export type RateEstimate = Interval & {
  readonly value: number;
  /** Which limits were used: exact Poisson for fewer than ten events, else Byar. */
  readonly method: 'exact' | 'byar';
};

/**
 * Crude rate with its interval: events per so many people or person-years.
 *
 * @param count events; zero or more, fractions allowed.
 * @param denominator people or person-years; above zero.
 * @returns value and limits per `multiplier`.
 * @throws RangeError for a negative or non-finite count, a denominator not above zero, a negative
 * multiplier, or a confidence outside 0.9 to below 1.
 * @see Breslow NE, Day NE (1987) IARC 82, p. 69 (Byar); Garwood F (1936) Biometrika 28:437-442 (exact).
 * @example rate(65, 100); // { value: 65000, lower: 50163.2, upper: 82849.1, method: 'byar' }
 */
export function rate(
  count: number,
  denominator: number,
  { confidence = 0.95, multiplier = 100_000 }: RateOptions = {},
): RateEstimate {
  checkEvents({ numerator: count, denominator }, 'rate');
  requirement(multiplier >= 0 && multiplier < Infinity, 'rate', 'a finite multiplier of zero or more');
  const limits = poissonLimits(count, confidence);
  const scale = multiplier / denominator;
  const [value, lower, upper] = [count * scale, limits.lower * scale, limits.upper * scale];
  requirement(upper < Infinity, 'rate', 'numbers whose result is finite');
  return { value, lower, upper, method: count < firstByarCount ? 'exact' : 'byar' };
}
