import type { IntervalEstimate } from './difference.ts';
import { requirement } from './requirement.ts';
import { studentTQuantile } from './student-t.ts';
import { standardErrorFromLimits } from './value-scale.ts';

/** One period's figure with its 95% limits. */
export type TimedEstimate = IntervalEstimate & { readonly time: number };

const FEWEST = 5;

/**
 * Where figures would be if they went on along their straight line: weighted least squares, with 95% limits of the
 * line at a later time.
 *
 * Weights are those of each figure's own limits. Figures that scatter about the line more than their limits allow
 * widen its limits by as much; figures that scatter less do not narrow them.
 *
 * @param figures at least five, at different times, with 95% limits of some width.
 * @param time when.
 * @returns the line at that time with its limits (Student, number of figures less two).
 * @throws RangeError for fewer than five figures, figures not finite or of one time, or limits of no width.
 * @see Draper NR, Smith H (1998) Applied Regression Analysis, 3rd ed., ch. 3; Birge RT (1932) Phys Rev 40:207-227.
 * @example projectedLine([10, 11, 12, 13, 14].map((value, time) => (
 *   { time, value, lower: value - 1.96, upper: value + 1.96 })), 9); // { value: 19, lower: 11.8129, upper: 26.1871 }
 */
export function projectedLine(figures: readonly TimedEstimate[], time: number): IntervalEstimate {
  requirement(figures.length >= FEWEST, 'projectedLine', 'at least five figures');
  const points = figures.map((figure) => {
    const error = standardErrorFromLimits(figure);
    requirement(error > 0, 'projectedLine', 'limits of some width');
    return { time: figure.time, value: figure.value, weight: 1 / (error * error) };
  });
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const middle = points.reduce((sum, point) => sum + point.weight * point.time, 0) / total;
  const level = points.reduce((sum, point) => sum + point.weight * point.value, 0) / total;
  const spread = points.reduce((sum, point) => sum + point.weight * (point.time - middle) ** 2, 0);
  requirement(spread > 0, 'projectedLine', 'figures of different times');
  const slope =
    points.reduce((sum, point) => sum + point.weight * (point.time - middle) * (point.value - level), 0) /
    spread;
  const at = (when: number) => level + slope * (when - middle);
  const degrees = points.length - 2;
  const scatter =
    points.reduce((sum, point) => sum + point.weight * (point.value - at(point.time)) ** 2, 0) / degrees;
  const error = Math.sqrt(Math.max(1, scatter) * (1 / total + (time - middle) ** 2 / spread));
  const value = at(time);
  requirement(Number.isFinite(value) && Number.isFinite(error), 'projectedLine', 'finite figures');
  const reach = studentTQuantile(0.975, degrees) * error;
  return { value, lower: value - reach, upper: value + reach };
}
