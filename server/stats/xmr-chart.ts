import { requirement } from './requirement.ts';
import { type SpecialCause, specialCauses } from './special-causes.ts';

/** A dated value; undefined where it is missing. */
export type DatedValue = { readonly date: string; readonly value: number | undefined };

export type XmrOptions = {
  /** Which way is better; `increase` when left out. */
  readonly improvement?: 'increase' | 'decrease' | 'neutral';
  readonly target?: number;
  /** Limits from the first so many points only; twelve or more. */
  readonly baselinePoints?: number;
  /** Dates from which limits are worked out afresh. */
  readonly rebaseFrom?: readonly string[];
  /** Leave out moving ranges above their own limit when averaging them; true when left out. */
  readonly screenOutliers?: boolean;
};

export type XmrPoint = DatedValue & {
  readonly cause: SpecialCause;
  readonly meaning: 'common cause' | 'improvement' | 'concern' | 'high' | 'low';
  /** Between the near limits (two thirds of the way) and the outer ones. */
  readonly nearLimit: boolean;
};

/** Points between one rebase and the next, with their limits. */
export type XmrGroup = {
  readonly points: readonly XmrPoint[];
  readonly mean: number;
  /** Process limits; undefined where no two points in a row give a range, or the ranges kept are all zero. */
  readonly limits: { readonly lower: number; readonly upper: number } | undefined;
  /** Fewer than 13 points: limits are not yet reliable. */
  readonly short: boolean;
};

export type XmrChart = {
  readonly groups: readonly XmrGroup[];
  /** Whether the latest group's limits clear the target; undefined without target, limits or direction. */
  readonly assurance: 'consistent pass' | 'consistent fail' | 'inconsistent' | undefined;
};

const directions = ['increase', 'decrease', 'neutral'];
const fewestBaselinePoints = 12;
const shortGroup = 13;
/** Limits lie 3 / d2 mean moving ranges from the mean, d2 = 1.128 for ranges of two. */
const limitFactor = 2.66;
/** Upper limit of a moving range, D4 for ranges of two. */
const rangeLimitFactor = 3.267;

/**
 * Statistical process control chart of individual values (XmR): is the latest variation ordinary, or does it
 * have a special cause?
 *
 * @param points in any order, one per date (ISO dates, compared as text).
 * @returns groups between rebases; without limits where values do not vary from one to the next.
 * @throws RangeError for no points, two points of one date, non-finite values or target, a group without any
 * value, or a baseline of fewer than twelve points.
 * @see Wheeler DJ (2000) Understanding Variation, 2nd ed.; Provost LP, Murray SK (2011) The Health Care Data
 * Guide; NHS England, Making Data Count (rules and assurance).
 * @example xmrChart([10, 12, 10, 12].map((value, i) => (
 *   { date: `2024-0${i + 1}-01`, value }))).groups[0].limits; // { lower: 5.68, upper: 16.32 }
 */
export function xmrChart(points: readonly DatedValue[], options: XmrOptions = {}): XmrChart {
  const {
    improvement = 'increase',
    target,
    baselinePoints,
    rebaseFrom = [],
    screenOutliers = true,
  } = options;
  requirement(points.length > 0, 'xmrChart', 'at least one point');
  requirement(directions.includes(improvement), 'xmrChart', `an improvement of ${directions.join(', ')}`);
  requirement(
    new Set(points.map(({ date }) => date)).size === points.length,
    'xmrChart',
    'one point for each date',
  );
  requirement(
    points.every(({ value }) => value === undefined || Number.isFinite(value)) &&
      (target === undefined || Number.isFinite(target)),
    'xmrChart',
    'finite values',
  );
  requirement(
    baselinePoints === undefined ||
      (Number.isInteger(baselinePoints) && baselinePoints >= fewestBaselinePoints),
    'xmrChart',
    `a baseline of at least ${fewestBaselinePoints} points`,
  );
  const sorted = points.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const starts = rebaseFrom.toSorted();
  const byRebase = Map.groupBy(sorted, ({ date }) => starts.filter((start) => start <= date).length);
  const groups = [...byRebase.values()].map((group) =>
    chartGroup(group, { baselinePoints, screenOutliers, improvement }),
  );
  return { groups, assurance: assure(groups.at(-1)?.limits, { target, improvement }) };
}

type GroupOptions = {
  readonly baselinePoints: number | undefined;
  readonly screenOutliers: boolean;
  readonly improvement: 'increase' | 'decrease' | 'neutral';
};

function chartGroup(points: readonly DatedValue[], options: GroupOptions): XmrGroup {
  const baseline = points.slice(0, options.baselinePoints).map(({ value }) => value);
  const known = baseline.filter((value) => value !== undefined);
  requirement(known.length > 0, 'xmrChart', 'a value in every group');
  const mean = average(known);
  const range = averageMovingRange(baseline, options.screenOutliers);
  // Limits of no width would call every point but the mean a special cause: there is no variation to judge by.
  const limits =
    range === undefined || range === 0
      ? undefined
      : { lower: mean - limitFactor * range, upper: mean + limitFactor * range };
  const values = points.map(({ value }) => value);
  const judged = specialCauses(values, { mean, limits });
  return {
    points: points.map((point, i) => {
      const { cause, nearLimit } = judged[i] as (typeof judged)[number];
      return { ...point, cause, nearLimit, meaning: meaningOf(cause, options.improvement) };
    }),
    mean,
    limits,
    short: points.length < shortGroup,
  };
}

const average = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Mean absolute step from each value to the next; a missing value breaks the chain. */
function averageMovingRange(values: readonly (number | undefined)[], screen: boolean): number | undefined {
  const ranges: number[] = [];
  values.forEach((value, i) => {
    const before = values[i - 1];
    if (value !== undefined && before !== undefined) ranges.push(Math.abs(value - before));
  });
  if (ranges.length === 0) return undefined;
  const all = average(ranges);
  if (!screen) return all;
  const kept = ranges.filter((range) => range < rangeLimitFactor * all);
  return kept.length === 0 ? undefined : average(kept);
}

function meaningOf(cause: SpecialCause, improvement: GroupOptions['improvement']): XmrPoint['meaning'] {
  if (cause.side === 'none') return 'common cause';
  if (improvement === 'neutral') return cause.side;
  return (cause.side === 'high') === (improvement === 'increase') ? 'improvement' : 'concern';
}

function assure(
  limits: XmrGroup['limits'],
  { target, improvement }: { readonly target: number | undefined; readonly improvement: string },
): XmrChart['assurance'] {
  if (limits === undefined || target === undefined || improvement === 'neutral') return undefined;
  if (target > limits.upper) return improvement === 'increase' ? 'consistent fail' : 'consistent pass';
  if (target < limits.lower) return improvement === 'increase' ? 'consistent pass' : 'consistent fail';
  return 'inconsistent';
}
