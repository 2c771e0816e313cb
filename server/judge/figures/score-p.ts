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

/** Where counts are rounded the verdict must hold whatever the true ones are. */
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

/** The same of one group against a fixed share, above 0 and below 1. */
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
