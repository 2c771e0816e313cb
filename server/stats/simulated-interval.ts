import { at } from '../lists.ts';
import { normalDraws, type Random } from '../random.ts';
import { checkedConfidence } from './confidence.ts';
import type { Interval } from './interval.ts';
import { requirement } from './requirement.ts';
import type { Subgroup } from './subgroups.ts';

type SimulationOptions = {
  /** Source of the draws; seed it, so that a figure never changes by itself. */
  readonly random: Random;
  /** How many draws; 1,000 when left out. */
  readonly draws?: number;
  /** 0.9 to below 1; 0.95 when left out. */
  readonly confidence?: number;
  /** Values a figure cannot leave (0 and 100 for percentages): draws outside are drawn again. */
  readonly bounds?: Interval;
};

const fewestDraws = 100;

/**
 * Interval of any measure over groups, by redrawing each group's figure with its standard error.
 *
 * For measures without a usable standard error (mean differences, index of disparity). Redrawing adds difference of its
 * own, so measures that cannot be negative are biased upwards by it: where groups are nearly equal, all but a few draws
 * lie above the measure itself, and there is no interval to give.
 *
 * @param groups each with a standard error; one with nobody in it takes no part.
 * @param measure the measure, of groups with other figures.
 * @returns undefined where the measure of the groups as they are lies outside the limits drawn.
 * @throws RangeError for a missing standard error, fewer than 100 draws, a figure outside the bounds, or a
 * confidence outside 0.9 to below 1.
 * @see Ahn J et al (2018) Sci Rep 8:14568; quantiles by Hyndman RJ, Fan Y (1996) Am Stat 50:361-365, type 7.
 * @example simulatedInterval(
 *   [20, 30, 40].map((value) => ({ population: 1, value, standardError: 1 })),
 *   (groups) => indexOfDisparity(groups),
 *   { random: seededRandom(1) },
 * ); // { lower: 19.41, upper: 26.60 }
 */
export function simulatedInterval(
  groups: readonly Subgroup[],
  measure: (groups: readonly Subgroup[]) => number,
  { random, draws = 1_000, confidence = 0.95, bounds }: SimulationOptions,
): Interval | undefined {
  const tail = (1 - checkedConfidence(confidence, 'simulatedInterval')) / 2;
  requirement(
    Number.isInteger(draws) && draws >= fewestDraws,
    'simulatedInterval',
    `at least ${fewestDraws} draws`,
  );
  const { lower = -Infinity, upper = Infinity } = bounds ?? {};
  const normal = normalDraws(random);
  const results = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) results[draw] = measure(groups.map(redrawn));
  results.sort();
  const limits = { lower: quantile(results, tail), upper: quantile(results, 1 - tail) };
  const own = measure(groups);
  return limits.lower <= own && own <= limits.upper ? limits : undefined;

  function redrawn(group: Subgroup): Subgroup {
    const { population, value, standardError } = group;
    // Nobody takes no part: not even in the order of the draws.
    if (population === 0) return group;
    requirement(standardError !== undefined, 'simulatedInterval', 'a standard error for every group');
    requirement(value >= lower && value <= upper, 'simulatedInterval', 'figures within their bounds');
    let drawn: number;
    do drawn = value + standardError * normal();
    while (drawn < lower || drawn > upper);
    return { ...group, value: drawn };
  }
}

function quantile(sorted: Float64Array, probability: number): number {
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place);
  const from = at(sorted, below);
  const to = at(sorted, Math.min(below + 1, sorted.length - 1));
  return from + (place - below) * (to - from);
}
