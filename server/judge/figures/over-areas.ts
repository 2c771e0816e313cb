/** Counts that are a property of areas given to each person in them: shares and differences from the areas. Pure. */
import { clusteredDifference } from '../../stats/clustered-difference.ts';
import { clusteredProportion } from '../../stats/clustered-proportion.ts';
import type { Counts } from '../../stats/counts.ts';
import type { IntervalEstimate } from '../../stats/difference.ts';
import type { Counted } from './counted.ts';

export const OF_AREAS =
  'Everybody in a small area shares its value, so the sample is areas, not people, and nothing is tested.';

/**
 * Whether two counts have the same sample: people, or the same small areas. A group of one neighbourhood and everybody
 * of the whole place have not, and their difference would be of areas and people mixed.
 */
export const sameSample = ({ smallAreas: a }: Counted, { smallAreas: b }: Counted) => a?.length === b?.length;

export const OTHER_AREAS =
  'The two are not made of the same small areas, so their difference has no interval.';

/**
 * A share of people who live in areas with a property, with limits from the areas: they are the sample.
 *
 * @param areas people with the property and people, by small area.
 * @param confidence 0.9 to below 1.
 * @returns as fractions; undefined where there are fewer than twenty areas, or all are alike.
 * @throws RangeError for counts that are no part of a whole.
 * @see Korn EL, Graubard BI (1998) Surv Methodol 24:193-201; Cochran WG (1977) Sampling Techniques, 6.4.
 * @example shareOfAreas(Array.from({ length: 20 }, (_, at) => ({ numerator: at < 8 ? 100 : 0, denominator: 100 })));
 *   // { value: 0.4, lower: 0.2001, upper: 0.6398 }
 */
export function shareOfAreas(areas: readonly Counts[], confidence = 0.95) {
  const { value, lower, upper } = clusteredProportion(areas, confidence);
  return lower === undefined || upper === undefined ? undefined : { value, lower, upper };
}

/**
 * The difference of two such shares. Without limits it knows nothing of its size: it may be anything.
 *
 * @param a small areas of one.
 * @param b small areas of the other.
 * @returns as fractions, and p two-sided.
 * @throws RangeError for counts that are no part of a whole.
 * @see Cochran WG (1977) Sampling Techniques, 6.4, 9A.
 * @example differenceOfAreas([{ numerator: 100, denominator: 100 }], [{ numerator: 0, denominator: 100 }]);
 *   // { value: 1, lower: -1, upper: 1, p: 1 }
 */
export function differenceOfAreas(
  a: readonly Counts[],
  b: readonly Counts[],
): IntervalEstimate & { p: number } {
  const { value, lower = -1, upper = 1, p = 1 } = clusteredDifference(a, b);
  return { value, lower, upper, p };
}
