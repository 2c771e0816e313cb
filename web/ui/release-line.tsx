import { useQuery } from '@tanstack/react-query';
import { releasesQuery } from '../api/queries.ts';
import { formatDay } from '../format.ts';

/** Which release the figures are from, and whether it is still the newest. */
export function ReleaseLine({ release, asked }: { release: number; asked: string | undefined }) {
  const releases = useQuery(releasesQuery()).data;
  const published = releases?.releases.find(({ id }) => id === release)?.publishedAt;
  return (
    <p className="release-line">
      Release {release}
      {published !== undefined && `, published ${formatDay(published)}`}.
      {asked !== undefined && releases !== undefined && release < releases.release && (
        <strong> Figures as reported then; release {releases.release} is newer.</strong>
      )}
    </p>
  );
}
