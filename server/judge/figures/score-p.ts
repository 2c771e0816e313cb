/** The test of two groups; where counts are rounded, at the least favourable true ones. Pure. */
import type { Counts } from '../../stats/counts.ts';
import { leastFavourableP } from '../../stats/least-favourable.ts';
import { modelledTest, modelledTestAgainst } from '../../stats/modelled-test.ts';
import { oneSampleScoreTest } from '../../stats/one-sample-score-test.ts';
import { scoreTest } from '../../stats/score-test.ts';
import type { Counted } from './counted.ts';
import { modellingOfDifference } from './modelling.ts';

/** A modelled figure of none or all says nothing: nothing speaks against chance. */
const NO_TEST = { p: 1 };

/**
 * The test of two shares; where counts are rounded, at the least favourable true ones, so that a verdict holds whatever
 * those are; where one is modelled, with its error.
 *
 * @param a counts of one.
 * @param b counts of the other, of other people.
 * @returns two-sided p before correction.
 * @throws RangeError for counts that are no part of a whole.
 * @see Agresti A (2013) Categorical Data Analysis, 3.2.1 (score test); Manski CF (2003) Partial Identification of
 * Probability Distributions.
 * @example scoreP({ numerator: 50, denominator: 100, basis: 'published' }, { numerator: 30, denominator: 100, basis:
 *   'published' });
 *   // 0.0039
 */
export function scoreP(a: Counted, b: Counted): number {
  const error = modellingOfDifference(a, b);
  const test =
    error === undefined
      ? scoreTest
      : (one: Counts, other: Counts) => modelledTest(one, other, error) ?? NO_TEST;
  return a.ranges === undefined || b.ranges === undefined
    ? test(a, b).p
    : leastFavourableP(a.ranges, b.ranges, test);
}

/**
 * The same of one group against a fixed share.
 *
 * @param group counts.
 * @param fixed a share above 0 and below 1.
 * @returns two-sided p before correction.
 * @throws RangeError for a share of none or all.
 * @see Wilson EB (1927) JASA 22:209-212 (score test of one proportion).
 * @example scorePAgainst({ numerator: 50, denominator: 100, basis: 'published' }, 0.4); // 0.0412
 */
export function scorePAgainst(group: Counted, fixed: number): number {
  const { modelling, ranges } = group;
  const test = (own: Counts) =>
    modelling === undefined
      ? oneSampleScoreTest(own, fixed)
      : (modelledTestAgainst(own, fixed, modelling.error) ?? NO_TEST);
  if (ranges === undefined) return test(group).p;
  const exactly = (count: number) => ({ lowest: count, highest: count });
  return leastFavourableP(ranges, { numerator: exactly(fixed), denominator: exactly(1) }, test);
}
