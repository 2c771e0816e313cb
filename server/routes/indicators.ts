import { estimatesOfMap, estimatesOfTrend } from '../../db/queries/estimates.ts';
import {
  type IndicatorAreasQuery,
  indicatorAreasQuery,
  indicatorParams,
  releaseQuery,
  type TrendQuery,
  trendQuery,
} from '../contract/queries.ts';
import { indicatorAreasReply, indicatorReply, indicatorsReply, trendReply } from '../contract/replies.ts';
import { ProblemError } from '../errors.ts';
import { resolveAreas, resolveTrend } from '../judge/release/resolve.ts';
import { indicatorAreasView } from '../views/indicator-areas-view.ts';
import { indicatorAreasCsv, trendCsv } from '../views/indicator-csv.ts';
import { indicatorSummary, indicatorView } from '../views/indicators-view.ts';
import { headlineOf } from '../views/other-ways.ts';
import { pointsOf, trendView } from '../views/trend-view.ts';
import { breakdownContext } from './breakdown-context.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { csvReply, sendCsv } from './csv-reply.ts';
import { isReleased, releasedIndicator } from './released-indicator.ts';
import { SharedAnswers } from './shared-answers.ts';

export function indicatorRoutes(app: TypedInstance, routeContext: RouteContext): void {
  const { db, releases, place } = routeContext;
  const answers = new SharedAnswers();

  app.get(
    '/indicators',
    {
      schema: {
        summary: 'Every indicator there are figures for',
        querystring: releaseQuery,
        response: { 200: indicatorsReply, ...problems },
      },
    },
    async (request) => {
      const snapshot = await releases.snapshot(request.query.release);
      const listed = snapshot.catalogue.indicators.filter((one) => isReleased(one, snapshot));
      return { release: snapshot.release, indicators: listed.map((one) => indicatorSummary(one, snapshot)) };
    },
  );

  app.get(
    '/indicators/:id',
    {
      schema: {
        summary: 'The full definition of one indicator',
        params: indicatorParams,
        querystring: releaseQuery,
        response: { 200: indicatorReply, ...problems },
      },
    },
    async (request) => {
      const context = await breakdownContext(routeContext, request.query.release);
      return indicatorView(releasedIndicator(request.params.id, context.snapshot), context);
    },
  );

  async function areasOf(id: string, query: IndicatorAreasQuery) {
    const snapshot = await releases.snapshot(query.release);
    const indicator = releasedIndicator(id, snapshot);
    const resolved = resolveAreas(indicator, query, snapshot);
    const key = { series: resolved.series.id, areaType: resolved.areaType, period: resolved.period };
    // A series belongs to one version, so the key alone says which figures are meant.
    const group = resolved.stratum.populationGroup;
    const question = [
      snapshot.release,
      snapshot.withdrawals,
      key.series,
      key.areaType,
      key.period,
      group,
    ].join();
    return answers.of(question, async () => {
      const rows = await estimatesOfMap(db, key, place);
      return { indicator, reply: indicatorAreasView(indicator, resolved, rows, snapshot, place) };
    });
  }

  app.get(
    '/indicators/:id/areas',
    {
      schema: {
        summary: 'One indicator over all areas of a type, with verdicts against the rest of the place',
        params: indicatorParams,
        querystring: indicatorAreasQuery,
        response: { 200: indicatorAreasReply, ...problems },
      },
    },
    async (request) => (await areasOf(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/areas.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        params: indicatorParams,
        querystring: indicatorAreasQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, answer) => {
      const { indicator, reply } = await areasOf(request.params.id, request.query);
      const name = `${indicator.id}-${reply.query.areaType}-${reply.query.period}`;
      return sendCsv(answer, name, reply.release, indicatorAreasCsv(indicator, reply));
    },
  );

  async function trendOf(id: string, query: TrendQuery) {
    const snapshot = await releases.snapshot(query.release);
    const indicator = releasedIndicator(id, snapshot);
    const code = query.area ?? place.code;
    const area = snapshot.areaOf(code);
    if (area === undefined)
      throw new ProblemError('not-found', `There is no area "${code}" here.`, { field: 'area' });
    const { series, stratum } = resolveTrend(indicator, query, area.type, snapshot);
    const rows = await estimatesOfTrend(db, series.id, code);
    const headline = headlineOf({ indicator, series, area }, pointsOf(indicator, rows), snapshot);
    return { indicator, area, reply: trendView(indicator, area, stratum, rows, snapshot, headline) };
  }

  app.get(
    '/indicators/:id/trend',
    {
      schema: {
        summary: 'One indicator in one area over time',
        params: indicatorParams,
        querystring: trendQuery,
        response: { 200: trendReply, ...problems },
      },
    },
    async (request) => (await trendOf(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/trend.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        params: indicatorParams,
        querystring: trendQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, answer) => {
      const { indicator, area, reply } = await trendOf(request.params.id, request.query);
      const name = `${indicator.id}-trend-${area.code}`;
      return sendCsv(answer, name, reply.release, trendCsv(indicator, area, reply));
    },
  );
}
