import { orderStatistic } from './order-statistic.ts';
import { requirement } from './requirement.ts';

/**
 * The middle of the values; the mean of the two in the middle where their number is even.
 *
 * @param values any unit; at least one.
 * @returns in the unit of the values.
 * @throws RangeError for no values, or one that is not finite.
 * @see Hyndman RJ, Fan Y (1996) Sample quantiles in statistical packages. Am Stat 50:361-365 (all nine definitions agree at a half).
 * @example median([3, 1, 2, 10]); // 2.5
 */
export function median(values: ArrayLike<number>): number {
  const own = Float64Array.from(values);
  requirement(own.length > 0 && own.every(Number.isFinite), 'median', 'at least one value, all finite');
  const upper = orderStatistic(own, own.length >>> 1);
  return own.length % 2 === 1 ? upper : (orderStatistic(own, own.length / 2 - 1) + upper) / 2;
}
