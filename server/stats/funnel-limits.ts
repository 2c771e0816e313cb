import { chiSquareQuantile } from './chi-square.ts';
import type { Interval } from './interval.ts';
import { normalQuantile } from './normal.ts';
import { requirement } from './requirement.ts';

/** The two pairs of control limits of a funnel plot, by the share of areas expected beyond each side. */
export const funnelTails = { inner: 0.025, outer: 0.001 } as const;

/** Control limits about the average: 95% (`inner`) and 99.8% (`outer`). */
type FunnelLimits = { readonly inner: Interval; readonly outer: Interval };

/**
 * The average a funnel is drawn about: all areas taken together.
 *
 * @param numerators one per area; zero or more.
 * @param denominators people, or events expected, in the same order; zero or more, with at least one above zero.
 * @returns their totals' ratio: a proportion, a rate per person, or (of expected events) a ratio.
 * @throws RangeError for no areas, lists of different length, or values that are negative or not finite.
 * @see Spiegelhalter DJ (2005) Stat Med 24:1185-1202.
 * @example funnelAverage([0, 5, 10, 12, 20], [20, 20, 20, 40, 60]); // 0.29375
 */
export function funnelAverage(numerators: readonly number[], denominators: readonly number[]): number {
  requirement(numerators.length > 0, 'funnelAverage', 'at least one area');
  requirement(numerators.length === denominators.length, 'funnelAverage', 'a denominator for every area');
  const total = (values: readonly number[], what: string): number =>
    values.reduce((sum, value) => {
      requirement(value >= 0 && value < Infinity, 'funnelAverage', `${what} of zero or more for every area`);
      return sum + value;
    }, 0);
  const people = total(denominators, 'denominators');
  requirement(people > 0, 'funnelAverage', 'a denominator above zero');
  return total(numerators, 'numerators') / people;
}

/**
 * Funnel limits of a proportion: how far from the average an area of a given size strays by chance alone.
 *
 * These are the proportions whose Wilson score interval just reaches the average.
 *
 * @param average the average of all areas, above 0 and below 1: where every area has none or all there is no variation
 * by chance to judge by, and limits would have no width.
 * @param population people in the area; above zero.
 * @returns fractions, cut at 0 and 1.
 * @throws RangeError for an average not above 0 and below 1 or a population not above zero.
 * @see Spiegelhalter DJ (2005) Funnel plots for comparing institutional performance. Stat Med 24:1185-1202;
 * Wilson EB (1927) JASA 22:209-212.
 * @example proportionFunnelLimits(0.29375, 20).inner; // { lower: 0.0941, upper: 0.4934 }
 */
export function proportionFunnelLimits(average: number, population: number): FunnelLimits {
  requirement(average > 0 && average < 1, 'proportionFunnelLimits', 'an average above 0 and below 1');
  requirement(population > 0 && population < Infinity, 'proportionFunnelLimits', 'a population above zero');
  const deviation = Math.sqrt((average * (1 - average)) / population);
  const limits = (tail: number): Interval => {
    const reach = normalQuantile(1 - tail) * deviation;
    return { lower: Math.max(0, average - reach), upper: Math.min(1, average + reach) };
  };
  return { inner: limits(funnelTails.inner), outer: limits(funnelTails.outer) };
}

/**
 * Funnel limits of a count: how many events would have to be expected for the observed number to be just as
 * unusual as the limit says - `lower` for a number that is low, `upper` for one that is high.
 *
 * Divide the observed number by them for a ratio; divide them by the average rate for a population.
 *
 * @param observed events; above zero.
 * @returns expected events: `lower` is the larger one.
 * @throws RangeError for a count not above zero or not finite.
 * @see Garwood F (1936) Fiducial limits for the Poisson distribution. Biometrika 28:437-442; Spiegelhalter DJ
 * (2005) Stat Med 24:1185-1202.
 * @example expectedForFunnel(10).inner; // { lower: 18.39, upper: 4.795 }
 */
export function expectedForFunnel(observed: number): FunnelLimits {
  requirement(observed > 0 && observed < Infinity, 'expectedForFunnel', 'a finite count above zero');
  const limits = (tail: number): Interval => ({
    lower: chiSquareQuantile(1 - tail, 2 * observed + 2) / 2,
    upper: chiSquareQuantile(tail, 2 * observed) / 2,
  });
  return { inner: limits(funnelTails.inner), outer: limits(funnelTails.outer) };
}
