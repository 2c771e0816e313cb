import type { IntervalEstimate } from './difference.ts';
import { twoSidedP } from './normal.ts';
import { requirement } from './requirement.ts';
import { standardErrorFromLimits } from './value-scale.ts';

/**
 * Normal test of two independent figures from their own 95% limits: for figures that come with limits but without
 * counts.
 *
 * @param a a figure with its 95% limits.
 * @param b the figure it is compared with, with its 95% limits.
 * @returns `z`, positive where `a` is the higher, and the two-sided `p`.
 * @throws RangeError for figures that are not finite, limits out of order, or limits of no width on both.
 * @see Altman DG, Bland JM (2003) Interaction revisited: the difference between two estimates. BMJ 326:219.
 * @example limitsTest({ value: 0.67, lower: 0.46, upper: 0.88 }, { value: 0.88, lower: 0.71, upper: 1.05 }); // { z: -1.5234, p: 0.1277 }
 */
export function limitsTest(
  a: IntervalEstimate,
  b: IntervalEstimate,
): { readonly z: number; readonly p: number } {
  const z = (a.value - b.value) / Math.hypot(standardErrorFromLimits(a), standardErrorFromLimits(b));
  requirement(Number.isFinite(z), 'limitsTest', 'finite figures with limits of some width');
  return { z, p: twoSidedP(z) };
}
