import { betweenGroupStandardDeviation } from './between-group-variance.ts';
import { requirement } from './requirement.ts';
import { composition, type Subgroup } from './subgroups.ts';

/**
 * Coefficient of variation between groups: the between-group standard deviation as a percentage of the
 * population's figure.
 *
 * @param groups at least three, in any order.
 * @returns percent.
 * @throws RangeError as `composition`, or for a population figure not above zero.
 * @see Schlotheuber A, Hosseinpoor AR (2022) Summary measures of health inequality. Int J Environ Res Public
 * Health 19:3697.
 * @example coefficientOfVariation([
 *   { population: 1, value: 20 }, { population: 1, value: 30 }, { population: 2, value: 40 },
 * ]); // 25.5
 */
export function coefficientOfVariation(groups: readonly Subgroup[]): number {
  const { mean } = composition(groups, 'coefficientOfVariation');
  requirement(mean > 0, 'coefficientOfVariation', 'a population figure above zero');
  return (100 * betweenGroupStandardDeviation(groups).value) / mean;
}
