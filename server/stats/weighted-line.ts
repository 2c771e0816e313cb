import { item } from '../lists.ts';
/** Coefficients of the weighted least squares line: intercept and slope are sums of figures times these. */
export type LineCoefficients = { readonly intercept: readonly number[]; readonly slope: readonly number[] };

/**
 * Least squares line through figures against the middle of each group's place in the cumulative population,
 * weighted by people.
 *
 * @param populations in rank order; above zero.
 * @see Low A, Low A (2004) J Public Health 26:388-395.
 * @example weightedLine([1, 1]).slope; // [-2, 2]
 */
export function weightedLine(populations: readonly number[]): LineCoefficients {
  const total = populations.reduce((sum, n) => sum + n, 0);
  let below = 0;
  const points = populations.map((population) => {
    const share = population / total;
    below += share;
    return { share, place: below - share / 2 };
  });
  const middle = points.reduce((sum, { share, place }) => sum + share * place, 0);
  const spread = points.reduce((sum, { share, place }) => sum + share * (place - middle) ** 2, 0);
  const slope = points.map(({ share, place }) => (share * (place - middle)) / spread);
  const intercept = points.map(({ share, place }) => share - middle * ((share * (place - middle)) / spread));
  return { slope, intercept };
}

/**
 * Intercept or slope of figures: their sum by its coefficients.
 *
 * @example weightedSum([-2, 2], [10, 15]); // 10
 */
export function weightedSum(coefficients: readonly number[], values: readonly number[]): number {
  return coefficients.reduce((sum, c, i) => sum + c * item(values, i), 0);
}

/**
 * Covariance of two such sums of independent figures, from the figures' standard errors.
 *
 * @example covariance([-2, 2], [-2, 2], [1, 1]); // 8
 */
export function covariance(a: readonly number[], b: readonly number[], errors: readonly number[]): number {
  return a.reduce((sum, c, i) => sum + c * item(b, i) * item(errors, i) ** 2, 0);
}
