import { type MeasuredIndex, withLogInterval, withNormalInterval } from './normal-interval.ts';
import { ridits } from './rank-order.ts';
import { requirement } from './requirement.ts';
import { fewestSubgroups } from './subgroups.ts';

/** An ordered group's counts: people with the outcome, and people. */
export type CountedGroup = { readonly numerator: number; readonly denominator: number };

/** Slope and relative index of inequality, from fitted figures at the two ends of a ranking. */
export type EndsIndex = { readonly slope: MeasuredIndex; readonly ratio: MeasuredIndex };

/**
 * Slope and relative index of inequality of a proportion, by logistic regression on rank.
 *
 * Difference and ratio of the proportions the model predicts at the last end of the ranking and at the first.
 * Standard errors hold although groups scatter about the curve more than chance (heteroscedasticity-consistent,
 * small-sample factor n / (n - 2)).
 *
 * @param groups in order, from the first end of the ranking to the last; at least three.
 * @returns slope as a fraction from -1 to 1.
 * @throws RangeError for fewer than three groups, negative or non-finite counts, a numerator above its
 * denominator, nobody at all, or outcomes that are the same for everybody (no model fits).
 * @see Barros AJD, Victora CG (2013) PLoS Med 10:e1001390; MacKinnon JG, White H (1985) J Econometrics
 * 29:305-325 (HC1).
 * @example logisticSlopeIndex([20, 30, 40, 50, 60].map((numerator) => ({ numerator, denominator: 100 }))).slope;
 * // { value: 0.48198, standardError: 0.01521, lower: 0.45217, upper: 0.51179 }
 */
export function logisticSlopeIndex(groups: readonly CountedGroup[], confidence = 0.95): EndsIndex {
  checkCounts(groups);
  const ranks = ridits(groups.map(({ denominator }) => denominator));
  const cases = groups.reduce((sum, { numerator }) => sum + numerator, 0);
  const people = groups.reduce((sum, { denominator }) => sum + denominator, 0);
  requirement(
    cases > 0 && cases < people,
    'logisticSlopeIndex',
    'people with and people without the outcome',
  );
  const rows = groups.map(({ numerator, denominator }, i) => ({
    rank: ranks[i] as number,
    y: denominator === 0 ? 0 : numerator / denominator,
    weight: denominator,
  }));
  const { line, terms } = fitLogistic(rows);
  const covariance = robustCovariance(terms);
  const [first, last] = [inverseLogit(line.intercept), inverseLogit(line.intercept + line.slope)];
  const [atFirst, atLast] = [first * (1 - first), last * (1 - last)];
  return {
    slope: withNormalInterval(last - first, deviation(covariance, [atLast - atFirst, atLast]), confidence),
    ratio: withLogInterval(last / first, deviation(covariance, [first - last, 1 - last]), confidence),
  };
}

/**
 * Slope and relative index of inequality of any figure, by weighted regression on rank.
 *
 * As `logisticSlopeIndex` with a straight line: for figures that are not proportions.
 *
 * @param groups in order; figure and people of each; at least three.
 * @returns slope in the unit of the figures; ratio only where both fitted ends are above zero.
 * @throws RangeError for fewer than three groups, negative or non-finite populations or figures, or nobody at all.
 * @see Moreno-Betancur M, Latouche A, Menvielle G et al (2015) Epidemiology 26:518-527; MacKinnon JG, White H
 * (1985) J Econometrics 29:305-325 (HC1).
 * @example linearSlopeIndex([{ value: 10, population: 50 }, { value: 12, population: 50 }, { value: 13, population: 50 }]).slope.value; // 4.5
 */
export function linearSlopeIndex(
  groups: readonly { readonly value: number; readonly population: number }[],
  confidence = 0.95,
): { readonly slope: MeasuredIndex; readonly ratio?: MeasuredIndex } {
  requirement(groups.length >= fewestSubgroups, 'linearSlopeIndex', `at least ${fewestSubgroups} groups`);
  requirement(
    groups.every(({ value }) => Number.isFinite(value)),
    'linearSlopeIndex',
    'finite figures',
  );
  const ranks = ridits(groups.map(({ population }) => population));
  const rows = groups.map(({ value, population }, i) => ({
    rank: ranks[i] as number,
    y: value,
    weight: population,
  }));
  const [intercept, slope] = solve(
    rows.map((row) => ({ ...row, information: row.weight, score: row.weight * row.y })),
  );
  const covariance = robustCovariance(
    rows.map((row) => ({
      rank: row.rank,
      information: row.weight,
      score: row.weight * (row.y - intercept - slope * row.rank),
    })),
  );
  const last = intercept + slope;
  const index = withNormalInterval(slope, deviation(covariance, [0, 1]), confidence);
  if (intercept <= 0 || last <= 0) return { slope: index };
  const error = deviation(covariance, [1 / last - 1 / intercept, 1 / last]);
  return { slope: index, ratio: withLogInterval(last / intercept, error, confidence) };
}

type Row = { readonly rank: number; readonly y: number; readonly weight: number };
type Line = { readonly intercept: number; readonly slope: number };
/** What a row adds to the information matrix and to the score. */
type Terms = { readonly rank: number; readonly information: number; readonly score: number };
/** Symmetric: (0,0), (0,1), (1,1). */
type Matrix = readonly [number, number, number];

const inverseLogit = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Iteratively reweighted least squares (McCullagh & Nelder 1989, 2.5), from the proportions themselves until the
 * deviance settles to 1e-8 of itself. The terms carry the weights of the last step, as the field's software does:
 * its standard errors differ from those at the exact maximum in the sixth digit.
 */
function fitLogistic(rows: readonly Row[]): { readonly line: Line; readonly terms: readonly Terms[] } {
  let means = rows.map(({ y, weight }) => (weight * y + 0.5) / (weight + 1));
  let before = deviance(rows, means);
  let line: Line = { intercept: 0, slope: 0 };
  for (let step = 0; step < 25; step++) {
    const working = rows.map(({ rank, y, weight }, i) => {
      const mean = means[i] as number;
      const information = weight * mean * (1 - mean);
      return { rank, information, score: information * Math.log(mean / (1 - mean)) + weight * (y - mean) };
    });
    const [intercept, slope] = solve(working);
    means = rows.map(({ rank }) => inverseLogit(intercept + slope * rank));
    const now = deviance(rows, means);
    requirement(Number.isFinite(now), 'logisticSlopeIndex', 'groups that a curve can be fitted to');
    // A curve through every group leaves no deviance to settle, only its rounding.
    const still = Math.abs(intercept - line.intercept) + Math.abs(slope - line.slope) < 1e-12;
    line = { intercept, slope };
    if (still || Math.abs(now - before) < 1e-8 * (Math.abs(now) + 0.1)) {
      const terms = rows.map(({ rank, y }, i) => {
        const mean = means[i] as number;
        const { information } = working[i] as Terms;
        return { rank, information, score: (information * (y - mean)) / (mean * (1 - mean)) };
      });
      return { line, terms };
    }
    before = now;
  }
  throw new RangeError('logisticSlopeIndex requires groups that a curve can be fitted to');
}

/** Twice the log likelihood lost against a curve through every group. */
function deviance(rows: readonly Row[], means: readonly number[]): number {
  const lost = (part: number, fitted: number): number => (part === 0 ? 0 : part * Math.log(part / fitted));
  return rows.reduce((sum, { y, weight }, i) => {
    const mean = means[i] as number;
    return sum + 2 * weight * (lost(y, mean) + lost(1 - y, 1 - mean));
  }, 0);
}

function informationOf(terms: readonly Terms[]): Matrix {
  return terms.reduce<Matrix>(
    ([p, q, r], { rank, information }) => [
      p + information,
      q + information * rank,
      r + information * rank * rank,
    ],
    [0, 0, 0],
  );
}

function inverse([p, q, r]: Matrix): Matrix {
  const determinant = p * r - q * q;
  requirement(determinant > 0, 'logisticSlopeIndex', 'people in at least two groups');
  return [r / determinant, -q / determinant, p / determinant];
}

function solve(terms: readonly Terms[]): [number, number] {
  const [p, q, r] = inverse(informationOf(terms));
  const u = terms.reduce((sum, { score }) => sum + score, 0);
  const v = terms.reduce((sum, { score, rank }) => sum + score * rank, 0);
  return [p * u + q * v, q * u + r * v];
}

/** Sandwich: inverse information x scatter of scores x inverse information, times n / (n - 2). */
function robustCovariance(terms: readonly Terms[]): Matrix {
  const [p, q, r] = inverse(informationOf(terms));
  const [a, b, c] = informationOf(
    terms.map(({ rank, score }) => ({ rank, score, information: score * score })),
  );
  const factor = terms.length / (terms.length - 2);
  const cross = (x: readonly [number, number], y: readonly [number, number]): number =>
    factor * (x[0] * (a * y[0] + b * y[1]) + x[1] * (b * y[0] + c * y[1]));
  return [cross([p, q], [p, q]), cross([p, q], [q, r]), cross([q, r], [q, r])];
}

function deviation([p, q, r]: Matrix, [u, v]: readonly [number, number]): number {
  return Math.sqrt(Math.max(0, p * u * u + 2 * q * u * v + r * v * v));
}

function checkCounts(groups: readonly CountedGroup[]): void {
  requirement(groups.length >= fewestSubgroups, 'logisticSlopeIndex', `at least ${fewestSubgroups} groups`);
  for (const { numerator, denominator } of groups) {
    requirement(numerator >= 0, 'logisticSlopeIndex', 'numerators of zero or more');
    requirement(denominator < Infinity, 'logisticSlopeIndex', 'finite denominators');
    requirement(
      numerator <= denominator,
      'logisticSlopeIndex',
      'numerators no larger than their denominators',
    );
  }
}
