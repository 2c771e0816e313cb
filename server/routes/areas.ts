import { boundariesOf, boundaryEditionsOf } from '../../db/queries/releases.ts';
import { areasQuery, boundariesParams, boundariesQuery } from '../contract/queries.ts';
import { areasReply, boundariesReply } from '../contract/replies.ts';
import { ProblemError } from '../errors.ts';
import { areasView, boundariesView } from '../views/geography-view.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';

export function areaRoutes(app: TypedInstance, { db, releases }: RouteContext): void {
  app.get(
    '/areas',
    {
      schema: {
        summary: 'Areas and what they lie in',
        querystring: areasQuery,
        response: { 200: areasReply, ...problems },
      },
    },
    async (request) => areasView(await releases.snapshot(request.query.release), request.query.type),
  );

  app.get(
    '/boundaries/:type',
    {
      schema: {
        summary: 'Outlines of all areas of a type, GeoJSON',
        params: boundariesParams,
        querystring: boundariesQuery,
        response: { 200: boundariesReply, ...problems },
      },
    },
    async (request) => {
      const { type } = request.params;
      const snapshot = await releases.snapshot(request.query.release);
      const versions = snapshot.versions.map((version) => version.id);
      const editions = await boundaryEditionsOf(db, versions, type);
      const edition = request.query.edition ?? editions[0];
      if (edition === undefined)
        throw new ProblemError('not-found', `There are no outlines of type "${type}".`, { field: 'type' });
      if (!editions.includes(edition)) {
        throw new ProblemError(
          'not-available',
          `There are no outlines of ${edition}; there are of: ${editions.join(', ')}.`,
          {
            field: 'edition',
            allowed: editions,
          },
        );
      }
      return boundariesView(snapshot, type, edition, await boundariesOf(db, versions, type, edition));
    },
  );
}
