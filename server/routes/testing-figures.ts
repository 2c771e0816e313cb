/** The figures of a reply by the key of their row, told from the reply alone. For tests. */
import type { AreaIndicatorsReply } from '../contract/area-replies.ts';
import type { BoardReply } from '../contract/board-reply.ts';
import type { DisparitiesReply, GapTrendReply } from '../contract/disparity-replies.ts';
import type { Estimate } from '../contract/estimate.ts';
import type { DisparityOverviewReply, GapsReply } from '../contract/gap-replies.ts';
import type { AreasOverTimeReply, GroupsOverTimeReply } from '../contract/over-time-replies.ts';
import type { IndicatorAreasReply, TrendReply } from '../contract/replies.ts';
import type { ReachReply } from '../contract/uptake-replies.ts';

export interface Told {
  /** Cells of the row that has the figure. */
  readonly row: Readonly<Record<string, string>>;
  /** Nothing where nobody publishes such a figure. */
  readonly figure: Estimate | null;
}

const told = (row: Readonly<Record<string, string>>, figure: Estimate | null): Told => ({ row, figure });

/** By the end of the question's address, in the order of the rows. */
export const figuresOf: Readonly<Record<string, (reply: never) => Told[]>> = {
  areas: ({ areas, benchmark }: IndicatorAreasReply) => [
    ...areas.map((one) => told({ 'Area code': one.code }, one)),
    ...(benchmark === null || areas.some(({ code }) => code === benchmark.code)
      ? []
      : [told({ 'Area code': benchmark.code }, benchmark)]),
  ],
  trend: ({ points, query }: TrendReply) =>
    points.map(({ period, estimate }) => told({ 'Area code': query.area, Period: period }, estimate)),
  disparities: ({ groups, unknown, whole }: DisparitiesReply) => [
    ...groups.map((one) => told({ 'Group code': one.group }, one)),
    ...(unknown === null ? [] : [told({ 'Group code': 'unknown' }, unknown.estimate)]),
    ...(whole === null ? [] : [told({ 'Group code': 'all' }, whole)]),
  ],
  'disparities/trend': ({ groups }: GapTrendReply) =>
    groups.flatMap(({ group, points }) =>
      points.map(({ period, estimate }) => told({ 'Group code': group, Period: period }, estimate)),
    ),
  gaps: ({ areas, group }: GapsReply) =>
    areas.map((one) => told({ 'Area code': one.code, 'Group code': group.group }, one)),
  'areas/over-time': ({ areas, whole }: AreasOverTimeReply) =>
    [...areas, ...(areas.some(({ code }) => code === whole.code) ? [] : [whole])].flatMap(
      ({ code, points }) => points.map((point) => told({ 'Area code': code, Period: point.period }, point)),
    ),
  'groups/over-time': ({ groups, unknown, whole }: GroupsOverTimeReply) =>
    [
      ...groups,
      ...(unknown === null ? [] : [{ group: 'unknown', ...unknown }]),
      { group: 'all', ...whole },
    ].flatMap(({ group, points }) =>
      points.map((point) => told({ 'Group code': group, Period: point.period }, point)),
    ),
  reach: ({ rows, unknown, notCompared }: ReachReply) =>
    [...rows, ...unknown, ...notCompared].map(({ area, group, estimate }) =>
      told({ 'Area code': area.code, 'Group code': group }, estimate),
    ),
  indicators: ({ indicators }: AreaIndicatorsReply) =>
    indicators.map(({ indicator, title, period, estimate }) =>
      told({ 'Indicator code': indicator, Indicator: title, Period: period }, estimate),
    ),
  board: ({ aims }: BoardReply) =>
    aims.flatMap(({ rows }) =>
      rows.map(({ indicator, title, period, latest }) =>
        told({ 'Indicator code': indicator, Indicator: title, Period: period }, latest),
      ),
    ),
  overview: ({ indicators }: DisparityOverviewReply) =>
    indicators.flatMap(({ indicator, title, cells }) =>
      cells.flatMap(({ group, estimate, crude }) => {
        const row = { 'Indicator code': indicator, Indicator: title, 'Group code': group };
        return [told(row, estimate), ...(crude === undefined ? [] : [told(row, crude.estimate)])];
      }),
    ),
};
