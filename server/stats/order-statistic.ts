import { at } from '../lists.ts';
import { requirement } from './requirement.ts';

/**
 * The value that would stand at a place if the values were sorted upwards, without sorting them all.
 *
 * @param values moved about while looking.
 * @param place from 0.
 * @throws RangeError for a place outside the list.
 * @see Hoare CAR (1961) Algorithm 65: find. Commun ACM 4:321-322.
 * @example orderStatistic(Float64Array.of(3, 1, 2), 0); // 1
 */
export function orderStatistic(values: Float64Array, place: number): number {
  requirement(
    Number.isInteger(place) && place >= 0 && place < values.length,
    'orderStatistic',
    'a place in the list',
  );
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = at(values, (from + to) >>> 1);
    let left = from;
    let right = to;
    while (left <= right) {
      while (at(values, left) < pivot) left++;
      while (at(values, right) > pivot) right--;
      if (left > right) break;
      const kept = at(values, left);
      values[left] = at(values, right);
      values[right] = kept;
      left++;
      right--;
    }
    if (place <= right) to = right;
    else if (place >= left) from = left;
    else return at(values, place);
  }
  return at(values, place);
}
