/** Are two figures different? From counts where both have them, else from their limits. Pure. */
import type { Estimate } from '../contract/estimate.ts';
import { differenceOf, type Estimate as Figure } from '../stats/difference.ts';
import { limitsTest } from '../stats/limits-test.ts';
import { proportion } from '../stats/proportion.ts';
import { scoreTest } from '../stats/score-test.ts';
import { type Counts, countsOf } from './verdicts.ts';

/** A test that was made: the difference with its plain 95% interval, and the p-value before correction. */
export interface Tested {
  readonly difference: Figure;
  readonly p: number;
  readonly test: string;
}
/** A test, or why there is none. */
export type Outcome = Tested | { readonly reason: string };

export const isTested = (outcome: Outcome): outcome is Tested => 'p' in outcome;

const OF_COUNTS = 'Two-sided score test of two proportions';
const OF_LIMITS = 'Two-sided normal test from the 95% limits of both';
export const NO_LIMITS = 'The figures come without counts or limits to test.';

/** @returns the first figure less the second, in the unit of the indicator. */
export function testOf(a: Estimate, b: Estimate): Outcome {
  const [own, other] = [countsOf(a), countsOf(b)];
  if (own !== undefined && other !== undefined) return testOfCounts(own, other);
  const [first, second] = [limitsOf(a), limitsOf(b)];
  if (first === undefined || second === undefined) return { reason: NO_LIMITS };
  return { difference: differenceOf(first, second), p: limitsTest(first, second).p, test: OF_LIMITS };
}

/** The same of two counts, in percentage points. */
export function testOfCounts(a: Counts, b: Counts): Tested {
  const [first, second] = [percentOf(a), percentOf(b)];
  return { difference: differenceOf(first, second), p: scoreTest(a, b).p, test: OF_COUNTS };
}

function percentOf({ numerator, denominator }: Counts): Figure {
  const { value, lower, upper } = proportion(numerator, denominator);
  return { value: 100 * value, lower: 100 * lower, upper: 100 * upper };
}

/** A shown figure with limits of some width. */
export function limitsOf(estimate: Estimate): Figure | undefined {
  if (estimate.status !== 'shown' || estimate.lower95 === undefined || estimate.upper95 === undefined)
    return undefined;
  const { value, lower95: lower, upper95: upper } = estimate;
  return lower < upper ? { value, lower, upper } : undefined;
}

/** What is left of a whole once a part is taken out; undefined where nothing is. */
export function restOf(part: Counts, whole: Counts): Counts | undefined {
  const denominator = whole.denominator - part.denominator;
  if (denominator < 1e-6) return undefined;
  return { numerator: Math.min(Math.max(whole.numerator - part.numerator, 0), denominator), denominator };
}
