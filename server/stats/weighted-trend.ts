import { requirement } from './requirement.ts';

/** A figure at a time, with its standard error. */
export type TimedFigure = { readonly time: number; readonly value: number; readonly error: number };

type WeightedTrend = {
  /** Change per unit of time. */
  readonly slope: number;
  readonly standardError: number;
  /** The fitted figure at a time. */
  at(time: number): number;
};

/**
 * Straight line through figures whose standard errors are known, each by the inverse of its variance.
 *
 * The standard error of the slope is that of the figures, not of their scatter about the line: with two figures it
 * is that of their difference.
 *
 * @param figures at least two, at two different times or more, each with an error above zero.
 * @throws RangeError for fewer than two times, figures that are not finite, or an error not above zero.
 * @see Draper NR, Smith H (1998) Applied Regression Analysis, 3rd ed., section 9.2 (weighted least squares).
 * @example weightedTrend([{ time: 0, value: 5, error: 1 }, { time: 2, value: 9, error: 1 }]).slope; // 2
 */
export function weightedTrend(figures: readonly TimedFigure[]): WeightedTrend {
  for (const { time, value, error } of figures) {
    requirement(Number.isFinite(time) && Number.isFinite(value), 'weightedTrend', 'finite times and figures');
    requirement(error > 0 && error < Infinity, 'weightedTrend', 'standard errors above zero');
  }
  const times = new Set(figures.map(({ time }) => time));
  requirement(times.size >= 2, 'weightedTrend', 'figures at two times or more');
  const weightOf = ({ error }: TimedFigure): number => 1 / (error * error);
  const total = figures.reduce((sum, figure) => sum + weightOf(figure), 0);
  const mean = (of: (figure: TimedFigure) => number): number =>
    figures.reduce((sum, figure) => sum + weightOf(figure) * of(figure), 0) / total;
  const [middle, level] = [mean(({ time }) => time), mean(({ value }) => value)];
  let spread = 0;
  let shared = 0;
  for (const figure of figures) {
    const [weight, away] = [weightOf(figure), figure.time - middle];
    spread += weight * away ** 2;
    shared += weight * away * (figure.value - level);
  }
  const slope = shared / spread;
  return { slope, standardError: 1 / Math.sqrt(spread), at: (time) => level + slope * (time - middle) };
}
