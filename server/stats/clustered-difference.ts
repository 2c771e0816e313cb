import { clusteredError, FEWEST_CLUSTERS, linearised } from './clustered-proportion.ts';
import { checkedConfidence } from './confidence.ts';
import type { Counts } from './counts.ts';
import type { Interval } from './interval.ts';
import { requirement } from './requirement.ts';
import { special } from './special-functions.ts';
import { studentTQuantile } from './student-t.ts';

/** A difference from clusters; limits and p-value only where clusters are many enough and say anything. */
type ClusteredDifference = Partial<Interval> & {
  readonly value: number;
  readonly standardError: number;
  readonly p?: number;
  /** Clusters that hold anybody of either group. */
  readonly clusters: number;
};

/**
 * Difference of two proportions over the same clusters, with an interval from the clusters: two groups of residents,
 * each spread over the same small areas. What the groups share of each area is taken into account, for it moves both.
 *
 * @param a people with the outcome and people of the group in each cluster.
 * @param b the same of the group it is compared with, in the same order of clusters.
 * @param confidence 0.9 to below 1.
 * @returns a less b as a fraction, with Student limits of G - 1 degrees of freedom, kept within -1 and 1, and the
 * two-sided p-value; without both for fewer than 20 clusters, and where no cluster pulls.
 * @throws RangeError for lists of different length, and as `clusteredProportion`.
 * @see Cochran WG (1977) Sampling Techniques, 3rd ed., 6.4 and 9A; Korn EL, Graubard BI (1999) Analysis of Health Surveys,
 * 2.4 (linear combinations of ratios from one sample of clusters).
 * @example clusteredDifference(
 *   Array.from({ length: 24 }, (_, i) => ({ numerator: i % 4 === 0 ? 10 : 0, denominator: 10 })),
 *   Array.from({ length: 24 }, (_, i) => ({ numerator: i % 4 === 0 ? 5 : 0, denominator: 5 + (i % 2) })),
 * );
 * // { value: 0.0227, standardError: 0.0067, lower: 0.0088, upper: 0.0366, p: 0.0026, clusters: 24 }
 */
export function clusteredDifference(
  a: readonly Counts[],
  b: readonly Counts[],
  confidence = 0.95,
): ClusteredDifference {
  const caller = 'clusteredDifference';
  const level = checkedConfidence(confidence, caller);
  requirement(a.length === b.length, caller, 'the same clusters of both groups');
  const [own, other] = [linearised(a, caller), linearised(b, caller)];
  const clusters = a.filter(({ denominator }, at) => denominator + (b[at]?.denominator ?? 0) > 0).length;
  const pulls = own.influences.map((pull, at) => pull - (other.influences[at] ?? 0));
  const standardError = clusteredError(pulls, clusters);
  const found = { value: own.value - other.value, standardError, clusters };
  if (clusters < FEWEST_CLUSTERS || standardError === 0) return found;
  const half = studentTQuantile((1 + level) / 2, clusters - 1) * standardError;
  return {
    ...found,
    lower: Math.max(-1, found.value - half),
    upper: Math.min(1, found.value + half),
    p: twoSided(found.value / standardError, clusters - 1),
  };
}

/** Both tails of Student's t: Abramowitz & Stegun (1964) 26.7.1. */
const twoSided = (t: number, degrees: number) => special.beta(degrees / 2, 0.5, degrees / (degrees + t * t));
