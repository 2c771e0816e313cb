import { meanDifferenceFromMean, type Weighting } from './mean-difference.ts';
import { finite, requirement } from './requirement.ts';
import { composition, type Subgroup } from './subgroups.ts';

/**
 * Index of disparity: the mean difference from the population's figure, as a percentage of that figure.
 *
 * @param groups at least three, in any order.
 * @param weighting each group by its people (default) or all alike (the original, unweighted index).
 * @returns percent; zero when all groups are equal.
 * @throws RangeError as `composition`, or for a population figure not above zero.
 * @see Pearcy JN, Keppel KG (2002) A summary measure of health disparity. Public Health Rep 117:273-280.
 * @example indexOfDisparity([
 *   { population: 78, value: 20 }, { population: 91, value: 30 }, { population: 162, value: 40 },
 * ]); // 22.449
 */
export function indexOfDisparity(groups: readonly Subgroup[], weighting: Weighting = 'people'): number {
  const { mean } = composition(groups, 'indexOfDisparity');
  requirement(mean > 0, 'indexOfDisparity', 'a population figure above zero');
  const value = (100 * meanDifferenceFromMean(groups, weighting)) / mean;
  return finite({ value }, 'indexOfDisparity').value;
}
