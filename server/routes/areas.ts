import { areasQuery, boundariesParams, boundariesQuery } from '../contract/queries.ts';
import { areasReply, boundariesReply } from '../contract/replies.ts';
import { ProblemError } from '../errors.ts';
import { areasView, boundariesView, outlinesHeld } from '../views/geography/geography-view.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { outlinesOf } from './outlines.ts';

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
        summary:
          'Outlines of all areas of a type, GeoJSON; groups of wards are drawn from the outlines of their wards',
        params: boundariesParams,
        querystring: boundariesQuery,
        response: { 200: boundariesReply, ...problems },
      },
    },
    async (request) => {
      const { type } = request.params;
      const snapshot = await releases.snapshot(request.query.release);
      const { editions } = outlinesHeld(snapshot, type);
      const edition = request.query.edition ?? editions[0];
      if (edition === undefined)
        throw new ProblemError('not-found', `There are no outlines of type "${type}".`, { field: 'type' });
      if (!editions.includes(edition)) {
        throw new ProblemError(
          'not-available',
          `There are no outlines of ${edition}; there are of: ${editions.join(', ')}.`,
          {
            field: 'edition',
            allowed: [...editions],
          },
        );
      }
      const outlines = await outlinesOf(db, snapshot, type, edition);
      return boundariesView(snapshot, type, edition, outlines);
    },
  );
}
