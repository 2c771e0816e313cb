import { changesParams, changesQuery, changesReply } from '../contract/changes-reply.ts';
import { changesTable } from '../views/releases/changes-table.ts';
import { changesAnswer } from './changes-answer.ts';
import type { RouteContext, TypedInstance } from './context.ts';
import { answerAsJsonAndFiles } from './json-and-files.ts';

export function changesRoutes(app: TypedInstance, context: RouteContext): void {
  answerAsJsonAndFiles(app, '/releases/:id/changes', {
    summary: 'What changed between an earlier release and this one',
    params: changesParams,
    query: changesQuery,
    reply: changesReply,
    answer: async ({ id }, query) => ({ reply: await changesAnswer(context, id, query) }),
    file: ({ reply }) => ({ name: `changes-since-release-${reply.from.id}`, table: changesTable(reply) }),
  });
}
