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

/** Undefined where an age band has no counts: an age left out would change who is compared. */
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

/** The difference of two standardised figures, and the test of it: at the least difference rounding leaves open. */
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
