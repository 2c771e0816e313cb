import { requirement } from './requirement.ts';
import { special } from './special-functions.ts';

const z95 = special.normalQuantile(0.975);

/**
 * The standard normal deviate of a two-sided interval: 1.96 for 95%.
 *
 * Levels below 90% are refused: nobody in public health publishes them, and they are nearly always a
 * percentage divided twice or a significance level passed by mistake.
 *
 * @param confidence from 0.9 up to, but not including, 1.
 * @param caller named in the error.
 * @throws RangeError "<caller> requires a confidence from 0.9 to below 1".
 * @see OHID, *Public health methods*: 95% and 99.8% are the levels in use.
 * @example normalDeviate(0.95, 'rate'); // 1.959963984540054
 */
export function normalDeviate(confidence: number, caller: string): number {
  if (confidence === 0.95) return z95;
  return special.normalQuantile((1 + checkedConfidence(confidence, caller)) / 2);
}

/**
 * The level itself, once checked; for distributions other than the normal.
 *
 * @throws RangeError as `normalDeviate`.
 * @example checkedConfidence(0.998, 'mean'); // 0.998
 */
export function checkedConfidence(confidence: number, caller: string): number {
  requirement(confidence >= 0.9 && confidence < 1, caller, 'a confidence from 0.9 to below 1');
  return confidence;
}

/** The two levels published side by side: one area by itself, and the same with many areas in mind. */
const publishedLevels: readonly number[] = [0.95, 0.998];

/**
 * Checks the levels asked for together: one of any size, or the pair that the field publishes.
 *
 * @throws RangeError "<caller> requires one confidence, or 0.95 and 0.998".
 * @example checkedLevels([0.95, 0.998], 'proportion'); // [0.95, 0.998]
 */
export function checkedLevels(levels: readonly number[], caller: string): readonly number[] {
  const pair =
    levels.length === publishedLevels.length && levels.every((level, i) => level === publishedLevels[i]);
  requirement(levels.length === 1 || pair, caller, 'one confidence, or 0.95 and 0.998');
  return levels;
}
