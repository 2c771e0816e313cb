import { chiSquareQuantile } from './chi-square.ts';
import { normalDeviate } from './confidence.ts';
import { checkPart } from './counts.ts';
import { finite, requirement } from './requirement.ts';

/** One period's counts; undefined where missing. */
type CountPoint = {
  readonly time: number;
  readonly numerator: number | undefined;
  readonly denominator: number | undefined;
};

/** One period's figure with its limits; undefined where missing. */
type FigurePoint = {
  readonly time: number;
  readonly value: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
};

export type RecentTrend =
  | {
      readonly trend: 'increasing' | 'decreasing' | 'no significant change';
      /** Why there is no change: the test did not reject, or one point alone makes the trend. */
      readonly reason: 'significant trend' | 'no significant trend' | 'one point makes the trend';
      readonly chiSquare: number;
      /** Per unit of time: of the log odds (counts) or of the figure; left out where log odds do not exist. */
      readonly slope?: number;
    }
  | {
      readonly trend: 'cannot be calculated';
      readonly reason:
        | 'fewer than five points'
        | 'a missing value'
        | 'a missing limit'
        | 'a count of none or all'
        | 'limits of no width';
    };

const pointsUsed = 5;
/** A trend is called at 99.8%, as the two outer control limits are. */
const critical = chiSquareQuantile(0.998, 1);

/**
 * Recent trend of a proportion: are the last five points rising or falling?
 *
 * Chi-square test for linear trend at 99.8%, direction from the line through the log odds. No change is called
 * where leaving any one point out turns the direction.
 *
 * @param points at least five periods that do not overlap, in any order; the latest five count.
 * @returns not calculated for fewer than five points or a missing one, or where the test rejects but a count of
 * none or all leaves the direction open.
 * @throws RangeError for two points of the same time, or counts that are negative, not finite, or above their
 * denominator.
 * @see Cochran WG (1954) Biometrics 10:417-451, Armitage P (1955) Biometrics 11:375-386 (without the N - 1
 * factor); OHID, Fingertips: recent trends guidance.
 * @example recentTrendOfCounts([5000, 5100, 5300, 5400, 5700].map((numerator, i) => (
 *   { time: 2019 + i, numerator, denominator: 10_000 }))); // { trend: 'increasing', chiSquare: 116.02 }
 */
export function recentTrendOfCounts(points: readonly CountPoint[]): RecentTrend {
  const latest = latestPoints(points, 'recentTrendOfCounts');
  if (latest === undefined) return cannot('fewer than five points');
  const counts = latest.map(countsOf).filter((point) => point !== undefined);
  if (counts.length < pointsUsed) return cannot('a missing value');
  const chiSquare = linearTrendChiSquare(counts);
  const logOdds = counts.map(({ time, numerator, denominator }) => ({
    time,
    y: Math.log(numerator / (denominator - numerator)),
    weight: 1,
  }));
  if (logOdds.every(({ y }) => Number.isFinite(y))) return judge(logOdds, chiSquare);
  if (chiSquare > critical) return cannot('a count of none or all');
  return { trend: 'no significant change', reason: 'no significant trend', chiSquare };
}

type KnownCounts = { readonly time: number; readonly numerator: number; readonly denominator: number };

function countsOf({ time, numerator, denominator }: CountPoint): KnownCounts | undefined {
  if (numerator === undefined || denominator === undefined) return undefined;
  checkPart({ numerator, denominator }, 'recentTrendOfCounts');
  return { time, numerator, denominator };
}

/**
 * Recent trend of any other figure (a rate, a standardised rate, a mean): as `recentTrendOfCounts`, by weighted
 * least squares.
 *
 * @param points at least five periods that do not overlap, in any order; the latest five count. Limits of
 * `confidence` about each figure give its weight.
 * @param confidence of the limits given, 0.9 to below 1.
 * @returns not calculated for fewer than five points or a missing one, or where limits have no width.
 * @throws RangeError for two points of the same time, non-finite figures, limits out of order, or a
 * confidence outside 0.9 to below 1.
 * @see Kirkwood BR, Sterne JAC (2003) Essential Medical Statistics, 2nd ed., ch. 32 (weights 1/variance); OHID,
 * Fingertips: recent trends guidance.
 * @example recentTrendOfFigures([47, 42, 40, 35, 30].map((value, time) => (
 *   { time, value, lower: value - 3, upper: value + 3 }))).trend; // 'decreasing'
 */
export function recentTrendOfFigures(points: readonly FigurePoint[], confidence = 0.95): RecentTrend {
  const z = normalDeviate(confidence, 'recentTrendOfFigures');
  const latest = latestPoints(points, 'recentTrendOfFigures');
  if (latest === undefined) return cannot('fewer than five points');
  const weighted: Weighted[] = [];
  for (const { time, value, lower, upper } of latest) {
    if (value === undefined) return cannot('a missing value');
    if (lower === undefined || upper === undefined) return cannot('a missing limit');
    requirement(Number.isFinite(value), 'recentTrendOfFigures', 'finite figures');
    requirement(lower <= upper && upper - lower < Infinity, 'recentTrendOfFigures', 'finite limits in order');
    if (lower === upper) return cannot('limits of no width');
    weighted.push({ time, y: value, weight: ((2 * z) / (upper - lower)) ** 2 });
  }
  const { slope, precision } = line(weighted);
  return judge(weighted, slope * slope * precision);
}

type Weighted = { readonly time: number; readonly y: number; readonly weight: number };

type Reason = Extract<RecentTrend, { trend: 'cannot be calculated' }>['reason'];

const cannot = (reason: Reason): RecentTrend => ({ trend: 'cannot be calculated', reason });

function latestPoints<Point extends { readonly time: number }>(points: readonly Point[], caller: string) {
  requirement(
    points.every(({ time }) => Number.isFinite(time)),
    caller,
    'finite times',
  );
  requirement(
    new Set(points.map(({ time }) => time)).size === points.length,
    caller,
    'one point for each time',
  );
  const latest = points.toSorted((a, b) => a.time - b.time).slice(-pointsUsed);
  return latest.length === pointsUsed ? latest : undefined;
}

/**
 * Cochran-Armitage chi-square for linear trend in proportions, without the N - 1 factor. Times are taken about their mean:
 * squares of the times themselves would leave nothing, or less, where one point has nearly all the people.
 */
function linearTrendChiSquare(points: readonly KnownCounts[]): number {
  const total = (of: (point: KnownCounts) => number) => points.reduce((sum, point) => sum + of(point), 0);
  const everybody = total(({ denominator }) => denominator);
  const having = total(({ numerator }) => numerator);
  // Nobody, or everybody, throughout: nothing has changed.
  if (having === 0 || having === everybody) return 0;
  const middle = total(({ denominator, time }) => (denominator / everybody) * time);
  const spread = total(({ denominator, time }) => (denominator / everybody) * (time - middle) ** 2);
  const share = having / everybody;
  const shared = total(
    ({ numerator, denominator, time }) => ((numerator - share * denominator) / everybody) * (time - middle),
  );
  // All but one point count nobody that a number can hold beside it.
  if (spread === 0) return 0;
  return finite(
    { chiSquare: (everybody * shared ** 2) / (share * (1 - share) * spread) },
    'recentTrendOfCounts',
  ).chiSquare;
}

function line(points: readonly Weighted[]): { readonly slope: number; readonly precision: number } {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const middle = points.reduce((sum, { weight, time }) => sum + weight * time, 0) / total;
  const level = points.reduce((sum, { weight, y }) => sum + weight * y, 0) / total;
  let cross = 0;
  let precision = 0;
  let size = 0;
  for (const { time, y, weight } of points) {
    cross += weight * (time - middle) * (y - level);
    size += weight * Math.abs(time - middle) * (Math.abs(y) + Math.abs(level));
    precision += weight * (time - middle) ** 2;
  }
  // What is left of equal figures is rounding, not a slope.
  return { slope: Math.abs(cross) <= 1e-12 * size ? 0 : cross / precision, precision };
}

function judge(points: readonly Weighted[], chiSquare: number): RecentTrend {
  const { slope } = line(points);
  if (chiSquare <= critical) {
    return { trend: 'no significant change', reason: 'no significant trend', chiSquare, slope };
  }
  const turned = points.some(
    (_, left) => Math.sign(line(points.filter((_point, i) => i !== left)).slope) !== Math.sign(slope),
  );
  if (turned) {
    return { trend: 'no significant change', reason: 'one point makes the trend', chiSquare, slope };
  }
  return { trend: slope > 0 ? 'increasing' : 'decreasing', reason: 'significant trend', chiSquare, slope };
}
