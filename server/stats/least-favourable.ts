import type { Counts } from './counts.ts';
import { requirement } from './requirement.ts';

/** All a published count says about the true one: it lies from `lowest` to `highest`. */
export type CountRange = { readonly lowest: number; readonly highest: number };

/** A group's counts, each known within a range. */
export type CountRanges = { readonly numerator: CountRange; readonly denominator: CountRange };

/**
 * Which true counts round to a published one.
 *
 * @param shown a multiple of the base; an exact zero is published as zero, and nothing else is.
 * @param base what counts are rounded to the nearest of; 5 when left out.
 * @throws RangeError for a count that is negative or no multiple of the base, or a base that is no odd whole
 * number above zero (an even base leaves halves undecided).
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 5 (conventional rounding).
 * @example countsRoundingTo(40); // { lowest: 38, highest: 42 }
 */
export function countsRoundingTo(shown: number, base = 5): CountRange {
  requirement(Number.isInteger(base) && base > 0 && base % 2 === 1, 'countsRoundingTo', 'an odd whole base');
  requirement(
    shown >= 0 && Number.isInteger(shown / base),
    'countsRoundingTo',
    `a multiple of ${base}, zero or more`,
  );
  const reach = shown === 0 ? 0 : (base - 1) / 2;
  return { lowest: shown - reach, highest: shown + reach };
}

/**
 * What is known of everybody else's count, from that of the whole and of the part.
 *
 * @param whole range of the count of all.
 * @param part range of the count of the group.
 * @returns a range that holds the true rest whatever the true counts are.
 * @throws RangeError where the part must be larger than the whole.
 * @example rangeOfRest(countsRoundingTo(100), countsRoundingTo(40)); // { lowest: 56, highest: 64 }
 */
export function rangeOfRest(whole: CountRange, part: CountRange): CountRange {
  requirement(part.lowest <= whole.highest, 'rangeOfRest', 'a part no larger than its whole');
  return { lowest: Math.max(0, whole.lowest - part.highest), highest: whole.highest - part.lowest };
}

/**
 * The least a test can say about two groups whose counts are known only within ranges: its p-value at the true
 * counts that make the difference look smallest. A verdict that stands here stands for the true counts.
 *
 * @param a ranges of one group's counts.
 * @param b of the other's.
 * @param test p-value of two groups' counts: `scoreTest` or `rateTest`.
 * @returns 1 where the ranges leave open which group is higher; else the largest p-value at their ends.
 * @throws RangeError for ranges out of order or below zero, nobody in a group, and as the test.
 * @see Manski CF (2003) Partial Identification of Probability Distributions (worst case over what is known).
 * @example leastFavourableP(
 *   { numerator: countsRoundingTo(60), denominator: countsRoundingTo(200) },
 *   { numerator: countsRoundingTo(90), denominator: countsRoundingTo(200) },
 *   scoreTest,
 * ); // 0.0114
 */
export function leastFavourableP(
  a: CountRanges,
  b: CountRanges,
  test: (a: Counts, b: Counts) => { readonly p: number },
): number {
  for (const { numerator, denominator } of [a, b]) {
    requirement(
      0 <= numerator.lowest && numerator.lowest <= numerator.highest,
      'leastFavourableP',
      'ranges in order',
    );
    requirement(
      0 < denominator.lowest && denominator.lowest <= denominator.highest,
      'leastFavourableP',
      'people',
    );
  }
  const aHigher = lowestShare(a) > highestShare(b);
  const bHigher = lowestShare(b) > highestShare(a);
  if (!aHigher && !bHigher) return 1;
  let largest = 0;
  for (const countsA of corners(a)) {
    for (const countsB of corners(b)) largest = Math.max(largest, test(countsA, countsB).p);
  }
  return largest;
}

const lowestShare = ({ numerator, denominator }: CountRanges): number =>
  numerator.lowest / denominator.highest;
const highestShare = ({ numerator, denominator }: CountRanges): number =>
  numerator.highest / denominator.lowest;

/** Both ends of both ranges; where ranges overlap, no numerator above a denominator it could not exceed. */
function corners({ numerator, denominator }: CountRanges): Counts[] {
  const cannotExceed = numerator.lowest <= denominator.lowest && numerator.highest <= denominator.highest;
  return [denominator.lowest, denominator.highest].flatMap((people) =>
    [numerator.lowest, numerator.highest].map((count) => ({
      numerator: cannotExceed ? Math.min(count, people) : count,
      denominator: people,
    })),
  );
}
