import type { Interval } from './interval.ts';
import { poissonLimits } from './poisson-limits.ts';
import { requirement } from './requirement.ts';

/** One age band of the population studied, beside the same band of the reference population. */
export type ReferencedStratum = {
  /** Events in the population studied; zero or more. */
  readonly count: number;
  /** People in the population studied; zero or more. */
  readonly population: number;
  readonly referenceCount: number;
  /** Above zero. */
  readonly referencePopulation: number;
};

export type StandardisedRatio = Interval & {
  readonly value: number;
  /** Events seen. */
  readonly observed: number;
  /** Events there would be at the reference population's rates. */
  readonly expected: number;
};

/** How a ratio is expressed. */
type RatioOptions = {
  /** 0.9 to below 1; 0.95 when left out. */
  readonly confidence?: number;
  /** What the reference population scores: 1 when left out, 100 for a classic SMR. */
  readonly referenceValue?: number;
};

/**
 * Indirectly standardised ratio (SMR, SAR): events seen over events expected at the reference's rates.
 *
 * @param strata every age band once.
 * @returns times `referenceValue`; limits exact Poisson below ten events, else Byar.
 * @throws RangeError for no strata, negative or non-finite counts or populations, a reference population not
 * above zero, no events expected (the ratio does not exist), or a confidence outside 0.9 to below 1.
 * @see Breslow NE, Day NE (1987) Statistical Methods in Cancer Research II, IARC 82, pp. 65-72.
 * @example indirectlyStandardisedRatio([
 *   { count: 10, population: 300, referenceCount: 100, referencePopulation: 6000 },
 * ]); // { value: 2, lower: 0.9575, upper: 3.6783, observed: 10, expected: 5 }
 */
export function indirectlyStandardisedRatio(
  strata: readonly ReferencedStratum[],
  { confidence = 0.95, referenceValue = 1 }: RatioOptions = {},
): StandardisedRatio {
  const { observed, expected } = standardisedSums(strata, 'indirectlyStandardisedRatio');
  return ratioOfCounts(observed, expected, { confidence, scale: referenceValue });
}

/**
 * Observed and expected events over all strata, and the reference's own counts. Checks every stratum.
 *
 * @throws RangeError "<caller> requires ..." as `indirectlyStandardisedRatio`.
 * @see Breslow NE, Day NE (1987) IARC 82, p. 65.
 * @example standardisedSums([
 *   { count: 10, population: 300, referenceCount: 100, referencePopulation: 6000 },
 * ], 'ratio').expected; // 5
 */
export function standardisedSums(strata: readonly ReferencedStratum[], caller: string) {
  requirement(strata.length > 0, caller, 'at least one stratum');
  const sums = { observed: 0, expected: 0, referenceCount: 0, referencePopulation: 0 };
  for (const { count, population, referenceCount, referencePopulation } of strata) {
    requirement(count >= 0 && count < Infinity, caller, 'counts of zero or more');
    requirement(population >= 0 && population < Infinity, caller, 'populations of zero or more');
    requirement(referenceCount >= 0 && referenceCount < Infinity, caller, 'reference counts of zero or more');
    requirement(
      referencePopulation > 0 && referencePopulation < Infinity,
      caller,
      'reference populations above zero',
    );
    sums.observed += count;
    sums.expected += (referenceCount / referencePopulation) * population;
    sums.referenceCount += referenceCount;
    sums.referencePopulation += referencePopulation;
  }
  requirement(sums.expected > 0, caller, 'at least some events expected');
  return sums;
}

/**
 * Observed over expected, times `scale`, with the Poisson limits of the observed count.
 *
 * @throws RangeError as `poissonLimits`.
 * @see Breslow NE, Day NE (1987) IARC 82, p. 69.
 * @example ratioOfCounts(10, 5, { confidence: 0.95, scale: 100 }).value; // 200
 */
export function ratioOfCounts(
  observed: number,
  expected: number,
  { confidence, scale }: { readonly confidence: number; readonly scale: number },
): StandardisedRatio {
  const limits = poissonLimits(observed, confidence);
  const each = scale / expected;
  return {
    observed,
    expected,
    value: observed * each,
    lower: limits.lower * each,
    upper: limits.upper * each,
  };
}
