/** Which events bear on a figure, and where they stand in time. Pure. */
import { timeOfDay } from '../../../server/contract/days.ts';
import type { DocumentOf } from '../../../server/contract/documents/schemas.ts';
import type { AreasReply } from '../../../server/contract/replies.ts';
import type { EventLine } from '../charts/time-chart.tsx';
import { endTime } from '../charts/trend-data.ts';

export type PlanEvent = DocumentOf<'events'>['events'][number];
type Area = AreasReply['areas'][number];

/** Events about an indicator that happened everywhere, in the area, in a part of it or in what it lies in; oldest first. */
export function eventsAbout(
  all: readonly PlanEvent[],
  indicator: string,
  area: string,
  areas: readonly Area[],
): PlanEvent[] {
  const wholesOf = (code: string) =>
    areas.find((one) => one.code === code)?.parents.map((parent) => parent.code) ?? [];
  const isThere = (code: string) =>
    code === area || wholesOf(area).includes(code) || wholesOf(code).includes(area);
  return all
    .filter(({ indicators }) => indicators.includes(indicator))
    .filter(({ areas: where }) => where.length === 0 || where.some(({ code }) => isThere(code)))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

export interface NumberedEvent extends EventLine {
  readonly event: PlanEvent;
}

/** Those within the time a chart shows, numbered. */
export function eventsWithin(
  events: readonly PlanEvent[],
  shown: readonly { readonly period: string }[],
): NumberedEvent[] {
  const times = shown.map(({ period }) => endTime(period));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  return events
    .map((event) => ({ event, time: timeOfDay(event.date) }))
    .filter(({ time }) => time >= from && time <= to)
    .map((one, index) => ({ ...one, number: index + 1 }));
}
