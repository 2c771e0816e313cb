import { requirement } from './requirement.ts';

/** A line on rank: a figure at rank 0 and its rise to rank 1. */
export type Line = { readonly intercept: number; readonly slope: number };

/** What a group adds to the information matrix and to the score of a regression on rank. */
export type Terms = { readonly rank: number; readonly information: number; readonly score: number };

/** A symmetric two-by-two matrix of intercept and slope: (0,0), (0,1), (1,1). */
export type Covariance = readonly [number, number, number];

/**
 * Solves the normal equations of a weighted regression on rank.
 *
 * @param terms per group, its weight as information and weight times response as score.
 * @throws RangeError "<caller> requires people in at least two groups" where no line is determined.
 * @see McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., 2.5.
 * @example solveLine([0, 1].map((rank) => ({ rank, information: 1, score: 3 + 2 * rank })), 'slope'); // { intercept: 3, slope: 2 }
 */
export function solveLine(terms: readonly Terms[], caller: string): Line {
  const [p, q, r] = inverse(informationOf(terms), caller);
  const u = terms.reduce((sum, { score }) => sum + score, 0);
  const v = terms.reduce((sum, { score, rank }) => sum + score * rank, 0);
  return { intercept: p * u + q * v, slope: q * u + r * v };
}

/**
 * Covariance of a fitted line that holds although groups scatter more than chance (HC1): inverse information x
 * scatter of scores x inverse information, times n / (n - 2), n being the groups that have any weight.
 *
 * @param terms per group, its weight as information and weight times residual as score; at least three with weight.
 * @throws RangeError "<caller> requires people in at least three groups".
 * @see MacKinnon JG, White H (1985) Some heteroskedasticity-consistent covariance matrix estimators. J
 * Econometrics 29:305-325.
 * @example robustCovariance([0, 0.5, 1].map((rank) => ({ rank, information: 1, score: 0 })), 'slope'); // [0, 0, 0]
 */
export function robustCovariance(terms: readonly Terms[], caller: string): Covariance {
  const [p, q, r] = inverse(informationOf(terms), caller);
  const [a, b, c] = informationOf(
    terms.map(({ rank, score }) => ({ rank, score, information: score * score })),
  );
  const groups = terms.filter(({ information }) => information > 0).length;
  requirement(groups >= 3, caller, 'people in at least three groups');
  const factor = groups / (groups - 2);
  const cross = (x: readonly [number, number], y: readonly [number, number]): number =>
    factor * (x[0] * (a * y[0] + b * y[1]) + x[1] * (b * y[0] + c * y[1]));
  return [cross([p, q], [p, q]), cross([p, q], [q, r]), cross([q, r], [q, r])];
}

/**
 * Standard error of a function of intercept and slope, from its gradient (delta method).
 *
 * @example deltaError([4, 0, 9], [0, 1]); // 3
 */
export function deltaError([p, q, r]: Covariance, [u, v]: readonly [number, number]): number {
  return Math.sqrt(Math.max(0, p * u * u + 2 * q * u * v + r * v * v));
}

function informationOf(terms: readonly Terms[]): Covariance {
  return terms.reduce<Covariance>(
    ([p, q, r], { rank, information }) => [
      p + information,
      q + information * rank,
      r + information * rank * rank,
    ],
    [0, 0, 0],
  );
}

function inverse([p, q, r]: Covariance, caller: string): Covariance {
  const determinant = p * r - q * q;
  requirement(determinant > 0, caller, 'people in at least two groups');
  return [r / determinant, -q / determinant, p / determinant];
}
