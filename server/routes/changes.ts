import { changedElsewhere, changedFigures } from '../../db/queries/changes.ts';
import type { ReleaseWithVersions } from '../../db/queries/releases.ts';
import { withdrawalsOf } from '../../db/queries/withdrawals.ts';
import { type ChangesQuery, changesParams, changesQuery, changesReply } from '../contract/changes-reply.ts';
import { ProblemError } from '../errors.ts';
import { changesTable } from '../views/releases/changes-table.ts';
import { changesView, type Side, versionsApart } from '../views/releases/changes-view.ts';
import { boardOfRelease } from './board.ts';
import { areaAsked } from './breakdown-context.ts';
import type { RouteContext, TypedInstance } from './context.ts';
import { earlierRelease } from './earlier-release.ts';
import { answerAsJsonAndFiles } from './json-and-files.ts';

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
    const area = areaAsked(query.area, { snapshot: await releases.snapshot(id), place });
    const { code } = area;
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

  answerAsJsonAndFiles(app, '/releases/:id/changes', {
    summary: 'What changed between an earlier release and this one',
    params: changesParams,
    query: changesQuery,
    reply: changesReply,
    answer: async ({ id }, query) => ({ reply: await changesOf(id, query) }),
    file: ({ reply }) => ({ name: `changes-since-release-${reply.from.id}`, table: changesTable(reply) }),
  });
}
