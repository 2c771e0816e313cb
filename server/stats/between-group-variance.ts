import { type MeasuredIndex, withNormalInterval } from './normal-interval.ts';
import { type Composition, composition, type Subgroup, sumOf } from './subgroups.ts';

/**
 * Between-group variance: the mean squared distance of groups from the population's figure, by people.
 *
 * @param groups at least three, in any order.
 * @returns in the square of the figures' unit; with standard error and limits where every group has one.
 * @throws RangeError as `composition`, or for a confidence outside 0.9 to below 1.
 * @see Harper S, Lynch J (2005) Methods for Measuring Cancer Disparities, NCI; Ahn J et al (2019) Global
 * Health Action 12:1582162 (variance of the quadratic form in normal figures).
 * @example betweenGroupVariance([
 *   { population: 1, value: 20 }, { population: 1, value: 30 }, { population: 2, value: 40 },
 * ]).value; // 68.75
 */
export function betweenGroupVariance(groups: readonly Subgroup[], confidence = 0.95): MeasuredIndex {
  const whole = composition(groups, 'betweenGroupVariance');
  return withNormalInterval(variance(whole), standardError(whole), confidence);
}

/**
 * Between-group standard deviation: as the variance, in the unit of the figures.
 *
 * @param groups at least three, in any order.
 * @returns standard error by the delta method, and limits, except where all groups are equal.
 * @throws RangeError as `betweenGroupVariance`.
 * @see Harper S, Lynch J (2005) Methods for Measuring Cancer Disparities, NCI.
 * @example betweenGroupStandardDeviation([
 *   { population: 1, value: 20 }, { population: 1, value: 30 }, { population: 2, value: 40 },
 * ]).value; // 8.2916
 */
export function betweenGroupStandardDeviation(groups: readonly Subgroup[], confidence = 0.95): MeasuredIndex {
  const whole = composition(groups, 'betweenGroupStandardDeviation');
  const deviation = Math.sqrt(variance(whole));
  const error = standardError(whole);
  const known = error !== undefined && deviation > 0;
  return withNormalInterval(deviation, known ? error / (2 * deviation) : undefined, confidence);
}

function variance({ parts, mean }: Composition): number {
  return sumOf(parts, ({ share, value }) => share * (value - mean) ** 2);
}

/** Of y'Ay with A = diag(f) - ff': variance 2 tr(ASAS) + 4 y'ASAy for independent normal figures. */
function standardError({ measured, mean }: Composition): number | undefined {
  if (measured === undefined) return undefined;
  const parts = measured.map(({ share: f, value, standardError: error }) => ({
    f,
    value,
    squared: error * error,
  }));
  const spread = sumOf(parts, ({ f, squared }) => f * f * squared);
  const trace = sumOf(parts, ({ f, squared }) => {
    const own = f * squared;
    const rest = spread - f * own;
    return own * own * (1 - f) ** 2 + f * own * rest;
  });
  const slope = sumOf(parts, ({ f, value, squared }) => (f * (value - mean)) ** 2 * squared);
  return Math.sqrt(2 * trace + 4 * slope);
}
