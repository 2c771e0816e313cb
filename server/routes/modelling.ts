import { modellingOf } from '../../db/queries/modelling.ts';
import { modellingReply } from '../contract/modelling-reply.ts';
import { releaseQuery } from '../contract/queries.ts';
import { modellingCsv } from '../views/releases/modelling-csv.ts';
import { modellingView } from '../views/releases/modelling-view.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { csvReply, sendCsv } from './csv-reply.ts';

/** What the intervals of modelled figures are widened by, and how that was measured. */
export function modellingRoutes(app: TypedInstance, { db, releases }: RouteContext): void {
  async function measuredIn(release: number | undefined) {
    const snapshot = await releases.snapshot(release);
    const versions = snapshot.versions.map(({ id }) => id);
    return modellingView(snapshot, await modellingOf(db, versions));
  }

  app.get(
    '/modelling-error',
    {
      schema: {
        summary: 'How far figures shared out to areas that do not nest are off, measured on the Census',
        querystring: releaseQuery,
        response: { 200: modellingReply, ...problems },
      },
    },
    async (request) => measuredIn(request.query.release),
  );

  app.get(
    '/modelling-error.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        querystring: releaseQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, reply) => {
      const measured = await measuredIn(request.query.release);
      return sendCsv(reply, 'modelling-error', measured.release, modellingCsv(measured));
    },
  );
}
