import { requirement } from './requirement.ts';
import { composition, type Subgroup, sumOf, withPeople } from './subgroups.ts';

/** How groups count: each by its people, or all alike. */
export type Weighting = 'people' | 'groups';

/**
 * Mean difference from the population's figure: how far groups lie from it on average, either way.
 *
 * @param groups at least three, in any order.
 * @param weighting by people (default) or each group alike.
 * @returns in the unit of the figures; zero when all groups are equal.
 * @throws RangeError as `composition`.
 * @see Schlotheuber A, Hosseinpoor AR (2022) Int J Environ Res Public Health 19:3697.
 * @example meanDifferenceFromMean([
 *   { population: 78, value: 20 }, { population: 91, value: 30 }, { population: 162, value: 40 },
 * ]); // 7.3044
 */
export function meanDifferenceFromMean(groups: readonly Subgroup[], weighting: Weighting = 'people'): number {
  const { mean } = composition(groups, 'meanDifferenceFromMean');
  return meanDistance(groups, { from: mean, weighting, caller: 'meanDifferenceFromMean' });
}

/**
 * Mean difference from the best group: what would be gained on average if all did as well.
 *
 * @param groups at least three, in any order.
 * @param best whether the highest or the lowest figure (of a group with people in it) is the best.
 * @param weighting by people (default) or each group alike.
 * @returns in the unit of the figures.
 * @throws RangeError as `composition`.
 * @see Schlotheuber A, Hosseinpoor AR (2022) Int J Environ Res Public Health 19:3697.
 * @example meanDifferenceFromBest([
 *   { population: 1, value: 20 }, { population: 1, value: 30 }, { population: 2, value: 40 },
 * ], 'highest'); // 7.5
 */
export function meanDifferenceFromBest(
  groups: readonly Subgroup[],
  best: 'highest' | 'lowest',
  weighting: Weighting = 'people',
): number {
  const values = withPeople(groups, 'meanDifferenceFromBest').map(({ value }) => value);
  const from = best === 'highest' ? Math.max(...values) : Math.min(...values);
  return meanDistance(groups, { from, weighting, caller: 'meanDifferenceFromBest' });
}

/**
 * Mean difference from a chosen reference group.
 *
 * @param groups at least three, in any order.
 * @param reference place of the reference group in the list, from 0.
 * @param weighting by people (default) or each group alike (the reference itself counts as one of them).
 * @returns in the unit of the figures.
 * @throws RangeError as `composition`, or for a place outside the list.
 * @see Schlotheuber A, Hosseinpoor AR (2022) Int J Environ Res Public Health 19:3697.
 * @example meanDifferenceFromReference([
 *   { population: 1, value: 20 }, { population: 1, value: 30 }, { population: 2, value: 40 },
 * ], 0); // 12.5
 */
export function meanDifferenceFromReference(
  groups: readonly Subgroup[],
  reference: number,
  weighting: Weighting = 'people',
): number {
  const group = groups[reference];
  requirement(group !== undefined, 'meanDifferenceFromReference', 'a reference among the groups');
  return meanDistance(groups, { from: group.value, weighting, caller: 'meanDifferenceFromReference' });
}

function meanDistance(
  groups: readonly Subgroup[],
  {
    from,
    weighting,
    caller,
  }: { readonly from: number; readonly weighting: Weighting; readonly caller: string },
): number {
  const { parts } = composition(groups, caller);
  return sumOf(parts, ({ share, value }) => {
    const weight = weighting === 'people' ? share : 1 / parts.length;
    return weight * Math.abs(value - from);
  });
}
