/** Where an axis of dates is marked. Pure. */
import { shortPeriod, ticksOf } from './trend-data.ts';

export interface TimeTick {
  readonly time: number;
  readonly label: string;
}
export interface DatedPoint {
  readonly time: number;
  readonly period: string;
}

const steps = [1, 2, 3, 6, 12, 24, 60] as const;
const MOST = 7;

/** Months evenly apart where figures are of dates, however unevenly those lie; else the periods themselves. */
export function timeTicks(dates: readonly DatedPoint[], most = MOST): TimeTick[] {
  if (dates.length === 0) return [];
  if (!dates.every(({ period }) => /^\d{4}-\d{2}-\d{2}$/.test(period)) || dates.length < 3) {
    const named = new Map(dates.map(({ time, period }) => [time, shortPeriod(period)]));
    return ticksOf(dates, most).map((time) => ({ time, label: named.get(time) ?? '' }));
  }
  const times = dates.map(({ time }) => time);
  const all = monthsBetween(Math.min(...times), Math.max(...times));
  const step = steps.find((months) => Math.ceil(all.length / months) <= most) ?? 120;
  return all.filter((time) => monthNumber(time) % step === 0).map((time) => ({ time, label: labelOf(time) }));
}

const monthNumber = (time: number) => {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** The first day of every month within. */
function monthsBetween(from: number, to: number): number[] {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Date.UTC(Math.floor((first + index) / 12), (first + index) % 12),
  ).filter((time) => time >= from && time <= to);
}

const labelOf = (time: number) =>
  new Date(time).toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
