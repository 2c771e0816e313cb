import { modellingOf } from '../../db/queries/modelling.ts';
import { modellingReply } from '../contract/modelling-reply.ts';
import { releaseQuery } from '../contract/queries.ts';
import { modellingTable } from '../views/releases/modelling-table.ts';
import { modellingView } from '../views/releases/modelling-view.ts';
import type { RouteContext, TypedInstance } from './context.ts';
import { answerAsJsonAndFiles } from './json-and-files.ts';

/** What the intervals of modelled figures are widened by, and how that was measured. */
export function modellingRoutes(app: TypedInstance, { db, releases }: RouteContext): void {
  async function measuredIn(release: number | undefined) {
    const snapshot = await releases.snapshot(release);
    const versions = snapshot.versions.map(({ id }) => id);
    return { reply: modellingView(snapshot, await modellingOf(db, versions)) };
  }

  answerAsJsonAndFiles(app, '/modelling-error', {
    summary: 'How far figures shared out to areas that do not nest are off, measured on the Census',
    query: releaseQuery,
    reply: modellingReply,
    answer: (_params, { release }) => measuredIn(release),
    file: ({ reply }) => ({ name: 'modelling-error', table: modellingTable(reply) }),
  });
}
