import { documentKinds } from '../contract/dimensions.ts';
import { documentReply } from '../contract/documents/schemas.ts';
import { documentParams, type ReleaseQuery, releaseQuery } from '../contract/queries.ts';
import { ProblemError } from '../errors.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';

/** One address for each kind, since each has a reply of its own; the last names them where there is none. */
export function documentRoutes(app: TypedInstance, { releases }: RouteContext): void {
  const kinds = documentKinds.map(({ id }) => id);

  for (const { id: kind, label } of documentKinds) {
    app.get<{ Querystring: ReleaseQuery }>(
      `/documents/${kind}`,
      {
        schema: {
          summary: `Words kept as data: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
          querystring: releaseQuery,
          response: { 200: documentReply(kind), ...problems },
        },
      },
      async (request) => {
        const snapshot = await releases.snapshot(request.query.release);
        const document = snapshot.documentOf(kind);
        if (document !== undefined) return { release: snapshot.release, query: { kind }, document };
        throw new ProblemError(
          'not-found',
          `There is no document "${kind}" in release ${snapshot.release}; there are: ${snapshot.documentKinds.join(', ') || 'none'}.`,
          { field: 'kind', allowed: [...snapshot.documentKinds] },
        );
      },
    );
  }

  app.get('/documents/:kind', { schema: { hide: true, params: documentParams } }, async (request) => {
    throw new ProblemError(
      'not-found',
      `There is no kind of document "${request.params.kind}"; there are: ${kinds.join(', ')}.`,
      { field: 'kind', allowed: kinds },
    );
  });
}
