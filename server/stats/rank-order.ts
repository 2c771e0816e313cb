import { item } from '../lists.ts';
import { requirement } from './requirement.ts';

/**
 * Puts groups into the order of their ranks, which must be 1, 2, 3 ... without gap or repeat.
 *
 * @throws RangeError for ranks with gaps or repeats.
 * @see Schlotheuber A, Hosseinpoor AR (2022) Int J Environ Res Public Health 19:3697, ordered dimensions.
 * @example inRankOrder([{ fifth: 2 }, { fifth: 1 }], ({ fifth }) => fifth); // [{ fifth: 1 }, { fifth: 2 }]
 */
export function inRankOrder<Group>(groups: readonly Group[], rankOf: (group: Group) => number): Group[] {
  const sorted = groups.toSorted((a, b) => rankOf(a) - rankOf(b));
  requirement(
    sorted.every((group, i) => rankOf(group) === i + 1),
    'inRankOrder',
    'ranks 1, 2, 3 and so on without gap or repeat',
  );
  return sorted;
}

/**
 * Ridit of each group: the middle of its place in the cumulative population, from 0 to 1.
 *
 * @param populations in rank order; at least one person in all.
 * @throws RangeError for a negative or non-finite population or nobody at all.
 * @see Bross IDJ (1958) How to use ridit analysis. Biometrics 14:18-38.
 * @example ridits([100, 300]); // [0.125, 0.625]
 */
export function ridits(populations: readonly number[]): number[] {
  const total = populations.reduce((sum, n) => sum + n, 0);
  requirement(
    populations.every((n) => n >= 0) && total > 0 && total < Infinity,
    'ridits',
    'populations of zero or more, with at least one person',
  );
  let below = 0;
  return populations.map((population) => {
    const middle = below + population / 2;
    below += population;
    return middle / total;
  });
}

/**
 * Groups in order, each with its ridit: the middle of its place among all people, from 0 to 1.
 *
 * @throws RangeError as `ridits`.
 * @example withRidits([{ population: 100 }, { population: 300 }])[1]; // { population: 300, ridit: 0.625 }
 */
export function withRidits<Group extends { readonly population: number }>(
  groups: readonly Group[],
): (Group & { readonly ridit: number })[] {
  const found = ridits(groups.map(({ population }) => population));
  return groups.map((group, i) => ({ ...group, ridit: item(found, i) }));
}
