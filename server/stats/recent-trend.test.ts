import { describe, expect, test } from 'vitest';
import { recentTrendOfCounts, recentTrendOfFigures } from './recent-trend.ts';

describe('recent trend of counts', () => {
  test('has the chi-square of 6.57 of alcohol and malformations (Agresti 2002, Categorical Data Analysis, 5.3.5)', () => {
    const drinks = [0, 0.5, 1.5, 4, 7];
    const absent = [17_066, 14_464, 788, 126, 37];
    const present = [48, 38, 5, 1, 1];
    const trend = recentTrendOfCounts(
      drinks.map((time, i) => ({
        time,
        numerator: present[i],
        denominator: (present[i] ?? 0) + (absent[i] ?? 0),
      })),
    );
    expect(trend).toMatchObject({ trend: 'no significant change', chiSquare: expect.closeTo(6.57, 2) });
  });

  test('of one point with nearly all the people is a number, as of any other', () => {
    // Squares of the times themselves leave nothing of the other four, and 0 divided by 0 is no chi-square.
    for (const few of [5e-324, 1e-9, 1]) {
      const trend = recentTrendOfCounts(
        [1e9, few, few, few, few].map((denominator, time) => ({
          time,
          numerator: denominator / 2,
          denominator,
        })),
      );
      expect(trend).toMatchObject({ trend: 'no significant change', chiSquare: expect.closeTo(0, 6) });
    }
  });

  const points = (numerators: readonly (number | undefined)[]) =>
    numerators.map((numerator, i) => ({ time: 2019 + i, numerator, denominator: 1_000 }));

  test('takes the latest five points, whatever their order', () => {
    const seven = points([900, 10, 100, 150, 200, 250, 300]);
    expect(recentTrendOfCounts(seven.toReversed())).toEqual(recentTrendOfCounts(seven.slice(2)));
    expect(recentTrendOfCounts(seven).trend).toBe('increasing');
  });

  test('is no change where one point alone makes it', () => {
    expect(recentTrendOfCounts(points([100, 100, 100, 100, 220]))).toMatchObject({
      trend: 'no significant change',
      reason: 'one point makes the trend',
    });
  });

  test('is not calculated for four points, a missing one, or a direction left open by none or all', () => {
    expect(recentTrendOfCounts(points([1, 2, 3, 4])).trend).toBe('cannot be calculated');
    expect(recentTrendOfCounts(points([1, undefined, 3, 4, 5]))).toMatchObject({ reason: 'a missing value' });
    expect(recentTrendOfCounts(points([0, 100, 200, 300, 400]))).toMatchObject({
      reason: 'a count of none or all',
    });
  });

  test('is no change where nobody ever has the outcome', () => {
    expect(recentTrendOfCounts(points([0, 0, 0, 0, 0])).trend).toBe('no significant change');
  });
});

describe('recent trend of figures', () => {
  const rising = [10, 11, 12, 13, 14].map((value, time) => ({
    time,
    value,
    lower: value - 0.5,
    upper: value + 0.5,
  }));

  test('weighs points by their precision: chi-square is slope squared over its variance', () => {
    // Five equal weights w = (2 x 1.96)^2: slope 1, variance 1 / (10 w).
    expect(recentTrendOfFigures(rising)).toMatchObject({
      trend: 'increasing',
      slope: expect.closeTo(1, 12),
      chiSquare: expect.closeTo(10 * (2 * 1.959963984540054) ** 2, 9),
    });
  });

  test('turns with the sign of the figures', () => {
    const falling = rising.map(({ time, value, lower, upper }) => ({
      time,
      value: -value,
      lower: -upper,
      upper: -lower,
    }));
    expect(recentTrendOfFigures(falling).trend).toBe('decreasing');
  });

  test('is not calculated without limits or with limits of no width', () => {
    const [first, ...rest] = rising;
    if (first === undefined) throw new Error('no points');
    expect(recentTrendOfFigures([{ ...first, lower: undefined }, ...rest])).toMatchObject({
      reason: 'a missing limit',
    });
    expect(recentTrendOfFigures([{ ...first, lower: 10, upper: 10 }, ...rest])).toMatchObject({
      reason: 'limits of no width',
    });
  });
});
