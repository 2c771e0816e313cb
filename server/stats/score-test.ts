import { type Counts, checkPart } from './counts.ts';
import { twoSidedP } from './normal.ts';

/**
 * Score test of two independent proportions (pooled variance): is the difference more than chance?
 *
 * Compare a part with *the rest*, never with a whole that contains it: those are not independent.
 *
 * @param a counts of one group; fractions allowed.
 * @param b counts of the other.
 * @returns `z`, positive where `a` is the higher, and the two-sided `p`. Where both groups are all or none,
 * there is no evidence of a difference: z = 0 and p = 1.
 * @throws RangeError for a negative or non-finite count, a denominator not above zero or below its numerator.
 * @see Fleiss JL, Levin B, Paik MC (2003) Statistical Methods for Rates and Proportions, 3rd ed., section 3.1
 * (without continuity correction); its square is Pearson's chi-square.
 * @example scoreTest({ numerator: 15, denominator: 100 }, { numerator: 25, denominator: 100 }); // { z: -1.7678, p: 0.0771 }
 */
export function scoreTest(a: Counts, b: Counts): { readonly z: number; readonly p: number } {
  checkPart(a, 'scoreTest');
  checkPart(b, 'scoreTest');
  const pooled = (a.numerator + b.numerator) / (a.denominator + b.denominator);
  const variance = pooled * (1 - pooled) * (1 / a.denominator + 1 / b.denominator);
  if (variance <= 0) return { z: 0, p: 1 };
  const z = (a.numerator / a.denominator - b.numerator / b.denominator) / Math.sqrt(variance);
  return { z, p: twoSidedP(z) };
}
