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
import type { RouteContext, TypedInstance } from './context.ts';
import { answerAsJsonAndCsv, breakdownInFileName } from './json-and-csv.ts';
import { uptakeAnswers } from './uptake-answers.ts';

export function uptakeRoutes(app: TypedInstance, context: RouteContext): void {
  const answers = uptakeAnswers(context);
  const params = indicatorParams;

  answerAsJsonAndCsv(app, '/indicators/:id/areas/over-time', {
    summary: 'One indicator over all areas of a type and every period, for a map with a slider',
    params,
    query: areasOverTimeQuery,
    reply: areasOverTimeReply,
    answer: ({ id }, query) => answers.areasOverTime(id, query),
    file: ({ indicator, reply }) => ({
      name: `${indicator.id}-over-time-by-${reply.query.areaType}`,
      text: areasOverTimeCsv(indicator, reply),
    }),
  });

  answerAsJsonAndCsv(app, '/indicators/:id/groups/over-time', {
    summary: 'The groups of one indicator in one area over every period, beside everyone there',
    params,
    query: groupsOverTimeQuery,
    reply: groupsOverTimeReply,
    answer: ({ id }, query) => answers.groupsOverTime(id, query),
    file: ({ indicator, reply }) => ({
      name: `${indicator.id}-over-time-by-${breakdownInFileName[reply.query.by]}-${reply.area.code}`,
      text: groupsOverTimeCsv(indicator, reply),
    }),
  });

  answerAsJsonAndCsv(app, '/indicators/:id/reach', {
    summary: 'Where people are still to be reached: groups of areas by how many are needed',
    params,
    query: reachQuery,
    reply: reachReply,
    answer: ({ id }, query) => answers.reach(id, query),
    file: ({ indicator, reply }) => {
      const { areaType, by, period, target } = reply.query;
      return {
        name: `${indicator.id}-reach-${target}-by-${areaType}-and-${breakdownInFileName[by]}-${period}`,
        text: reachCsv(indicator, reply),
      };
    },
  });

  answerAsJsonAndCsv(app, '/indicators/:id/milestones', {
    summary: 'When each group reached given shares, and how many weeks after the whole place',
    params,
    query: milestonesQuery,
    reply: milestonesReply,
    answer: ({ id }, query) => answers.milestones(id, query),
    file: ({ indicator, reply }) => ({
      name: `${indicator.id}-milestones-by-${breakdownInFileName[reply.query.by]}-${reply.area.code}`,
      text: milestonesCsv(indicator, reply),
    }),
  });
}
