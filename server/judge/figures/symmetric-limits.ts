/** Published limits that give a standard error: those as far from the figure on either side. Pure. */
import type { Estimate } from '../../contract/estimate.ts';
import type { IntervalEstimate as Figure } from '../../stats/difference.ts';
import { limitsOf } from './two-figures.ts';

/** How far from even the two sides may be, of half the width of the interval, beside what writing them rounds off. */
const UNEVEN = 0.05;

/**
 * A figure with limits that lie as far above it as below, to within a twentieth of half their width and one unit of the
 * last decimal place: from such the standard error follows, and from others it does not.
 *
 * @param estimate as replies have it.
 * @param decimals places the source writes.
 * @returns undefined where it has no limits, or uneven ones.
 * @see Altman DG, Bland JM (2011) BMJ 343:d2090.
 * @example symmetricLimitsOf({ status: 'shown', value: 62.7, interval: 'published', lower95: 56.8, upper95: 68.5, basis: 'published' }, 1);
 *   // { value: 62.7, lower: 56.8, upper: 68.5 }
 * @example symmetricLimitsOf({ status: 'shown', value: 4, interval: 'published', lower95: 2, upper95: 9, basis: 'published' }, 1);
 *   // undefined
 */
export function symmetricLimitsOf(estimate: Estimate, decimals: number): Figure | undefined {
  const figure = limitsOf(estimate);
  if (figure === undefined) return undefined;
  const { value, lower, upper } = figure;
  const uneven = Math.abs(upper - value - (value - lower));
  return uneven <= (UNEVEN * (upper - lower)) / 2 + 10 ** -decimals ? figure : undefined;
}
