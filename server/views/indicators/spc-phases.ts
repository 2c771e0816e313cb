/** The phases of a control chart: a recorded event can start one, or fix its limits, and says why. Pure. */
import type { SelectedArea } from '../../../db/queries/releases.ts';
import type { DocumentOf } from '../../contract/documents/schemas.ts';
import { parsePeriod } from '../../contract/periods.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { endOf } from './spc-values.ts';

type Points = TrendReply['points'];
type PlanEvent = DocumentOf<'events'>['events'][number];

/** An event that changes control charts, with its reason. */
export type ChartEvent = PlanEvent & Required<Pick<PlanEvent, 'controlChart'>>;

export interface Phase {
  readonly points: Points;
  /** What began it, or fixed its limits; undefined of a chart that nothing changes. */
  readonly event: ChartEvent | undefined;
  /** The last day of the figures that make mean and limits; undefined where all of the phase do. */
  readonly baselineUntil: string | undefined;
}

/** A baseline of fewer figures is no yardstick (NHS England, Making Data Count). */
const FEWEST_IN_BASELINE = 12;

interface ChartOf {
  readonly indicator: string;
  readonly area: Pick<SelectedArea, 'code' | 'parents'>;
  readonly stratum: Pick<Stratum, 'populationGroup'>;
  readonly points: Points;
}

/** Events that change this chart, oldest first: an event made for demonstration changes no chart of real figures. */
export function chartEvents(
  snapshot: Pick<Snapshot, 'documentOf'>,
  { indicator, area, stratum, points }: ChartOf,
): ChartEvent[] {
  const isSyntheticRow = points.some(
    ({ estimate }) => estimate.status === 'shown' && estimate.basis === 'synthetic',
  );
  const here = [area.code, ...area.parents.map(({ code }) => code)];
  return (snapshot.documentOf('events')?.events ?? [])
    .map(asStepChange)
    .filter(isChartEvent)
    .filter(({ indicators }) => indicators.includes(indicator))
    .filter(({ areas }) => areas.length === 0 || areas.some(({ code }) => here.includes(code)))
    .filter(
      ({ populationGroups }) =>
        populationGroups.length === 0 || populationGroups.includes(stratum.populationGroup),
    )
    .filter(({ synthetic }) => !synthetic || isSyntheticRow)
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

/** What is counted otherwise is another process. */
const asStepChange = (event: PlanEvent): PlanEvent =>
  event.type !== 'method' || event.controlChart !== undefined
    ? event
    : { ...event, controlChart: { change: 'step-change', reason: event.title } };

const isChartEvent = (event: PlanEvent): event is ChartEvent => event.controlChart !== undefined;

/**
 * A phase begins with the first period that begins on the day of an event or later: one that the event falls into is
 * of the phase before. An event that no figure comes after, or a baseline with too few figures, begins none.
 *
 * @param points oldest first.
 * @param events oldest first.
 */
export function phasesOf(points: Points, events: readonly ChartEvent[]): Phase[] {
  const begun = events.filter((event) => isUsable(event, points));
  const byEvent = Map.groupBy(points, ({ period }) => begun.findLast(({ date }) => date <= startOf(period)));
  return [...byEvent].flatMap(([event, own]) =>
    own.some(isShown) ? [{ points: own, event, baselineUntil: baselineOf(event) }] : [],
  );
}

const isShown = ({ estimate }: Points[number]) => estimate.status === 'shown';
const startOf = (period: string) => parsePeriod(period)?.start ?? period;

function isUsable(event: ChartEvent, points: Points): boolean {
  const after = points.filter(({ period }) => startOf(period) >= event.date).filter(isShown);
  if (event.controlChart.change === 'step-change') return after.length > 0;
  return after.filter(({ period }) => isWithin(period, event)).length >= FEWEST_IN_BASELINE;
}

const isWithin = (period: string, { until }: ChartEvent) => until !== undefined && endOf(period) <= until;

const baselineOf = (event: ChartEvent | undefined) =>
  event?.controlChart.change === 'baseline' ? event.until : undefined;
