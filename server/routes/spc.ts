import { estimatesOfTrend } from '../../db/queries/estimates.ts';
import { indicatorParams, type TrendQuery, trendQuery } from '../contract/queries.ts';
import { spcReply } from '../contract/spc-reply.ts';
import { resolveTrend } from '../judge/release/resolve.ts';
import { headlineOf } from '../views/indicators/other-ways.ts';
import { chartEvents } from '../views/indicators/spc-phases.ts';
import { spcTable } from '../views/indicators/spc-table.ts';
import { spcView } from '../views/indicators/spc-view.ts';
import { targetOf } from '../views/indicators/target-of.ts';
import { pointsOfTrend } from '../views/indicators/trend-view.ts';
import { areaAsked } from './breakdown-context.ts';
import type { RouteContext, TypedInstance } from './context.ts';
import { answerAsJsonAndFiles } from './json-and-files.ts';
import { releasedIndicator } from './released-indicator.ts';

export function spcRoutes(app: TypedInstance, { db, releases, place }: RouteContext): void {
  async function chartOf(id: string, query: TrendQuery) {
    const snapshot = await releases.snapshot(query.release);
    const indicator = releasedIndicator(id, snapshot);
    const area = areaAsked(query.area, { snapshot, place });
    const resolved = resolveTrend(indicator, query, area.type, snapshot);
    const target = targetOf(indicator, resolved.series, area, snapshot, place);
    const rows = await estimatesOfTrend(db, resolved.series.id, area.code);
    const held = pointsOfTrend(indicator, rows);
    const headline = headlineOf({ indicator, series: resolved.series, area }, held, snapshot);
    const events = chartEvents(snapshot, {
      indicator: id,
      area,
      stratum: resolved.stratum,
      points: held,
    });
    const reply = spcView(indicator, area, resolved, held, { target, events, headline, snapshot });
    return { indicator, area, reply };
  }

  answerAsJsonAndFiles(app, '/indicators/:id/spc', {
    summary: 'One indicator in one area as a control chart, where it has thirteen separate periods',
    params: indicatorParams,
    query: trendQuery,
    reply: spcReply,
    answer: ({ id }, query) => chartOf(id, query),
    file: ({ indicator, area, reply }) => ({
      name: `${indicator.id}-spc-${area.code}`,
      table: spcTable(indicator, area, reply),
    }),
  });
}
