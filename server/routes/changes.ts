import { changedElsewhere, changedFigures } from '../../db/queries/changes.ts';
import type { ReleaseWithVersions } from '../../db/queries/releases.ts';
import { withdrawalsOf } from '../../db/queries/withdrawals.ts';
import { type ChangesQuery, changesParams, changesQuery, changesReply } from '../contract/changes-reply.ts';
import { ProblemError } from '../errors.ts';
import { changesCsv } from '../views/changes-csv.ts';
import { changesView, type Side, versionsApart } from '../views/changes-view.ts';
import { boardOfRelease } from './board.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { csvReply, sendCsv } from './csv-reply.ts';
import { earlierRelease } from './earlier-release.ts';

export function changesRoutes(app: TypedInstance, context: RouteContext): void {
  const { db, releases, place } = context;

  async function sideOf(release: ReleaseWithVersions, area: string): Promise<Side> {
    const snapshot = await releases.snapshot(release.id);
    return { release, snapshot, judged: await boardOfRelease(context, { release: release.id, area }) };
  }

  async function changesOf(id: number, query: ChangesQuery) {
    const all = await releases.all();
    const later = all.find((release) => release.id === id);
    if (later === undefined)
      throw new ProblemError('not-found', `There is no release ${id}.`, { field: 'id' });
    const earlier = earlierRelease(all, id, query.since);
    if (earlier === undefined)
      throw new ProblemError('not-available', `There is no release before release ${id}.`, {
        field: 'since',
        allowed: [],
      });
    const code = query.area ?? place.code;
    const area = (await releases.snapshot(id)).areaOf(code);
    if (area === undefined)
      throw new ProblemError('not-found', `There is no area "${code}" here.`, { field: 'area' });
    if ((await releases.snapshot(earlier.id)).areaOf(code) === undefined)
      throw new ProblemError(
        'not-available',
        `${area.name} is not in release ${earlier.id}, so nothing of it can have changed since.`,
        {
          field: 'since',
          allowed: [],
        },
      );
    const [before, after] = [await sideOf(earlier, code), await sideOf(later, code)];
    const apart = [versionsApart(earlier, later), versionsApart(later, earlier)] as const;
    const figures = await changedFigures(db, ...apart, code);
    const elsewhere = await changedElsewhere(db, ...apart, code);
    return changesView(area, before, after, figures, elsewhere, await withdrawalsOf(db));
  }

  app.get(
    '/releases/:id/changes',
    {
      schema: {
        summary: 'What changed between an earlier release and this one',
        params: changesParams,
        querystring: changesQuery,
        response: { 200: changesReply, ...problems },
      },
    },
    async (request) => changesOf(request.params.id, request.query),
  );

  app.get(
    '/releases/:id/changes.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        params: changesParams,
        querystring: changesQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, reply) => {
      const found = await changesOf(request.params.id, request.query);
      return sendCsv(reply, `changes-since-release-${found.from.id}`, found.release, changesCsv(found));
    },
  );
}
