import { checkedConfidence } from './confidence.ts';
import type { Counts } from './counts.ts';
import type { Interval } from './interval.ts';
import { requirement } from './requirement.ts';
import { studentTQuantile } from './student-t.ts';

/** Below so many clusters an interval from them cannot be trusted, and none is given. */
export const FEWEST_CLUSTERS = 20;

/** A figure from clusters; limits only where clusters are many enough and do not all agree. */
type ClusteredProportion = Partial<Interval> & {
  readonly value: number;
  readonly standardError: number;
  /** Clusters that hold anybody of the group. */
  readonly clusters: number;
};

/**
 * Proportion of people whose outcome comes from the cluster they are in, with an interval from the clusters: the share
 * of residents who live in deprived small areas, where everybody in a small area shares its value. The sample is
 * clusters, not people: a thousand people in one area say no more about chance than one.
 *
 * The variance is that of a ratio of two totals over clusters, with G / (G - 1); the interval is Student's with G - 1
 * degrees of freedom on the logit scale, so that it stays within 0 and 1.
 *
 * @param clusters people with the outcome and people of the group in each cluster; a cluster without anybody of the
 * group is left out.
 * @param confidence 0.9 to below 1.
 * @returns fractions from 0 to 1, without limits for fewer than 20 clusters, and where none or all have the outcome.
 * @throws RangeError for counts that are negative, not finite or no part of a whole, where nobody is in any cluster, or
 * for a confidence outside 0.9 to below 1.
 * @see Cochran WG (1977) Sampling Techniques, 3rd ed., 6.4 and 9A; Korn EL, Graubard BI (1998) Survey Methodology
 * 24:193-201 (logit, with degrees of freedom of the design); Cameron AC, Miller DL (2015) J Hum Resour 50:317-372 (few
 * clusters).
 * @example clusteredProportion(Array.from({ length: 24 }, (_, i) => ({ numerator: i % 4 === 0 ? 10 : 0, denominator: 10 })));
 * // { value: 0.25, standardError: 0.0903, lower: 0.1096, upper: 0.4744, clusters: 24 }
 */
export function clusteredProportion(clusters: readonly Counts[], confidence = 0.95): ClusteredProportion {
  const level = checkedConfidence(confidence, 'clusteredProportion');
  const { value, influences } = linearised(clusters, 'clusteredProportion');
  const held = clusters.filter(({ denominator }) => denominator > 0).length;
  const standardError = clusteredError(influences, held);
  const found = { value, standardError, clusters: held };
  if (held < FEWEST_CLUSTERS || value === 0 || value === 1) return found;
  const half = (studentTQuantile((1 + level) / 2, held - 1) * standardError) / (value * (1 - value));
  const logit = Math.log(value / (1 - value));
  return { ...found, lower: expit(logit - half), upper: expit(logit + half) };
}

const expit = (x: number) => 1 / (1 + Math.exp(-x));

/**
 * A ratio of totals, and how far each cluster pulls it from itself: the pulls add up to zero.
 *
 * @param clusters counts of each cluster, in any order.
 * @param caller named in the error.
 * @throws RangeError as `clusteredProportion`.
 * @see Woodruff RS (1971) JASA 66:411-414 (linearisation).
 * @example linearised([{ numerator: 1, denominator: 2 }, { numerator: 0, denominator: 2 }], 'example'); // { value: 0.25 }
 */
export function linearised(
  clusters: readonly Counts[],
  caller: string,
): { readonly value: number; readonly influences: readonly number[] } {
  for (const { numerator, denominator } of clusters) {
    requirement(numerator >= 0 && denominator < Infinity, caller, 'finite counts of zero or more');
    requirement(numerator <= denominator, caller, 'numerators no larger than their denominators');
  }
  const people = clusters.reduce((sum, { denominator }) => sum + denominator, 0);
  requirement(people > 0, caller, 'somebody in one of the clusters');
  const value = clusters.reduce((sum, { numerator }) => sum + numerator, 0) / people;
  return {
    value,
    influences: clusters.map(({ numerator, denominator }) => (numerator - value * denominator) / people),
  };
}

/**
 * Standard error of a figure from the pulls of its clusters.
 *
 * @param clusters how many count as drawn; 0 is given back for a single one.
 * @see Cochran WG (1977) Sampling Techniques, 3rd ed., 9A.
 * @example clusteredError([0.3, -0.3], 2); // 0.6
 */
export function clusteredError(influences: readonly number[], clusters: number): number {
  if (clusters < 2) return 0;
  const squares = influences.reduce((sum, pull) => sum + pull * pull, 0);
  return Math.sqrt((clusters / (clusters - 1)) * squares);
}
