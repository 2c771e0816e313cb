import { type Counts, checkPart } from './counts.ts';
import { twoSidedP } from './normal.ts';
import { requirement } from './requirement.ts';

/**
 * Score test of one proportion against a fixed one, such as a target: is the difference more than chance?
 *
 * It rejects at 5% exactly where the 95% Wilson interval leaves the fixed proportion out.
 *
 * @param counts of the group; fractions allowed.
 * @param fixed the proportion it is held against, 0 to 1; one that was not estimated from data.
 * @returns the two-sided `p`. Nobody and everybody are certain: against 0 or 1 any other proportion has p = 0.
 * @throws RangeError for a negative or non-finite count, a denominator not above zero or below its numerator, or a
 * fixed proportion outside 0 to 1.
 * @see Fleiss JL, Levin B, Paik MC (2003) Statistical Methods for Rates and Proportions, 3rd ed., section 2.3
 * (without continuity correction).
 * @example oneSampleScoreTest({ numerator: 40, denominator: 100 }, 0.5); // { p: 0.0455 }
 */
export function oneSampleScoreTest(counts: Counts, fixed: number): { readonly p: number } {
  checkPart(counts, 'oneSampleScoreTest');
  requirement(fixed >= 0 && fixed <= 1, 'oneSampleScoreTest', 'a fixed proportion from 0 to 1');
  const { numerator, denominator } = counts;
  const away = numerator - denominator * fixed;
  if (away === 0) return { p: 1 };
  const variance = denominator * fixed * (1 - fixed);
  return { p: variance === 0 ? 0 : twoSidedP(away / Math.sqrt(variance)) };
}
