import { boroughsReply } from '../contract/boroughs-reply.ts';
import {
  boroughsQuery,
  indicatorAreasQuery,
  indicatorParams,
  releaseQuery,
  trendQuery,
} from '../contract/queries.ts';
import { indicatorAreasReply, indicatorReply, indicatorsReply, trendReply } from '../contract/replies.ts';
import { boroughsTable } from '../views/indicators/boroughs-table.ts';
import { indicatorAreasTable, trendTable } from '../views/indicators/indicator-table.ts';
import { indicatorSummary, indicatorView } from '../views/indicators/indicators-view.ts';
import { breakdownContext } from './breakdown-context.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { indicatorAnswers } from './indicator-answers.ts';
import { answerAsJsonAndFiles } from './json-and-files.ts';
import { isReleased, releasedIndicator } from './released-indicator.ts';

export function indicatorRoutes(app: TypedInstance, routeContext: RouteContext): void {
  const { releases } = routeContext;
  const answers = indicatorAnswers(routeContext);

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

  registerFigures(app, answers, routeContext);
}

/** Over areas, beside other boroughs and over time: each also as a file. */
function registerFigures(
  app: TypedInstance,
  answers: ReturnType<typeof indicatorAnswers>,
  { place }: RouteContext,
): void {
  answerAsJsonAndFiles(app, '/indicators/:id/areas', {
    summary: 'One indicator over all areas of a type, with verdicts against the rest of the place',
    params: indicatorParams,
    query: indicatorAreasQuery,
    reply: indicatorAreasReply,
    answer: ({ id }, query) => answers.areas(id, query),
    file: ({ indicator, reply }) => ({
      name: `${indicator.id}-${reply.query.areaType}-${reply.query.period}`,
      table: indicatorAreasTable(indicator, reply, place),
    }),
  });

  answerAsJsonAndFiles(app, '/indicators/:id/boroughs', {
    summary:
      'One indicator in the place and in the boroughs it is compared with: a position, which is not tested',
    params: indicatorParams,
    query: boroughsQuery,
    reply: boroughsReply,
    answer: ({ id }, query) => answers.boroughs(id, query),
    file: ({ indicator, reply }) => ({
      name: `${indicator.id}-boroughs-${reply.query.period}`,
      table: boroughsTable(indicator, reply),
    }),
  });

  answerAsJsonAndFiles(app, '/indicators/:id/trend', {
    summary: 'One indicator in one area over time',
    params: indicatorParams,
    query: trendQuery,
    reply: trendReply,
    answer: ({ id }, query) => answers.trend(id, query),
    file: ({ indicator, area, reply }) => ({
      name: `${indicator.id}-trend-${area.code}`,
      table: trendTable(indicator, area, reply),
    }),
  });
}
