/** Which earlier release a question compares with. */
import type { ReleaseWithVersions } from '../../db/queries/releases.ts';
import { isDay } from '../contract/days.ts';
import { ProblemError } from '../errors.ts';

/**
 * The release before, the one named by number, or the one that was public on a day: where that is the later one itself, nothing
 * has changed since.
 *
 * @param all newest first.
 * @returns undefined where nothing was asked for and there is no earlier one.
 * @throws ProblemError where what was asked for is not there.
 */
export function earlierRelease(
  all: readonly ReleaseWithVersions[],
  later: number,
  since: string | undefined,
): ReleaseWithVersions | undefined {
  const earlier = all.filter(({ id }) => id < later);
  if (since === undefined) return earlier[0];
  const byDay = since.includes('-');
  if (byDay && !isDay(since))
    throw new ProblemError('invalid-query', `"${since}" is no day: write one as 2026-11-23.`, {
      field: 'since',
    });
  const found = byDay
    ? all.find(({ id, published_at }) => id <= later && published_at.slice(0, 10) <= since)
    : earlier.find(({ id }) => id === Number(since));
  if (found !== undefined) return found;
  throw new ProblemError('not-available', notThere(all, later, byDay ? since : undefined), {
    field: 'since',
    allowed: earlier.map(({ id }) => String(id)),
  });
}

function notThere(all: readonly ReleaseWithVersions[], later: number, day: string | undefined): string {
  const first = all.at(-1);
  return day === undefined || first === undefined
    ? `There is no such release before release ${later}.`
    : `Nothing was public on ${day}: the first release is of ${first.published_at.slice(0, 10)}.`;
}
