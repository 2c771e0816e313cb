import { at } from '../lists.ts';
import { requirement } from './requirement.ts';

/**
 * Deprivation fifths, tenths and the like: which of k equal groups each area falls into by rank.
 *
 * Areas with the same value share a group. Where k does not divide the number of areas, groups differ by one.
 *
 * @param values one per area, any unit; undefined where missing (takes no part).
 * @param groups how many groups; a whole number of one or more.
 * @param first whether group 1 holds the highest values (default; for a deprivation score, the most deprived)
 * or the lowest (for a deprivation rank, the most deprived).
 * @returns group numbers from 1, in the order of the values; all undefined where fewer areas than groups.
 * @throws RangeError for a number of groups that is not a whole number above zero, or non-finite values.
 * @see OHID (2018) Public health methods: ranks by the minimum of ties, floor((k + 1) - ceil((n + 1 - rank) k / n)).
 * @example quantileGroups([10, 20, 30, 40, 50], 5); // [5, 4, 3, 2, 1]
 */
export function quantileGroups(
  values: readonly (number | undefined)[],
  groups: number,
  first: 'highest' | 'lowest' = 'highest',
): (number | undefined)[] {
  requirement(
    Number.isInteger(groups) && groups > 0,
    'quantileGroups',
    'a whole number of groups above zero',
  );
  const known = values.filter((value) => value !== undefined);
  requirement(
    known.every((value) => Number.isFinite(value)),
    'quantileGroups',
    'finite values',
  );
  const count = known.length;
  if (count < groups) return values.map(() => undefined);
  // Ranks run from the end that group 1 stands at; equal values share the first of their ranks.
  const sign = first === 'highest' ? -1 : 1;
  const sorted = Float64Array.from(known, (value) => sign * value).sort();
  const areasPerGroup = count / groups;
  return values.map((value) => {
    if (value === undefined) return undefined;
    const rank = placeOf(sorted, sign * value) + 1;
    return Math.max(1, Math.floor(groups + 1 - Math.ceil((count + 1 - rank) / areasPerGroup)));
  });
}

/** The first place of a value in a sorted list, by halving. */
function placeOf(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (at(sorted, middle) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
