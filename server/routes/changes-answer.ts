import { changedElsewhere, changedFigures } from '../../db/queries/changes.ts';
import type { ReleaseWithVersions } from '../../db/queries/releases.ts';
import { withdrawalsOf } from '../../db/queries/withdrawals.ts';
import type { ChangesQuery, ChangesReply } from '../contract/changes-reply.ts';
import { ProblemError } from '../errors.ts';
import { changesView, type Side, versionsApart } from '../views/releases/changes-view.ts';
import { boardOfRelease } from './board.ts';
import { areaAsked } from './breakdown-context.ts';
import type { RouteContext } from './context.ts';
import { earlierRelease } from './earlier-release.ts';

/**
 * What changed in a release since an earlier one.
 *
 * @throws ProblemError where there is no such release, or none before it that holds the area.
 */
export async function changesAnswer(
  context: RouteContext,
  id: number,
  query: ChangesQuery,
): Promise<ChangesReply> {
  const { db, releases, place } = context;
  const all = await releases.all();
  const later = all.find((release) => release.id === id);
  if (later === undefined) throw new ProblemError('not-found', `There is no release ${id}.`, { field: 'id' });
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
      { field: 'since', allowed: [] },
    );
  const [before, after] = [await sideOf(context, earlier, code), await sideOf(context, later, code)];
  const apart = [versionsApart(earlier, later), versionsApart(later, earlier)] as const;
  const figures = await changedFigures(db, ...apart, code);
  const elsewhere = await changedElsewhere(db, ...apart, code);
  return changesView(area, before, after, figures, elsewhere, await withdrawalsOf(db));
}

async function sideOf(context: RouteContext, release: ReleaseWithVersions, area: string): Promise<Side> {
  const snapshot = await context.releases.snapshot(release.id);
  return { release, snapshot, judged: await boardOfRelease(context, { release: release.id, area }) };
}
