import { originsOf } from '../../db/queries/origins.ts';
import { type OriginsQuery, originsQuery, originsReply } from '../contract/origins-reply.ts';
import { indicatorParams } from '../contract/queries.ts';
import { originsTable } from '../views/releases/origins-table.ts';
import { originsView } from '../views/releases/origins-view.ts';
import { areaCalled } from './breakdown-context.ts';
import type { RouteContext, TypedInstance } from './context.ts';
import { answerAsJsonAndFiles } from './json-and-files.ts';
import { releasedIndicator } from './released-indicator.ts';

/** Which file, in which edition, each figure came from. */
export function originRoutes(app: TypedInstance, { db, releases }: RouteContext): void {
  async function originsIn(id: string, query: OriginsQuery) {
    const snapshot = await releases.snapshot(query.release);
    const indicator = releasedIndicator(id, snapshot);
    const area = query.area === undefined ? {} : { area: areaCalled(query.area, snapshot, 'area') };
    const version = snapshot.versions.find(({ dataset }) => dataset === indicator.dataset)?.id ?? 0;
    const asked = { release: snapshot.release, indicator, ...area };
    return { indicator, reply: originsView(asked, await originsOf(db, version, id)) };
  }

  answerAsJsonAndFiles(app, '/indicators/:id/origins', {
    summary: 'Which file, in which edition, the figures of an indicator came from, and when it was loaded',
    params: indicatorParams,
    query: originsQuery,
    reply: originsReply,
    answer: ({ id }, query) => originsIn(id, query),
    file: ({ indicator, reply }) => ({
      name: `${indicator.id}-origins`,
      table: originsTable(indicator, reply),
    }),
  });
}
