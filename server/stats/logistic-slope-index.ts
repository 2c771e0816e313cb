import { item } from '../lists.ts';
import type { Counts } from './counts.ts';
import { type MeasuredIndex, withLogInterval, withNormalInterval } from './normal-interval.ts';
import { withRidits } from './rank-order.ts';
import { deltaError, type Line, robustCovariance, solveLine, type Terms } from './rank-regression.ts';
import { requirement } from './requirement.ts';
import { fewestSubgroups } from './subgroups.ts';

/** Slope and relative index of inequality, from fitted figures at the two ends of a ranking. */
type EndsIndex = { readonly slope: MeasuredIndex; readonly ratio: MeasuredIndex };

/**
 * Slope and relative index of inequality of a proportion, by logistic regression on rank.
 *
 * Difference and ratio of the proportions the model predicts at the last end of the ranking and at the first.
 * Standard errors hold although groups scatter about the curve more than chance (heteroscedasticity-consistent,
 * small-sample factor n / (n - 2)).
 *
 * @param given groups in order, from the first end of the ranking to the last; at least three with people in them, the
 * others take no part.
 * @returns slope as a fraction from -1 to 1.
 * @throws RangeError for fewer than three groups with people, negative or non-finite counts, a numerator above its
 * denominator, nobody at all, or outcomes that are the same for everybody (no model fits).
 * @see Barros AJD, Victora CG (2013) PLoS Med 10:e1001390; MacKinnon JG, White H (1985) J Econometrics
 * 29:305-325 (HC1).
 * @example logisticSlopeIndex([20, 30, 40, 50, 60].map((numerator) => ({ numerator, denominator: 100 }))).slope;
 * // { value: 0.48198, standardError: 0.01521, lower: 0.45217, upper: 0.51179 }
 */
export function logisticSlopeIndex(given: readonly Counts[], confidence = 0.95): EndsIndex {
  for (const { numerator, denominator } of given) {
    requirement(numerator >= 0, 'logisticSlopeIndex', 'numerators of zero or more');
    requirement(denominator < Infinity, 'logisticSlopeIndex', 'finite denominators');
    requirement(
      numerator <= denominator,
      'logisticSlopeIndex',
      'numerators no larger than their denominators',
    );
  }
  const groups = given.filter(({ denominator }) => denominator > 0);
  requirement(
    groups.length >= fewestSubgroups,
    'logisticSlopeIndex',
    `at least ${fewestSubgroups} groups with people`,
  );
  const cases = groups.reduce((sum, { numerator }) => sum + numerator, 0);
  const people = groups.reduce((sum, { denominator }) => sum + denominator, 0);
  requirement(
    cases > 0 && cases < people,
    'logisticSlopeIndex',
    'people with and people without the outcome',
  );
  const rows = withRidits(
    groups.map(({ numerator, denominator }) => ({ numerator, population: denominator })),
  ).map(({ ridit, numerator, population }) => ({
    rank: ridit,
    y: numerator / population,
    weight: population,
  }));
  const { line, terms } = fitLogistic(rows);
  const covariance = robustCovariance(terms, 'logisticSlopeIndex');
  const [first, last] = [inverseLogit(line.intercept), inverseLogit(line.intercept + line.slope)];
  const [atFirst, atLast] = [first * (1 - first), last * (1 - last)];
  return {
    slope: withNormalInterval(last - first, deltaError(covariance, [atLast - atFirst, atLast]), confidence),
    ratio: withLogInterval(last / first, deltaError(covariance, [first - last, 1 - last]), confidence),
  };
}

type Row = { readonly rank: number; readonly y: number; readonly weight: number };

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
      const mean = item(means, i);
      const information = weight * mean * (1 - mean);
      return { rank, information, score: information * Math.log(mean / (1 - mean)) + weight * (y - mean) };
    });
    const { intercept, slope } = solveLine(working, 'logisticSlopeIndex');
    means = rows.map(({ rank }) => inverseLogit(intercept + slope * rank));
    const now = deviance(rows, means);
    requirement(Number.isFinite(now), 'logisticSlopeIndex', 'groups that a curve can be fitted to');
    // A curve through every group leaves no deviance to settle, only its rounding.
    const still = Math.abs(intercept - line.intercept) + Math.abs(slope - line.slope) < 1e-12;
    line = { intercept, slope };
    if (still || Math.abs(now - before) < 1e-8 * (Math.abs(now) + 0.1)) {
      const terms = rows.map(({ rank, y }, i) => {
        const mean = item(means, i);
        const { information } = item(working, i);
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
    const mean = item(means, i);
    return sum + 2 * weight * (lost(y, mean) + lost(1 - y, 1 - mean));
  }, 0);
}
