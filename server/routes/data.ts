import { publishedAt, refusalsOf, selectLoads } from '../../db/queries/data.ts';
import { withdrawalsOf } from '../../db/queries/withdrawals.ts';
import { dataReply } from '../contract/data-reply.ts';
import { releaseQuery } from '../contract/queries.ts';
import { dataView } from '../views/releases/data-view.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';

export function dataRoutes(app: TypedInstance, { db, releases }: RouteContext): void {
  app.get(
    '/data',
    {
      schema: {
        summary: 'Datasets, the loads behind them, and what was refused',
        querystring: releaseQuery,
        response: { 200: dataReply, ...problems },
      },
    },
    async (request) => {
      const snapshot = await releases.snapshot(request.query.release);
      const versions = snapshot.versions.map((version) => version.id);
      return dataView(
        snapshot,
        await publishedAt(db, snapshot.release),
        await selectLoads(db, versions),
        await refusalsOf(db, snapshot.release),
        await withdrawalsOf(db),
      );
    },
  );
}
