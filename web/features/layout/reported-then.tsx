import { useQuery } from '@tanstack/react-query';
import { Link, useMatches } from '@tanstack/react-router';
import { releasesQueryOptions } from '../../shared/api/queries.ts';
import type { ReleaseSearch } from '../../shared/url/page-search.ts';
import { formatDay } from '../../shared/words/format.ts';

/** Above every page that is read as an earlier release had it; what changed names its two releases itself. */
export function ReportedThen() {
  const last = useMatches({ select: (matches) => matches.at(-1) });
  const { release }: ReleaseSearch = last?.search ?? {};
  const releases = useQuery({ ...releasesQueryOptions(), enabled: release !== undefined }).data;
  const shown = releases?.releases.find(({ id }) => String(id) === release);
  if (shown === undefined || releases === undefined || shown.id === releases.release) return null;
  if (last?.routeId === '/changes') return null;
  return (
    <p className="notice reported-then">
      As reported on {formatDay(shown.publishedAt)} (release {shown.id}): figures, words and verdicts of then.{' '}
      <Link to="." search={({ release: _, ...rest }: ReleaseSearch) => rest as never} resetScroll={false}>
        See the newest
      </Link>
    </p>
  );
}
