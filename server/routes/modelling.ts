import { modellingOf } from '../../db/queries/modelling.ts';
import { modellingReply } from '../contract/modelling-reply.ts';
import { releaseQuery } from '../contract/queries.ts';
import { modellingView } from '../views/modelling-view.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';

/** What the intervals of modelled figures are widened by, and how that was measured. */
export function modellingRoutes(app: TypedInstance, { db, releases }: RouteContext): void {
  app.get(
    '/modelling-error',
    {
      schema: {
        summary: 'How far figures shared out to areas that do not nest are off, measured on the Census',
        querystring: releaseQuery,
        response: { 200: modellingReply, ...problems },
      },
    },
    async (request) => {
      const snapshot = await releases.snapshot(request.query.release);
      return modellingView(
        snapshot,
        await modellingOf(
          db,
          snapshot.versions.map(({ id }) => id),
        ),
      );
    },
  );
}
