/** Which periods a trend is told from: the newest five with figures, if they lie within seven. Pure. */
import { monthsOfDay } from '../contract/days.ts';
import type { ShownEstimate } from '../contract/estimate.ts';
import { comparePeriods, parsePeriod } from '../contract/periods.ts';
import type { TrendReply } from '../contract/replies.ts';

type Point = TrendReply['points'][number];

export interface ShownPoint extends Pick<Point, 'period' | 'label'> {
  /** In months, ends of months being whole numbers. */
  readonly time: number;
  readonly estimate: ShownEstimate;
}
export interface TrendPeriods {
  /** Five, oldest first. */
  readonly points: readonly ShownPoint[];
  /** What lies among them without a figure, in words: a period, or "the time between 2019 and 2021". */
  readonly leftOut: readonly string[];
}

/** A trend is told from this many periods, which may leave out two. */
const POINTS = 5;
const WITHIN = 7;
const IN_WORDS = 'five';

/** @returns the periods, or in a sentence why there are none to tell a trend from. */
export function trendPeriods(held: readonly Point[]): TrendPeriods | string {
  const ordered = held.toSorted((a, b) => comparePeriods(a.period, b.period));
  const shown = ordered.flatMap(shownPoint);
  const points = shown.slice(-POINTS);
  if (points.length < POINTS)
    return `A trend needs ${IN_WORDS} periods with figures; there ${shown.length === 1 ? 'is' : 'are'} ${shown.length}.`;
  const usual = usualStep(ordered);
  const places = points.slice(1).map((point, at) => Math.round((point.time - timeAt(points, at)) / usual));
  const span = 1 + places.reduce((sum, step) => sum + step, 0);
  if (span > WITHIN)
    return `The newest ${IN_WORDS} periods with figures lie more than ${WITHIN} periods apart, from ${points[0]?.label} to ${points.at(-1)?.label}: too far to tell a trend.`;
  return {
    points,
    leftOut: points.slice(1).flatMap((point, at) => gapBefore(point, points[at], ordered, usual)),
  };
}

function shownPoint({ period, label, estimate }: Point): ShownPoint[] {
  return estimate.status === 'shown' ? [{ period, label, time: timeOf(period), estimate }] : [];
}

const timeOf = (period: string) => monthsOfDay(parsePeriod(period)?.end ?? '');
const timeAt = (points: readonly ShownPoint[], at: number) => points[at]?.time ?? Number.NaN;

/** The middle one of the steps from each period held to the next, with a figure or not. */
function usualStep(ordered: readonly Point[]): number {
  const times = [...new Set(ordered.map(({ period }) => timeOf(period)))];
  const steps = times.slice(1).map((time, at) => time - (times[at] ?? time));
  return steps.toSorted((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 1;
}

function gapBefore(
  point: ShownPoint,
  before: ShownPoint | undefined,
  ordered: readonly Point[],
  usual: number,
): string[] {
  if (before === undefined) return [];
  const between = ordered.filter(({ period }) => timeOf(period) > before.time && timeOf(period) < point.time);
  if (between.length > 0) return between.map(({ label }) => label);
  return Math.round((point.time - before.time) / usual) > 1
    ? [`the time between ${before.label} and ${point.label}`]
    : [];
}
