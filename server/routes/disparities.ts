import { agesAndSexesQuery, agesAndSexesReply } from '../contract/ages-and-sexes.ts';
import {
  disparitiesQuery,
  disparityOverviewQuery,
  gapsQuery,
  gapTrendQuery,
} from '../contract/disparity-queries.ts';
import { disparitiesReply, gapTrendReply } from '../contract/disparity-replies.ts';
import { disparityOverviewReply, gapsReply } from '../contract/gap-replies.ts';
import { indicatorParams } from '../contract/queries.ts';
import { agesAndSexesTable } from '../views/disparities/ages-and-sexes-table.ts';
import { disparitiesTable } from '../views/disparities/disparities-table.ts';
import { gapTrendTable } from '../views/disparities/gap-trend-table.ts';
import { gapsTable, overviewTable } from '../views/disparities/gaps-table.ts';
import { agesAndSexesAnswer } from './ages-and-sexes-answer.ts';
import type { RouteContext, TypedInstance } from './context.ts';
import { disparityAnswers } from './disparity-answers.ts';
import { answerAsJsonAndFiles, breakdownInFileName } from './json-and-files.ts';

export function disparityRoutes(app: TypedInstance, context: RouteContext): void {
  const answers = disparityAnswers(context);
  const params = indicatorParams;

  answerAsJsonAndFiles(app, '/indicators/:id/disparities', {
    summary: 'The groups of one indicator in one area: gaps with intervals, verdicts and people',
    params,
    query: disparitiesQuery,
    reply: disparitiesReply,
    answer: ({ id }, query) => answers.disparities(id, query),
    file: ({ indicator, reply }) => {
      const { area, by, period } = reply.query;
      return {
        name: `${indicator.id}-disparities-by-${breakdownInFileName[by]}-${area}-${period}`,
        table: disparitiesTable(indicator, reply),
      };
    },
  });

  answerAsJsonAndFiles(app, '/indicators/:id/disparities/trend', {
    summary: 'The gap of each group over time, and whether it is narrowing or widening',
    params,
    query: gapTrendQuery,
    reply: gapTrendReply,
    answer: ({ id }, query) => answers.trend(id, query),
    file: ({ indicator, reply }) => ({
      name: `${indicator.id}-gaps-over-time-by-${breakdownInFileName[reply.query.by]}-${reply.query.area}`,
      table: gapTrendTable(indicator, reply),
    }),
  });

  answerAsJsonAndFiles(app, '/indicators/:id/gaps', {
    summary: 'The gap of one group in every area of a type: a map of the gap',
    params,
    query: gapsQuery,
    reply: gapsReply,
    answer: ({ id }, query) => answers.gaps(id, query),
    file: ({ indicator, reply }) => {
      const { group, areaType, period } = reply.query;
      return {
        name: `${indicator.id}-gap-of-${group}-by-${areaType}-${period}`,
        table: gapsTable(indicator, reply),
      };
    },
  });

  answerAsJsonAndFiles(app, '/disparities', {
    summary: 'Every indicator by group in one area, and the largest proven gaps',
    query: disparityOverviewQuery,
    reply: disparityOverviewReply,
    answer: (_params, query) => answers.overview(query),
    file: ({ reply }) => ({
      name: `gaps-by-${breakdownInFileName[reply.query.by]}-${reply.query.area}`,
      table: overviewTable(reply),
    }),
  });

  answerAsJsonAndFiles(app, '/disparities/ages-and-sexes', {
    summary:
      'Outcomes and services by sex and by age in one area, each difference with its interval and verdict',
    query: agesAndSexesQuery,
    reply: agesAndSexesReply,
    answer: (_params, query) => agesAndSexesAnswer(context, query),
    file: ({ reply }) => ({
      name: `gaps-by-sex-and-age-${reply.area.code}`,
      table: agesAndSexesTable(reply),
    }),
  });
}
