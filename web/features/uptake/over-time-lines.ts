/** Groups over time as lines: who they are, how they look, and where they stand. Pure. */

import type { Estimate } from '../../../server/contract/estimate.ts';
import type { GroupsOverTimeReply, WholePoint } from '../../../server/contract/over-time-replies.ts';
import { endTime } from '../../shared/charts/trend-data.ts';
import { ethnicityPhrase } from '../../shared/question/phrases.ts';
import { colours, lineColours } from '../../shared/ui/colours.ts';

export interface Look {
  readonly colour: string;
  readonly dash: string;
  readonly width: number;
  /** Of the band between its limits. */
  readonly opacity: number;
}
export interface UptakeSeries {
  readonly id: string;
  readonly label: string;
  readonly look: Look;
  readonly points: readonly (Estimate & { readonly period: string })[];
}

/** Analysis Function colours, each with a dash of its own, so that no line rests on colour alone. */
const looks: readonly Look[] = [
  { colour: lineColours.blue, dash: '12 3', width: 2.5, opacity: 0.16 },
  { colour: colours.orange, dash: '7 3', width: 2.5, opacity: 0.16 },
  { colour: colours.turquoise, dash: '2 2', width: 2.5, opacity: 0.16 },
  { colour: colours.pink, dash: '9 3 2 3', width: 2.5, opacity: 0.16 },
  { colour: lineColours.purple, dash: '4 2', width: 2.5, opacity: 0.16 },
];
const chosenLook: Look = { colour: colours.brand, dash: '', width: 3, opacity: 0.16 };
const quiet: Look = { colour: lineColours.unchosen, dash: '', width: 1.25, opacity: 0.07 };
const wholeLook: Look = { colour: colours.ink, dash: '', width: 3.5, opacity: 0.16 };
const unknownLook: Look = { colour: colours.grey, dash: '1 4', width: 2.5, opacity: 0.16 };

export const EVERYONE_LINE = 'all';
export const UNKNOWN_LINE = 'unknown';

/**
 * The whole area first, then its groups, people of unknown ethnicity last. Where there are more groups than looks, all
 * but the chosen one are quiet.
 */
export function uptakeSeries(reply: GroupsOverTimeReply, chosen: string | undefined): UptakeSeries[] {
  const { groups, unknown, whole, area } = reply;
  const tooMany = groups.length > looks.length;
  const lookOf = (group: string, index: number) =>
    tooMany ? (group === chosen ? chosenLook : quiet) : looks[index];
  return [
    ...(whole.points.length > 0
      ? [{ id: EVERYONE_LINE, label: `Everyone in ${area.name}`, look: wholeLook, points: whole.points }]
      : []),
    ...groups.map(({ group, label, points }, index) => ({
      id: group,
      label: shortGroupName(reply, group, label),
      look: lookOf(group, index) ?? quiet,
      points,
    })),
    ...(unknown
      ? [{ id: UNKNOWN_LINE, label: 'Not stated or not known', look: unknownLook, points: unknown.points }]
      : []),
  ];
}

/** The short name of an ethnic group; the key and the table have room for no more. */
export const shortGroupName = (
  { breakdown }: Pick<GroupsOverTimeReply, 'breakdown'>,
  group: string,
  label: string,
) => (breakdown.ethnicScheme === undefined ? label : ethnicityPhrase(`${breakdown.ethnicScheme}/${group}`));

/** One date of the chart: figure and limits of each series by its id. */
export interface ChartRow {
  readonly time: number;
  readonly period: string;
  readonly [figure: string]: number | string | null | readonly [number, number];
}

export const limitsKey = (id: string) => `${id} limits`;

/** A date at which no group is published would break every line of a group, so dates are those of groups. */
export function chartRows(
  series: readonly UptakeSeries[],
  periods: readonly { period: string }[],
): ChartRow[] {
  const groups = series.filter(({ id }) => id !== EVERYONE_LINE);
  const drawn = groups.length > 0 ? groups : series;
  const dated = new Set(drawn.flatMap(({ points }) => points.map(({ period }) => period)));
  return periods
    .filter(({ period }) => dated.has(period))
    .map(({ period }) => {
      const row: Record<string, ChartRow[string]> = {};
      for (const { id, points } of series) {
        const point = points.find((one) => one.period === period);
        if (point === undefined) continue;
        row[id] = point.status === 'shown' ? point.value : null;
        row[limitsKey(id)] =
          point.status === 'shown' && point.lower95 !== undefined && point.upper95 !== undefined
            ? [point.lower95, point.upper95]
            : null;
      }
      return { ...row, time: endTime(period), period };
    });
}

const WEEK = 7 * 24 * 3600 * 1000;

export interface NewPoint {
  readonly period: string;
  readonly since: string;
  readonly time: number;
  readonly weeks: number;
  /** Null where they are fewer than eight: how many is not said. */
  readonly people: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Dates lie unevenly apart, so heights are people a week and areas are people. */
  readonly perWeek: number | null;
}

export function newPointsOf(points: readonly WholePoint[]): NewPoint[] {
  return points.flatMap((point): NewPoint[] => {
    if (point.new === undefined) return [];
    const { since } = point.new;
    const weeks = (endTime(point.period) - endTime(since)) / WEEK;
    const dated = { period: point.period, since, time: endTime(point.period), weeks };
    if (point.new.status === 'withheld')
      return [{ ...dated, people: null, lowest: null, highest: null, perWeek: null }];
    const { people, lowest = people, highest = people } = point.new;
    return [{ ...dated, people, lowest, highest, perWeek: people / weeks }];
  });
}
