/** Figures as replies over every period serve them. Pure. */

import type { AreasOverTimeReply, GroupsOverTimeReply, WholePoint } from '../contract/over-time-replies.ts';
import { PROTECT } from '../contract/policies.ts';
import type { GatheredFigure } from './figure.ts';

export function fromAreasOverTime({ release, query, areas, whole }: AreasOverTimeReply): GatheredFigure[] {
  const about = { release, indicator: query.indicator, stratum: query };
  return [...areas, whole].flatMap(({ code, points }) =>
    points.map((point) => figureOf(point, { ...about, area: code })),
  );
}

export function fromGroupsOverTime(reply: GroupsOverTimeReply): GatheredFigure[] {
  const { release, query, area, groups, unknown, whole } = reply;
  if (query.by !== 'ethnicGroup') return [];
  const ofGroup = (ethnicGroup: string, points: readonly WholePoint[]) => {
    const about = {
      release,
      indicator: query.indicator,
      area: area.code,
      stratum: { ...query, ethnicGroup },
    };
    return points.map((point) => figureOf(point, about));
  };
  return [
    ...groups.flatMap(({ group, points }) => ofGroup(group, points)),
    ...ofGroup('unknown', unknown?.points ?? []),
    ...ofGroup('all', whole.points),
  ];
}

/**
 * New people are the difference of two counts so far; their limits are left out where counts are exact. That they are few
 * is said by the two counts.
 */
function figureOf(
  { period, ...point }: WholePoint,
  about: Omit<GatheredFigure, 'period' | 'estimate'>,
): GatheredFigure {
  if (point.new === undefined) return { ...about, period, estimate: point };
  if (point.new.status === 'withheld') {
    const added = { since: point.new.since, lowest: 0, highest: PROTECT.largestSmall };
    return { ...about, period, estimate: point, added };
  }
  const { people, since, lowest = people, highest = people } = point.new;
  return { ...about, period, estimate: point, added: { since, lowest, highest } };
}
