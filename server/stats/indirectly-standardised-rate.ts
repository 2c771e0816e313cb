import {
  type ReferencedStratum,
  ratioOfCounts,
  type StandardisedRatio,
  standardisedSums,
} from './indirectly-standardised-ratio.ts';
import type { RateOptions } from './rate.ts';
import { requirement } from './requirement.ts';

/**
 * Indirectly standardised rate: the indirect ratio times the reference population's crude rate.
 *
 * @param strata every age band once.
 * @returns per `multiplier`, with the reference's crude rate beside it.
 * @throws RangeError as `indirectlyStandardisedRatio`, and for a multiplier not above zero.
 * @see Breslow NE, Day NE (1987) Statistical Methods in Cancer Research II, IARC 82, pp. 65-72.
 * @example indirectlyStandardisedRate([
 *   { count: 10, population: 300, referenceCount: 100, referencePopulation: 6000 },
 * ]).value; // 3333.3
 */
export function indirectlyStandardisedRate(
  strata: readonly ReferencedStratum[],
  { confidence = 0.95, multiplier = 100_000 }: RateOptions = {},
): StandardisedRatio & { readonly referenceRate: number } {
  requirement(
    multiplier > 0 && multiplier < Infinity,
    'indirectlyStandardisedRate',
    'a multiplier above zero',
  );
  const sums = standardisedSums(strata, 'indirectlyStandardisedRate');
  const referenceRate = (sums.referenceCount / sums.referencePopulation) * multiplier;
  return {
    ...ratioOfCounts(sums.observed, sums.expected, { confidence, scale: referenceRate }),
    referenceRate,
  };
}
