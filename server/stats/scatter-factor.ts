import { normalDeviate } from './confidence.ts';
import { requirement } from './requirement.ts';
import { studentTQuantile } from './student-t.ts';

/**
 * How many times wider limits about a fitted line are where figures scatter about it more than their standard errors
 * explain: their errors are then multiplied by the root of chi-square over its degrees of freedom (Birge's ratio), and
 * the normal deviate gives way to Student's t. Chance alone would call a slope sure that a curve, or a group of its own
 * kind, makes.
 *
 * @param distances of the figures from the line, each in its own standard error.
 * @param parameters of the line; two for a level and a slope.
 * @param confidence 0.9 to below 1.
 * @returns 1 where they scatter no more than their errors explain, else above 1.
 * @throws RangeError for no more figures than parameters, or distances that are not finite.
 * @see Birge RT (1932) The calculation of errors by the method of least squares. Phys Rev 40:207-227; McCullagh P, Nelder JA
 * (1989) Generalized Linear Models, 4.5 (dispersion).
 * @example scatterFactor([0.5, -1, 0.4, 0.9, -0.6]); // 1
 * @example scatterFactor([2, -3, 1, 2, -1]); // 4.0863
 */
export function scatterFactor(distances: readonly number[], parameters = 2, confidence = 0.95): number {
  const degrees = distances.length - parameters;
  requirement(degrees >= 1, 'scatterFactor', 'more figures than the line has parameters');
  requirement(distances.every(Number.isFinite), 'scatterFactor', 'finite distances');
  const ratio = distances.reduce((sum, distance) => sum + distance ** 2, 0) / degrees;
  if (ratio <= 1) return 1;
  const t = studentTQuantile((1 + confidence) / 2, degrees);
  return (Math.sqrt(ratio) * t) / normalDeviate(confidence, 'scatterFactor');
}
