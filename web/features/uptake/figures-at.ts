/** Groups over time, cut at one date. Pure. */

import type { Estimate } from '../../../server/contract/estimate.ts';
import type { GroupsOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import { comparePeriods } from '../../../server/contract/periods.ts';
import { missing } from '../../../server/contract/without-figure.ts';
import { formatPeriod } from '../../shared/words/format.ts';
import { EVERYONE_LINE, shortGroupName, UNKNOWN_LINE } from './over-time-lines.ts';

export interface UptakeGroupFigure {
  readonly group: string;
  readonly label: string;
  readonly estimate: Estimate;
}
export interface FiguresAt {
  readonly period: string;
  readonly label: string;
  readonly whole: UptakeGroupFigure | undefined;
  /** The whole area first, people of unknown ethnicity last. */
  readonly figures: readonly UptakeGroupFigure[];
}

type Point = Estimate & { readonly period: string };

function estimateOf(points: readonly Point[], period: string): Estimate {
  const found = points.find((point) => point.period === period);
  if (found === undefined) return missing('not-available', 'Not published for this date.');
  const { period: _, ...estimate } = found;
  return estimate;
}

/** The figures of the newest date not after the one asked for at which groups are published; undefined where there is none. */
export function figuresAt(reply: GroupsOverTimeReply, asked: string): FiguresAt | undefined {
  const { groups, unknown, whole, area } = reply;
  const dated = new Set(
    (groups.length > 0 ? groups : [whole]).flatMap(({ points }) => points.map(({ period }) => period)),
  );
  const last = reply.periods
    .filter(({ period }) => dated.has(period) && comparePeriods(period, asked) <= 0)
    .at(-1);
  if (last === undefined) return undefined;
  const { period } = last;
  const everyone =
    whole.points.length === 0
      ? undefined
      : {
          group: EVERYONE_LINE,
          label: `Everyone in ${area.name}`,
          estimate: estimateOf(whole.points, period),
        };
  return {
    period,
    label: formatPeriod(period),
    whole: everyone,
    figures: [
      ...(everyone ? [everyone] : []),
      ...groups.map((one) => ({
        group: one.group,
        label: shortGroupName(reply, one.group, one.label),
        estimate: estimateOf(one.points, period),
      })),
      ...(unknown
        ? [
            {
              group: UNKNOWN_LINE,
              label: 'Not stated or not known',
              estimate: estimateOf(unknown.points, period),
            },
          ]
        : []),
    ],
  };
}
