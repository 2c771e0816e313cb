import { type MeasuredIndex, withLogInterval, withNormalInterval } from './normal-interval.ts';
import { withRidits } from './rank-order.ts';
import { deltaError, robustCovariance, solveLine } from './rank-regression.ts';
import { requirement } from './requirement.ts';
import { fewestSubgroups, withPeople } from './subgroups.ts';

/**
 * Slope and relative index of inequality of any figure, by weighted regression on rank.
 *
 * As `logisticSlopeIndex` with a straight line: for figures that are not proportions.
 *
 * @param given groups in order; figure and people of each; at least three with people in them, the others take no part.
 * @returns slope in the unit of the figures; ratio only where both fitted ends are above zero.
 * @throws RangeError for fewer than three groups with people, negative or non-finite populations or figures, or nobody at all.
 * @see Moreno-Betancur M, Latouche A, Menvielle G et al (2015) Epidemiology 26:518-527; MacKinnon JG, White H
 * (1985) J Econometrics 29:305-325 (HC1).
 * @example linearSlopeIndex([{ value: 10, population: 50 }, { value: 12, population: 50 }, { value: 13, population: 50 }]).slope.value; // 4.5
 */
export function linearSlopeIndex(
  given: readonly { readonly value: number; readonly population: number }[],
  confidence = 0.95,
): { readonly slope: MeasuredIndex; readonly ratio?: MeasuredIndex } {
  const groups = withPeople(given, 'linearSlopeIndex');
  requirement(
    groups.length >= fewestSubgroups,
    'linearSlopeIndex',
    `at least ${fewestSubgroups} groups with people`,
  );
  requirement(
    groups.every(({ value }) => Number.isFinite(value)),
    'linearSlopeIndex',
    'finite figures',
  );
  const rows = withRidits(groups).map(({ ridit, value, population }) => ({
    rank: ridit,
    y: value,
    weight: population,
  }));
  const { intercept, slope } = solveLine(
    rows.map((row) => ({ ...row, information: row.weight, score: row.weight * row.y })),
    'linearSlopeIndex',
  );
  const covariance = robustCovariance(
    rows.map((row) => ({
      rank: row.rank,
      information: row.weight,
      score: row.weight * (row.y - intercept - slope * row.rank),
    })),
    'linearSlopeIndex',
  );
  const last = intercept + slope;
  const index = withNormalInterval(slope, deltaError(covariance, [0, 1]), confidence);
  if (intercept <= 0 || last <= 0) return { slope: index };
  const error = deltaError(covariance, [1 / last - 1 / intercept, 1 / last]);
  return { slope: index, ratio: withLogInterval(last / intercept, error, confidence) };
}
