/** Counts that are a property of areas given to each person in them: shares and differences from the areas. Pure. */
import { clusteredDifference } from '../../stats/clustered-difference.ts';
import { clusteredProportion } from '../../stats/clustered-proportion.ts';
import type { Counts } from '../../stats/counts.ts';
import type { Estimate } from '../../stats/difference.ts';
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

/** Limits where the areas give any. */
export function shareOfAreas(areas: readonly Counts[], confidence = 0.95) {
  const { value, lower, upper } = clusteredProportion(areas, confidence);
  return lower === undefined || upper === undefined ? undefined : { value, lower, upper };
}

/** A difference without limits knows nothing of its size: it may be anything. */
export function differenceOfAreas(a: readonly Counts[], b: readonly Counts[]): Estimate & { p: number } {
  const { value, lower = -1, upper = 1, p = 1 } = clusteredDifference(a, b);
  return { value, lower, upper, p };
}
