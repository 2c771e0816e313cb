import { originsOf } from '../../db/queries/origins.ts';
import { type OriginsQuery, originsQuery, originsReply } from '../contract/origins-reply.ts';
import { indicatorParams } from '../contract/queries.ts';
import { ProblemError } from '../errors.ts';
import { originsCsv, originsView } from '../views/origins-view.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { csvReply, sendCsv } from './csv-reply.ts';
import { releasedIndicator } from './released-indicator.ts';

/** Which file, in which edition, each figure came from. */
export function originRoutes(app: TypedInstance, { db, releases }: RouteContext): void {
  async function originsIn(id: string, query: OriginsQuery) {
    const snapshot = await releases.snapshot(query.release);
    const indicator = releasedIndicator(id, snapshot);
    const area = query.area === undefined ? undefined : snapshot.areaOf(query.area);
    if (query.area !== undefined && area === undefined)
      throw new ProblemError('not-found', `There is no area "${query.area}" here.`, { field: 'area' });
    const version = snapshot.versions.find(({ dataset }) => dataset === indicator.dataset)?.id ?? 0;
    const asked = { release: snapshot.release, indicator, ...(area !== undefined && { area }) };
    return { indicator, reply: originsView(asked, await originsOf(db, version, id)) };
  }

  app.get(
    '/indicators/:id/origins',
    {
      schema: {
        summary:
          'Which file, in which edition, the figures of an indicator came from, and when it was loaded',
        params: indicatorParams,
        querystring: originsQuery,
        response: { 200: originsReply, ...problems },
      },
    },
    async (request) => (await originsIn(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/origins.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        params: indicatorParams,
        querystring: originsQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, answer) => {
      const { indicator, reply } = await originsIn(request.params.id, request.query);
      return sendCsv(answer, `${indicator.id}-origins`, reply.release, originsCsv(indicator, reply));
    },
  );
}
