import type { IntervalEstimate } from './difference.ts';
import { requirement } from './requirement.ts';

/**
 * How many people a gap stands for: how many more of the group would have the good outcome at the reference's
 * level (or how many fewer the bad one).
 *
 * @param gap the group's proportion less the reference's, with limits, as fractions.
 * @param people in the group.
 * @param better whether a high or a low figure is good.
 * @returns people, with limits; below zero where the group does better than the reference.
 * @throws RangeError for a number of people that is negative or not finite, or a gap outside its own limits.
 * @see Harper S, Lynch J (2005) Methods for Measuring Cancer Disparities, NCI (excess cases).
 * @example peopleBehindGap({ value: -0.2, lower: -0.3, upper: -0.1 }, { people: 50, better: 'higher' });
 * // { value: 10, lower: 5, upper: 15 }
 */
export function peopleBehindGap(
  gap: IntervalEstimate,
  { people, better }: { readonly people: number; readonly better: 'higher' | 'lower' },
): IntervalEstimate {
  requirement(people >= 0 && people < Infinity, 'peopleBehindGap', 'a finite number of people, zero or more');
  requirement(
    gap.lower <= gap.value && gap.value <= gap.upper,
    'peopleBehindGap',
    'a gap within its own limits',
  );
  const each = better === 'higher' ? -people : people;
  const ends = [each * gap.lower, each * gap.upper];
  return { value: each * gap.value, lower: Math.min(...ends), upper: Math.max(...ends) };
}
