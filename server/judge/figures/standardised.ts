/** Groups with the ages of the European Standard Population, beside their crude figures. Pure. */
import { ageRange } from '../../contract/age-bands.ts';
import type { Measured } from '../../contract/gap.ts';
import { differenceOf } from '../../stats/difference.ts';
import {
  directlyStandardisedProportion,
  type StandardisedProportion,
} from '../../stats/directly-standardised-proportion.ts';
import { europeanStandardPopulation } from '../../stats/european-standard-population.ts';
import { twoSidedP } from '../../stats/normal.ts';
import type { Counted } from './counted.ts';
import { measuredOf } from './gap-between.ts';
import { combined, shareError } from './modelling.ts';

const Z95 = 1.959963984540054;

/** One group's counts at each age band; undefined where a band has none. */
export type CountedByAge = readonly { readonly ageBand: string; readonly counted: Counted | undefined }[];

/** A standardised figure, and how far it could be off because its counts are rounded. */
export interface Standardised extends StandardisedProportion {
  readonly lowest: number;
  readonly highest: number;
  /** Standard error of modelling, as a fraction, and whether it is that of what it is compared with, the other way round. */
  readonly modelling: number;
  readonly opposes: boolean;
}

/**
 * A share with the ages of the European Standard Population, and how far rounding and modelling could put it off.
 *
 * @param byAge counts of each age band of one group, together all its ages.
 * @returns as fractions; undefined where an age band has no counts: an age left out would change who is compared.
 * @throws RangeError for counts that are no part of a whole.
 * @see Eurostat (2013) Revision of the European Standard Population; Zou GY, Donner A (2008) Stat Med 27:1693-1702.
 * @example standardised([['16-64', 180, 900], ['65-plus', 80, 100]].map(([ageBand, numerator, denominator]) => ({
 *   ageBand, counted: { numerator, denominator, basis: 'published' } })));
 *   // { value: 0.3411, lower: 0.3129, upper: 0.3673 }
 */
export function standardised(byAge: CountedByAge): Standardised | undefined {
  const strata = byAge.flatMap(({ ageBand, counted }) => {
    const ages = ageRange(ageBand);
    if (counted === undefined || ages === undefined) return [];
    return [{ ...counted, standardPopulation: europeanStandardPopulation(ages.from, ages.to) }];
  });
  if (strata.length < byAge.length || strata.length < 2) return undefined;
  const total = strata.reduce((sum, { standardPopulation }) => sum + standardPopulation, 0);
  const weighted = (share: (counted: Counted) => number) =>
    strata.reduce((sum, stratum) => sum + (stratum.standardPopulation / total) * share(stratum), 0);
  const figure = directlyStandardisedProportion(strata);
  // An area is shared out alike at every age, so its errors add up.
  const modelling = strata.reduce(
    (sum, stratum) => sum + (stratum.standardPopulation / total) * shareError(stratum),
    0,
  );
  return {
    ...figure,
    ...widened(figure, modelling),
    modelling,
    opposes: strata.some((stratum) => stratum.modelling?.opposes === true),
    lowest: weighted(({ numerator, denominator, ranges }) =>
      ranges === undefined ? numerator / denominator : ranges.numerator.lowest / ranges.denominator.highest,
    ),
    highest: weighted(({ numerator, denominator, ranges }) =>
      ranges === undefined
        ? numerator / denominator
        : Math.min(1, ranges.numerator.highest / ranges.denominator.lowest),
    ),
  };
}

/** Square and add. */
function widened({ value, lower, upper }: StandardisedProportion, error: number) {
  return {
    lower: Math.max(0, value - Math.hypot(value - lower, Z95 * error)),
    upper: Math.min(1, value + Math.hypot(upper - value, Z95 * error)),
  };
}

/**
 * The difference of two standardised figures, and the test of it at the least difference that rounding leaves open.
 *
 * @param a figure of one group.
 * @param b figure of the other.
 * @returns difference in percentage points, p two-sided.
 * @see Zou GY, Donner A (2008) Stat Med 27:1693-1702.
 * @example standardisedGap({ value: 0.5, lower: 0.4, upper: 0.6, standardError: 0.05, lowest: 0.5, highest: 0.5,
 *   modelling: 0, opposes: false }, { value: 0.3, lower: 0.2, upper: 0.4, standardError: 0.05, lowest: 0.3, highest:
 *   0.3, modelling: 0, opposes: false });
 *   // { p: 0.0047, difference: { value: 20, lower95: 5.8579, upper95: 34.1421 } }
 */
export function standardisedGap(a: Standardised, b: Standardised): { difference: Measured; p: number } {
  const least = Math.max(0, a.lowest - b.highest, b.lowest - a.highest);
  const areOpposed = a.opposes || b.opposes;
  const modelling = combined(a.modelling, b.modelling, areOpposed);
  const error = Math.hypot(a.standardError, b.standardError, modelling);
  // Square and add knows of both errors by themselves; of one error on both sides there is twice their product more.
  const both = areOpposed ? Math.sqrt(2 * a.modelling * b.modelling) : 0;
  const { value, lower, upper } = differenceOf(a, b);
  const difference = {
    value,
    lower: value - Math.hypot(value - lower, Z95 * both),
    upper: value + Math.hypot(upper - value, Z95 * both),
  };
  return {
    difference: measuredOf(difference, 100),
    p: error === 0 ? 1 : twoSidedP(least / error),
  };
}
