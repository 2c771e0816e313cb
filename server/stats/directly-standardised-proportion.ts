import { type Counts, checkPart } from './counts.ts';
import type { Interval } from './interval.ts';
import { proportion } from './proportion.ts';
import { requirement } from './requirement.ts';

/** One age band of the group studied, and how much it counts. */
type ProportionStratum = Counts & {
  /** People of the band in the standard population; zero or more. */
  readonly standardPopulation: number;
};

export type StandardisedProportion = Interval & {
  readonly value: number;
  /** Of the value, by the variance of its strata. */
  readonly standardError: number;
};

/**
 * Directly standardised proportion: the share of people with the outcome that a group would have with the ages of
 * the standard population.
 *
 * For proportions of any size: the interval adds up the Wilson intervals of the strata (square and add), so it
 * stays within 0 and 1. The limits of a rate (Dobson) are for rare events and would leave it.
 *
 * @param strata every age band once.
 * @returns fractions from 0 to 1.
 * @throws RangeError for no strata, counts that are no part of a whole, a negative standard population or none at
 * all, or a confidence outside 0.9 to below 1.
 * @see Zou GY, Donner A (2008) Stat Med 27:1693-1702 (square and add, of weighted sums); Yan X, Su XG (2010) Stat
 * Biopharm Res 2:329-335 (stratified Wilson limits).
 * @example directlyStandardisedProportion([
 *   { numerator: 20, denominator: 100, standardPopulation: 3 },
 *   { numerator: 60, denominator: 100, standardPopulation: 1 },
 * ]).value; // 0.3
 */
export function directlyStandardisedProportion(
  strata: readonly ProportionStratum[],
  confidence = 0.95,
): StandardisedProportion {
  requirement(strata.length > 0, 'directlyStandardisedProportion', 'at least one stratum');
  let standard = 0;
  for (const stratum of strata) {
    checkPart(stratum, 'directlyStandardisedProportion');
    const { standardPopulation } = stratum;
    requirement(
      standardPopulation >= 0 && standardPopulation < Infinity,
      'directlyStandardisedProportion',
      'standard populations of zero or more',
    );
    standard += standardPopulation;
  }
  requirement(standard > 0, 'directlyStandardisedProportion', 'a standard population above zero');
  const sums = { value: 0, below: 0, above: 0, variance: 0 };
  for (const { numerator, denominator, standardPopulation } of strata) {
    const weight = standardPopulation / standard;
    const { value, lower, upper } = proportion(numerator, denominator, confidence);
    sums.value += weight * value;
    sums.below += (weight * (value - lower)) ** 2;
    sums.above += (weight * (upper - value)) ** 2;
    sums.variance += (weight * weight * value * (1 - value)) / denominator;
  }
  return {
    value: sums.value,
    lower: sums.value - Math.sqrt(sums.below),
    upper: sums.value + Math.sqrt(sums.above),
    standardError: Math.sqrt(sums.variance),
  };
}
