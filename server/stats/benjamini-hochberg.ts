import { requirement } from './requirement.ts';

/**
 * Benjamini-Hochberg procedure: which of many comparisons stand out once it is allowed for that there are many.
 * Of those it marks, at most the given share is expected to be chance.
 *
 * @param pValues one per comparison, 0 to 1; undefined where nothing was tested (not counted).
 * @param rate the false discovery rate, above 0 and below 1.
 * @returns one flag per comparison, in the same order; false where nothing was tested.
 * @throws RangeError for a p-value outside 0 to 1 or a rate outside (0, 1).
 * @see Benjamini Y, Hochberg Y (1995) Controlling the false discovery rate. J R Stat Soc B 57:289-300.
 * @example benjaminiHochberg([0.001, 0.04, undefined, 0.03]); // [true, true, false, true]
 */
export function benjaminiHochberg(pValues: readonly (number | undefined)[], rate = 0.05): boolean[] {
  requirement(rate > 0 && rate < 1, 'benjaminiHochberg', 'a rate between 0 and 1');
  const tested = pValues.filter((p) => p !== undefined).sort((a, b) => a - b);
  for (const p of tested) requirement(p >= 0 && p <= 1, 'benjaminiHochberg', 'p-values from 0 to 1');
  const threshold = tested.findLast((p, rank) => p <= ((rank + 1) * rate) / tested.length);
  return pValues.map((p) => p !== undefined && threshold !== undefined && p <= threshold);
}
