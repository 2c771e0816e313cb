import { requirement } from './requirement.ts';

/**
 * Simes' p-value of a list: is anything at all going on in it? The smallest of the sorted p-values, each times how
 * many there are and over its rank. It is small where one comparison stands far out, or many a little.
 *
 * @param pValues one per comparison of the list, 0 to 1, in any order; at least one.
 * @returns the p-value of the list, 0 to 1.
 * @throws RangeError for an empty list or a p-value outside 0 to 1.
 * @see Simes RJ (1986) An improved Bonferroni procedure for multiple tests of significance. Biometrika 73:751-754.
 * @example simes([0.01, 0.04, 0.9]); // 0.03
 */
export function simes(pValues: readonly number[]): number {
  requirement(pValues.length > 0, 'simes', 'at least one p-value');
  for (const p of pValues) requirement(p >= 0 && p <= 1, 'simes', 'p-values from 0 to 1');
  return pValues
    .toSorted((a, b) => a - b)
    .reduce((least, p, rank) => Math.min(least, (p * pValues.length) / (rank + 1)), 1);
}
