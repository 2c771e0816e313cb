import { timeOfDay } from '../../../server/contract/days.ts';
import { parsePeriod } from '../../../server/contract/periods.ts';
import type { TrendReply } from '../../../server/contract/replies.ts';

export interface TrendPoint {
  /** The last day of the period, in milliseconds: distances on the axis are those in time. */
  readonly time: number;
  readonly label: string;
  readonly period: string;
  /** Null where there is no figure: the line then breaks. */
  readonly value: number | null;
  readonly limits: readonly [lower: number, upper: number] | null;
  /** How far the limits lie below and above a figure that stands alone: a band needs two. */
  readonly alone: readonly [below: number, above: number] | null;
}

/** The last day of a period, in milliseconds. */
export const endTime = (period: string): number => timeOfDay(parsePeriod(period)?.end ?? '');

export function trendPoints({ points }: Pick<TrendReply, 'points'>): TrendPoint[] {
  const isShown = (at: number) => points[at]?.estimate.status === 'shown';
  return points.map(({ period, label, estimate }, at) => {
    const shown = estimate.status === 'shown' ? estimate : undefined;
    const limits =
      shown?.lower95 === undefined || shown.upper95 === undefined
        ? null
        : ([shown.lower95, shown.upper95] as const);
    const standsAlone = !isShown(at - 1) && !isShown(at + 1);
    return {
      time: endTime(period),
      label,
      period,
      value: shown?.value ?? null,
      limits,
      alone: shown && limits && standsAlone ? [shown.value - limits[0], limits[1] - shown.value] : null,
    };
  });
}

const MOST_TICKS = 7;

/** Periods named on the axis: the newest and others as far apart as leaves them room. */
export function ticksOf(points: readonly Pick<TrendPoint, 'time'>[], most = MOST_TICKS): number[] {
  const step = Math.max(1, Math.ceil(points.length / most));
  return points.filter((_, index) => (points.length - 1 - index) % step === 0).map(({ time }) => time);
}

/**
 * A period short enough for an axis: "Apr–Jun 2024", "July 2021", "2023–2025". A quarter by its months, as everywhere else: the first of
 * a financial year is the second of the calendar, and readers of both look at one chart.
 */
export function shortPeriod(id: string): string {
  const label = parsePeriod(id)?.label ?? id;
  if (/-Q[1-4]$/.test(id)) return label.replace(/([A-Z][a-z]{2})[a-z]* to ([A-Z][a-z]{2})[a-z]*/, '$1–$2');
  if (/^\d{4}-\d{2}-\d{2}$/.test(id)) return label.replace(/^\d+ /, '');
  return label.replace(' to ', '–');
}
