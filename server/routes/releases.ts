import { Type } from 'typebox';
import { releasesWithVersions } from '../../db/queries/releases.ts';
import { oneReleaseReply, releasesReply } from '../contract/release-replies.ts';
import { ProblemError } from '../errors.ts';
import { releasesView, releaseView } from '../views/releases/releases-view.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';

const params = Type.Object({ id: Type.Integer({ minimum: 1, description: 'Number of a release.' }) });

export function releaseRoutes(app: TypedInstance, { db, releases }: RouteContext): void {
  app.get(
    '/releases',
    {
      schema: {
        summary: 'Releases, newest first, and what each changed',
        response: { 200: releasesReply, ...problems },
      },
    },
    async () => {
      await releases.snapshot(undefined);
      return releasesView(await releasesWithVersions(db));
    },
  );

  app.get(
    '/releases/:id',
    { schema: { summary: 'One release', params, response: { 200: oneReleaseReply, ...problems } } },
    async (request) => {
      const found = releaseView(await releasesWithVersions(db), request.params.id);
      if (found !== undefined) return found;
      throw new ProblemError('not-found', `There is no release ${request.params.id}.`, { field: 'id' });
    },
  );
}
