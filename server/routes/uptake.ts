import { areasOverTimeReply, groupsOverTimeReply } from '../contract/over-time-replies.ts';
import { indicatorParams } from '../contract/queries.ts';
import {
  areasOverTimeQuery,
  groupsOverTimeQuery,
  milestonesQuery,
  reachQuery,
} from '../contract/uptake-queries.ts';
import { milestonesReply, reachReply } from '../contract/uptake-replies.ts';
import { milestonesTable } from '../views/uptake/milestones-table.ts';
import { areasOverTimeTable, groupsOverTimeTable } from '../views/uptake/over-time-table.ts';
import { reachTable } from '../views/uptake/reach-table.ts';
import type { RouteContext, TypedInstance } from './context.ts';
import { answerAsJsonAndFiles, breakdownInFileName } from './json-and-files.ts';
import { uptakeAnswers } from './uptake-answers.ts';

export function uptakeRoutes(app: TypedInstance, context: RouteContext): void {
  const answers = uptakeAnswers(context);
  const params = indicatorParams;

  answerAsJsonAndFiles(app, '/indicators/:id/areas/over-time', {
    summary: 'One indicator over all areas of a type and every period, for a map with a slider',
    params,
    query: areasOverTimeQuery,
    reply: areasOverTimeReply,
    answer: ({ id }, query) => answers.areasOverTime(id, query),
    file: ({ indicator, reply }) => ({
      name: `${indicator.id}-over-time-by-${reply.query.areaType}`,
      table: areasOverTimeTable(indicator, reply, context.place),
    }),
  });

  answerAsJsonAndFiles(app, '/indicators/:id/groups/over-time', {
    summary: 'The groups of one indicator in one area over every period, beside everyone there',
    params,
    query: groupsOverTimeQuery,
    reply: groupsOverTimeReply,
    answer: ({ id }, query) => answers.groupsOverTime(id, query),
    file: ({ indicator, reply }) => ({
      name: `${indicator.id}-over-time-by-${breakdownInFileName[reply.query.by]}-${reply.area.code}`,
      table: groupsOverTimeTable(indicator, reply),
    }),
  });

  answerAsJsonAndFiles(app, '/indicators/:id/reach', {
    summary: 'Where people are still to be reached: groups of areas by how many are needed',
    params,
    query: reachQuery,
    reply: reachReply,
    answer: ({ id }, query) => answers.reach(id, query),
    file: ({ indicator, reply }) => {
      const { areaType, by, period, target } = reply.query;
      return {
        name: `${indicator.id}-reach-${target}-by-${areaType}-and-${breakdownInFileName[by]}-${period}`,
        table: reachTable(indicator, reply),
      };
    },
  });

  answerAsJsonAndFiles(app, '/indicators/:id/milestones', {
    summary: 'When each group reached given shares, and how many weeks after the whole place',
    params,
    query: milestonesQuery,
    reply: milestonesReply,
    answer: ({ id }, query) => answers.milestones(id, query),
    file: ({ indicator, reply }) => ({
      name: `${indicator.id}-milestones-by-${breakdownInFileName[reply.query.by]}-${reply.area.code}`,
      table: milestonesTable(indicator, reply),
    }),
  });
}
