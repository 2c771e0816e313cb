import type { IntervalEstimate } from './difference.ts';
import { requirement } from './requirement.ts';

/**
 * A group's gap from the average it is part of, from its gap from everybody else.
 *
 * A part and its whole are not independent, so their difference cannot be tested directly; but it is exactly
 * (1 - share) times the difference from the rest, and its interval alike.
 *
 * @param fromRest the group's figure less that of everybody else, with limits.
 * @param share of the population that is in the group, 0 to 1.
 * @returns the group's figure less the average, with limits.
 * @throws RangeError for a share outside 0 to 1, or a gap outside its own limits.
 * @see Eayres D (2008) Technical Briefing 3: Commonly used public health statistics and their confidence
 * intervals, APHO (comparison with a whole that contains the part).
 * @example gapFromAverage({ value: -0.2, lower: -0.3, upper: -0.1 }, 0.25); // { value: -0.15, lower: -0.225, upper: -0.075 }
 */
export function gapFromAverage({ value, lower, upper }: IntervalEstimate, share: number): IntervalEstimate {
  requirement(share >= 0 && share <= 1, 'gapFromAverage', 'a share from 0 to 1');
  requirement(lower <= value && value <= upper, 'gapFromAverage', 'a gap within its own limits');
  const others = 1 - share;
  return { value: others * value, lower: others * lower, upper: others * upper };
}
