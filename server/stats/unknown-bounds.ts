import { type Counts, checkPart } from './counts.ts';
import type { Interval } from './interval.ts';
import { requirement } from './requirement.ts';

/**
 * Between which values a group's proportion must lie, whoever the people of unknown group really are.
 *
 * Lowest: all unknown people without the outcome belong to this group, none of those with it. Highest: the
 * other way round. No assumption is made, so the band is wide where much is unknown; that is its message.
 *
 * @param group counts of the people known to be in the group.
 * @param unknown counts of the people whose group is unknown.
 * @returns fractions from 0 to 1.
 * @throws RangeError for negative or non-finite counts, a numerator above its denominator, or nobody in the
 * group.
 * @see Manski CF (1989) Anatomy of the selection problem. J Hum Resour 24:343-360 (worst-case bounds).
 * @example unknownBounds({ numerator: 60, denominator: 80 }, { numerator: 5, denominator: 20 });
 * // { lower: 0.6316, upper: 0.7647 }
 */
export function unknownBounds(group: Counts, unknown: Counts): Interval {
  checkPart(group, 'unknownBounds');
  const { numerator, denominator } = unknown;
  requirement(
    numerator >= 0 && numerator <= denominator,
    'unknownBounds',
    'unknown numerators within denominators',
  );
  requirement(denominator < Infinity, 'unknownBounds', 'finite denominators');
  return {
    lower: group.numerator / (group.denominator + (denominator - numerator)),
    upper: (group.numerator + numerator) / (group.denominator + numerator),
  };
}
