import { estimatesOfTrend } from '../../db/queries/estimates.ts';
import { indicatorParams, type TrendQuery, trendQuery } from '../contract/queries.ts';
import { spcReply } from '../contract/spc-reply.ts';
import { ProblemError } from '../errors.ts';
import { resolveTrend } from '../judge/release/resolve.ts';
import { headlineOf } from '../views/indicators/other-ways.ts';
import { spcCsv } from '../views/indicators/spc-csv.ts';
import { chartEvents } from '../views/indicators/spc-phases.ts';
import { spcView } from '../views/indicators/spc-view.ts';
import { targetOf } from '../views/indicators/target-of.ts';
import { pointsOf } from '../views/indicators/trend-view.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { csvReply, sendCsv } from './csv-reply.ts';
import { releasedIndicator } from './released-indicator.ts';

export function spcRoutes(app: TypedInstance, { db, releases, place }: RouteContext): void {
  async function chartOf(id: string, query: TrendQuery) {
    const snapshot = await releases.snapshot(query.release);
    const indicator = releasedIndicator(id, snapshot);
    const code = query.area ?? place.code;
    const area = snapshot.areaOf(code);
    if (area === undefined)
      throw new ProblemError('not-found', `There is no area "${code}" here.`, { field: 'area' });
    const resolved = resolveTrend(indicator, query, area.type, snapshot);
    const target = targetOf(indicator, resolved.series, area, snapshot, place);
    const rows = await estimatesOfTrend(db, resolved.series.id, code);
    const held = pointsOf(indicator, rows);
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

  app.get(
    '/indicators/:id/spc',
    {
      schema: {
        summary: 'One indicator in one area as a control chart, where it has thirteen separate periods',
        params: indicatorParams,
        querystring: trendQuery,
        response: { 200: spcReply, ...problems },
      },
    },
    async (request) => (await chartOf(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/spc.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        params: indicatorParams,
        querystring: trendQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, answer) => {
      const { indicator, area, reply } = await chartOf(request.params.id, request.query);
      return sendCsv(
        answer,
        `${indicator.id}-spc-${area.code}`,
        reply.release,
        spcCsv(indicator, area, reply),
      );
    },
  );
}
