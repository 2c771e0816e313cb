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
import { resolveAreas, resolveTrend } from '../judge/release/resolve.ts';
import { indicatorAreasView } from '../views/indicators/indicator-areas-view.ts';
import { indicatorAreasCsv, trendCsv } from '../views/indicators/indicator-csv.ts';
import { indicatorSummary, indicatorView } from '../views/indicators/indicators-view.ts';
import { headlineOf } from '../views/indicators/other-ways.ts';
import { pointsOf, trendView } from '../views/indicators/trend-view.ts';
import { areaAsked, breakdownContext } from './breakdown-context.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { answerAsJsonAndCsv } from './json-and-csv.ts';
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
    const question = [snapshot.release, key.series, key.areaType, key.period, group].join();
    return answers.of(question, async () => {
      const rows = await estimatesOfMap(db, key, place);
      return { indicator, reply: indicatorAreasView(indicator, resolved, rows, snapshot, place) };
    });
  }

  answerAsJsonAndCsv(app, '/indicators/:id/areas', {
    summary: 'One indicator over all areas of a type, with verdicts against the rest of the place',
    params: indicatorParams,
    query: indicatorAreasQuery,
    reply: indicatorAreasReply,
    answer: ({ id }, query) => areasOf(id, query),
    file: ({ indicator, reply }) => ({
      name: `${indicator.id}-${reply.query.areaType}-${reply.query.period}`,
      text: indicatorAreasCsv(indicator, reply),
    }),
  });

  async function trendOf(id: string, query: TrendQuery) {
    const snapshot = await releases.snapshot(query.release);
    const indicator = releasedIndicator(id, snapshot);
    const area = areaAsked(query.area, { snapshot, place });
    const { series, stratum } = resolveTrend(indicator, query, area.type, snapshot);
    const rows = await estimatesOfTrend(db, series.id, area.code);
    const headline = headlineOf({ indicator, series, area }, pointsOf(indicator, rows), snapshot);
    return { indicator, area, reply: trendView(indicator, area, stratum, rows, snapshot, headline) };
  }

  answerAsJsonAndCsv(app, '/indicators/:id/trend', {
    summary: 'One indicator in one area over time',
    params: indicatorParams,
    query: trendQuery,
    reply: trendReply,
    answer: ({ id }, query) => trendOf(id, query),
    file: ({ indicator, area, reply }) => ({
      name: `${indicator.id}-trend-${area.code}`,
      text: trendCsv(indicator, area, reply),
    }),
  });
}
