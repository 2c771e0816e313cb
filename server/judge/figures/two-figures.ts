/** Are two figures different? From counts where both have them, else from their limits. Pure. */
import type { Estimate } from '../../contract/estimate.ts';
import { differenceOf, type IntervalEstimate as Figure } from '../../stats/difference.ts';
import { limitsTest } from '../../stats/limits-test.ts';
import { AT_LEAST_FAVOURABLE } from '../release/rounded-to.ts';
import { byCountsAlone, type Counted, countedOf } from './counted.ts';
import { gapBetween } from './gap-between.ts';
import { ERRS_ALIKE, WITH_MODELLING } from './modelled-words.ts';
import { modellingOfDifference } from './modelling.ts';

/** A test that was made: the difference with its plain 95% interval, and the p-value before correction. */
export interface Tested {
  readonly difference: Figure;
  readonly p: number;
  readonly test: string;
}
/** A test, or why there is none. */
export type TestOutcome = Tested | { readonly reason: string };

export const isTested = (outcome: TestOutcome): outcome is Tested => 'p' in outcome;

const OF_COUNTS = 'Two-sided score test of two proportions';
const OF_MODELLED = `Two-sided test of two log odds, ${WITH_MODELLING}`;
const OF_LIMITS = 'Two-sided normal test from the 95% limits of both';
export const NO_LIMITS = 'The figures come without counts or limits to test.';

/**
 * The test of two figures: from counts where both have them, else from their limits.
 *
 * @param a one figure.
 * @param b another, in the same unit.
 * @param roundedTo what counts are rounded to the nearest of; null where they are not.
 * @returns the first figure less the second, in the unit of the indicator, with p; or why there is no test.
 * @throws RangeError for counts that are no part of a whole.
 * @see Altman DG, Bland JM (2003) BMJ 326:219 (from limits).
 * @example testOf({ status: 'shown', value: 8, interval: 'published', lower95: 7, upper95: 9, basis: 'published' }, {
 *   status: 'shown', value: 6, interval: 'published', lower95: 5, upper95: 7, basis: 'published' }, null);
 *   // { p: 0.0056, difference: { value: 2, lower: 0.5858, upper: 3.4142 } }
 */
export function testOf(a: Estimate, b: Estimate, roundedTo: number | null): TestOutcome {
  const [own, other] = [countedOf(a, roundedTo), countedOf(b, roundedTo)];
  if (own !== undefined && other !== undefined) return testOfCounted(own, other);
  const [first, second] = [limitsOf(a), limitsOf(b)];
  if (first === undefined || second === undefined) return { reason: NO_LIMITS };
  return { difference: differenceOf(first, second), p: limitsTest(first, second).p, test: OF_LIMITS };
}

/**
 * The test of two counts of different people.
 *
 * @param a counts of one.
 * @param b counts of the other.
 * @returns their difference in percentage points, p, and what test it was.
 * @throws RangeError for counts that are no part of a whole.
 * @see Agresti A (2013) Categorical Data Analysis, 3.2.1 (score test).
 * @example testOfCounted({ numerator: 50, denominator: 100, basis: 'published' }, { numerator: 30, denominator: 100,
 *   basis: 'published' });
 *   // { p: 0.0039, test: 'Two-sided score test of two proportions' }
 */
export function testOfCounted(a: Counted, b: Counted): Tested {
  const { difference, p } = gapBetween(a, b, 'neutral');
  const { value, lower95: lower = value, upper95: upper = value } = difference;
  const isRounded = a.ranges !== undefined && b.ranges !== undefined;
  const isModelled = modellingOfDifference(a, b) !== undefined;
  const test = isModelled ? OF_MODELLED : OF_COUNTS;
  return {
    difference: { value, lower, upper },
    p,
    test: isRounded ? `${test}, ${AT_LEAST_FAVOURABLE}` : test,
  };
}

/**
 * The test of one area at two dates: shared out alike, it is taken to err alike, so counts alone are compared.
 *
 * @param a the later figure.
 * @param b the earlier one.
 * @param roundedTo what counts are rounded to the nearest of; null where they are not.
 * @returns as `testOf`.
 * @throws RangeError for counts that are no part of a whole.
 * @see Altman DG, Bland JM (2003) BMJ 326:219 (from limits).
 * @example testOfChange({ status: 'shown', value: 8, interval: 'published', lower95: 7, upper95: 9, basis: 'published'
 *   }, { status: 'shown', value: 6, interval: 'published', lower95: 5, upper95: 7, basis: 'published' }, null);
 *   // { p: 0.0056 }
 */
export function testOfChange(a: Estimate, b: Estimate, roundedTo: number | null): TestOutcome {
  const [own, other] = [countedOf(a, roundedTo), countedOf(b, roundedTo)];
  if (own === undefined || other === undefined) return testOf(a, b, roundedTo);
  const tested = testOfCounted(byCountsAlone(own), byCountsAlone(other));
  const isModelled = own.modelling !== undefined || other.modelling !== undefined;
  return isModelled ? { ...tested, test: `${tested.test}; ${ERRS_ALIKE}` } : tested;
}

/**
 * A shown figure with limits of some width.
 *
 * @param estimate as replies have it.
 * @returns undefined where it has none.
 * @example limitsOf({ status: 'shown', value: 8, interval: 'published', lower95: 7, upper95: 9, basis: 'published' });
 *   // { value: 8, lower: 7, upper: 9 }
 */
export function limitsOf(estimate: Estimate): Figure | undefined {
  if (estimate.status !== 'shown' || estimate.lower95 === undefined || estimate.upper95 === undefined)
    return undefined;
  const { value, lower95: lower, upper95: upper } = estimate;
  return lower < upper ? { value, lower, upper } : undefined;
}
