import { areasOverTimeReply, groupsOverTimeReply } from '../contract/over-time-replies.ts';
import { indicatorParams } from '../contract/queries.ts';
import {
  areasOverTimeQuery,
  groupsOverTimeQuery,
  milestonesQuery,
  reachQuery,
} from '../contract/uptake-queries.ts';
import { milestonesReply, reachReply } from '../contract/uptake-replies.ts';
import { milestonesCsv } from '../views/uptake/milestones-csv.ts';
import { areasOverTimeCsv, groupsOverTimeCsv } from '../views/uptake/over-time-csv.ts';
import { reachCsv } from '../views/uptake/reach-csv.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { csvReply, sendCsv } from './csv-reply.ts';
import { uptakeAnswers } from './uptake-answers.ts';

const params = indicatorParams;
const asCsv = { summary: 'The same as a CSV file', params, response: { 200: csvReply, ...problems } };

export function uptakeRoutes(app: TypedInstance, context: RouteContext): void {
  const answers = uptakeAnswers(context);

  app.get(
    '/indicators/:id/areas/over-time',
    {
      schema: {
        summary: 'One indicator over all areas of a type and every period, for a map with a slider',
        params,
        querystring: areasOverTimeQuery,
        response: { 200: areasOverTimeReply, ...problems },
      },
    },
    async (request) => (await answers.areasOverTime(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/areas/over-time.csv',
    { schema: { ...asCsv, querystring: areasOverTimeQuery } },
    async (request, answer) => {
      const { indicator, reply } = await answers.areasOverTime(request.params.id, request.query);
      const name = `${indicator.id}-over-time-by-${reply.query.areaType}`;
      return sendCsv(answer, name, reply.release, areasOverTimeCsv(indicator, reply));
    },
  );

  app.get(
    '/indicators/:id/groups/over-time',
    {
      schema: {
        summary: 'The groups of one indicator in one area over every period, beside everyone there',
        params,
        querystring: groupsOverTimeQuery,
        response: { 200: groupsOverTimeReply, ...problems },
      },
    },
    async (request) => (await answers.groupsOverTime(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/groups/over-time.csv',
    { schema: { ...asCsv, querystring: groupsOverTimeQuery } },
    async (request, answer) => {
      const { indicator, reply } = await answers.groupsOverTime(request.params.id, request.query);
      const name = `${indicator.id}-over-time-by-${words[reply.query.by]}-${reply.area.code}`;
      return sendCsv(answer, name, reply.release, groupsOverTimeCsv(indicator, reply));
    },
  );

  app.get(
    '/indicators/:id/reach',
    {
      schema: {
        summary: 'Where people are still to be reached: groups of areas by how many are needed',
        params,
        querystring: reachQuery,
        response: { 200: reachReply, ...problems },
      },
    },
    async (request) => (await answers.reach(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/reach.csv',
    { schema: { ...asCsv, querystring: reachQuery } },
    async (request, answer) => {
      const { indicator, reply } = await answers.reach(request.params.id, request.query);
      const { areaType, by, period, target } = reply.query;
      const name = `${indicator.id}-reach-${target}-by-${areaType}-and-${words[by]}-${period}`;
      return sendCsv(answer, name, reply.release, reachCsv(indicator, reply));
    },
  );

  app.get(
    '/indicators/:id/milestones',
    {
      schema: {
        summary: 'When each group reached given shares, and how many weeks after the whole place',
        params,
        querystring: milestonesQuery,
        response: { 200: milestonesReply, ...problems },
      },
    },
    async (request) => (await answers.milestones(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/milestones.csv',
    { schema: { ...asCsv, querystring: milestonesQuery } },
    async (request, answer) => {
      const { indicator, reply } = await answers.milestones(request.params.id, request.query);
      const name = `${indicator.id}-milestones-by-${words[reply.query.by]}-${reply.area.code}`;
      return sendCsv(answer, name, reply.release, milestonesCsv(indicator, reply));
    },
  );
}

/** As file names say them. */
const words = { ethnicGroup: 'ethnic-group', deprivation: 'deprivation' } as const;
