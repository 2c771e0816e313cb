import {
  disparitiesQuery,
  disparityOverviewQuery,
  gapsQuery,
  gapTrendQuery,
} from '../contract/disparity-queries.ts';
import { disparitiesReply, gapTrendReply } from '../contract/disparity-replies.ts';
import { disparityOverviewReply, gapsReply } from '../contract/gap-replies.ts';
import { indicatorParams } from '../contract/queries.ts';
import { disparitiesCsv } from '../views/disparities/disparities-csv.ts';
import { gapTrendCsv } from '../views/disparities/gap-trend-csv.ts';
import { gapsCsv, overviewCsv } from '../views/disparities/gaps-csv.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { csvReply, sendCsv } from './csv-reply.ts';
import { disparityAnswers } from './disparity-answers.ts';

export function disparityRoutes(app: TypedInstance, context: RouteContext): void {
  const answers = disparityAnswers(context);

  app.get(
    '/indicators/:id/disparities',
    {
      schema: {
        summary: 'The groups of one indicator in one area: gaps with intervals, verdicts and people',
        params: indicatorParams,
        querystring: disparitiesQuery,
        response: { 200: disparitiesReply, ...problems },
      },
    },
    async (request) => (await answers.disparities(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/disparities.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        params: indicatorParams,
        querystring: disparitiesQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, answer) => {
      const { indicator, reply } = await answers.disparities(request.params.id, request.query);
      const { area, by, period } = reply.query;
      const name = `${indicator.id}-disparities-by-${words[by]}-${area}-${period}`;
      return sendCsv(answer, name, reply.release, disparitiesCsv(indicator, reply));
    },
  );

  app.get(
    '/indicators/:id/disparities/trend',
    {
      schema: {
        summary: 'The gap of each group over time, and whether it is narrowing or widening',
        params: indicatorParams,
        querystring: gapTrendQuery,
        response: { 200: gapTrendReply, ...problems },
      },
    },
    async (request) => (await answers.trend(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/disparities/trend.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        params: indicatorParams,
        querystring: gapTrendQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, answer) => {
      const { indicator, reply } = await answers.trend(request.params.id, request.query);
      const name = `${indicator.id}-gaps-over-time-by-${words[reply.query.by]}-${reply.query.area}`;
      return sendCsv(answer, name, reply.release, gapTrendCsv(indicator, reply));
    },
  );

  app.get(
    '/indicators/:id/gaps',
    {
      schema: {
        summary: 'The gap of one group in every area of a type: a map of the gap',
        params: indicatorParams,
        querystring: gapsQuery,
        response: { 200: gapsReply, ...problems },
      },
    },
    async (request) => (await answers.gaps(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/gaps.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        params: indicatorParams,
        querystring: gapsQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, answer) => {
      const { indicator, reply } = await answers.gaps(request.params.id, request.query);
      const { group, areaType, period } = reply.query;
      return sendCsv(
        answer,
        `${indicator.id}-gap-of-${group}-by-${areaType}-${period}`,
        reply.release,
        gapsCsv(indicator, reply),
      );
    },
  );

  app.get(
    '/disparities',
    {
      schema: {
        summary: 'Every indicator by group in one area, and the largest proven gaps',
        querystring: disparityOverviewQuery,
        response: { 200: disparityOverviewReply, ...problems },
      },
    },
    async (request) => answers.overview(request.query),
  );

  app.get(
    '/disparities.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        querystring: disparityOverviewQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, answer) => {
      const reply = await answers.overview(request.query);
      const name = `gaps-by-${words[reply.query.by]}-${reply.query.area}`;
      return sendCsv(answer, name, reply.release, overviewCsv(reply));
    },
  );
}

/** As file names say them. */
const words = { ethnicGroup: 'ethnic-group', deprivation: 'deprivation' } as const;
