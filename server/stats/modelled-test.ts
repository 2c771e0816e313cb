import { type Counts, checkPart } from './counts.ts';
import { twoSidedP } from './normal.ts';
import { requirement } from './requirement.ts';

/**
 * Test of two proportions of which at least one is modelled: is their difference more than chance and the error of
 * modelling together?
 *
 * Of an area against the rest of the place, the error of the difference is that of the area divided by (1 - its share of
 * the people): what one area has too much, the rest has too little.
 *
 * @param a counts of one group; fractions allowed.
 * @param b counts of the other.
 * @param error standard error of modelling of the difference of their log odds; zero or more.
 * @returns `z`, positive where `a` is the higher, and the two-sided `p`; undefined where either is none or all: such a
 * figure has no log odds.
 * @throws RangeError for counts that are no part of a whole, or a negative or non-finite error.
 * @see Agresti A (2013) Categorical Data Analysis, 3rd ed., 3.1.1 (Wald test of a log odds ratio).
 * @example modelledTest({ numerator: 150, denominator: 1000 }, { numerator: 250, denominator: 1000 }, 0.2);
 * // { z: -2.7580, p: 0.0058 }
 */
export function modelledTest(
  a: Counts,
  b: Counts,
  error: number,
): { readonly z: number; readonly p: number } | undefined {
  requirement(error >= 0 && error < Infinity, 'modelledTest', 'an error of zero or more');
  checkPart(a, 'modelledTest');
  checkPart(b, 'modelledTest');
  const z = (logOdds(a) - logOdds(b)) / Math.sqrt(variance(a) + variance(b) + error * error);
  return Number.isFinite(variance(a) + variance(b)) ? { z, p: twoSidedP(z) } : undefined;
}

/**
 * The same of one modelled proportion against a fixed one, such as a target.
 *
 * @param counts of the group; fractions allowed.
 * @param fixed the proportion it is held against; above 0 and below 1.
 * @param error standard error of modelling of its log odds; zero or more.
 * @returns `z`, positive where the group is the higher, and the two-sided `p`; undefined where the group is none or all.
 * @throws RangeError for counts that are no part of a whole, a fixed proportion of 0 or 1 or outside them, or a negative or
 * non-finite error.
 * @see Agresti A (2013) Categorical Data Analysis, 3rd ed., 1.3 (Wald test of a logit).
 * @example modelledTestAgainst({ numerator: 400, denominator: 1000 }, 0.45, 0.1); // { z: -1.7206, p: 0.0853 }
 */
export function modelledTestAgainst(
  counts: Counts,
  fixed: number,
  error: number,
): { readonly z: number; readonly p: number } | undefined {
  requirement(error >= 0 && error < Infinity, 'modelledTestAgainst', 'an error of zero or more');
  requirement(fixed > 0 && fixed < 1, 'modelledTestAgainst', 'a fixed proportion above 0 and below 1');
  checkPart(counts, 'modelledTestAgainst');
  const own = variance(counts);
  const away = logOdds(counts) - Math.log(fixed / (1 - fixed));
  const z = away / Math.sqrt(own + error * error);
  return Number.isFinite(own) ? { z, p: twoSidedP(z) } : undefined;
}

const logOdds = ({ numerator, denominator }: Counts) => Math.log(numerator / (denominator - numerator));
const variance = ({ numerator, denominator }: Counts) => 1 / numerator + 1 / (denominator - numerator);
