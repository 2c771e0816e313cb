import { requirement } from './requirement.ts';

/** People a measure over groups speaks for, their share of all, and whether that is enough to publish it. */
export type Coverage = { readonly people: number; readonly share: number; readonly enough: boolean };

/** Below this share of people, a measure over groups is refused. */
const smallestCoverage = 0.9;

/**
 * How many of the people a measure over groups speaks for when some groups are withheld or missing.
 *
 * @param shown people in the groups that are shown.
 * @param whole people in all groups; above zero.
 * @returns people, share of all, and whether that is enough to publish a measure over groups (90%).
 * @throws RangeError for negative or non-finite numbers, or more shown than there are.
 * @see Schlotheuber A, Hosseinpoor AR (2022) Int J Environ Res Public Health 19:3697 (missing subgroups).
 * @example coverage(950, 1000); // { people: 950, share: 0.95, enough: true }
 */
export function coverage(shown: number, whole: number): Coverage {
  requirement(shown >= 0, 'coverage', 'a number of people shown, zero or more');
  requirement(whole > 0 && whole < Infinity, 'coverage', 'a finite number of people above zero');
  requirement(shown <= whole, 'coverage', 'no more people shown than there are');
  const share = shown / whole;
  return { people: shown, share, enough: share >= smallestCoverage };
}
