import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { releasesQueryOptions } from '../api/queries.ts';
import { formatDay } from '../words/format.ts';
import { ReleasePicker } from './release-picker.tsx';

interface ReleaseLineProps {
  readonly release: number;
  readonly asked: string | undefined;
  /** False where the page offers the choice elsewhere. */
  readonly choice?: boolean;
}

/** Which release the figures are from, whether it is still the newest, and the choice of another. */
export function ReleaseLine({ release, asked, choice = true }: ReleaseLineProps) {
  const navigate = useNavigate();
  const releases = useQuery(releasesQueryOptions()).data;
  const published = releases?.releases.find(({ id }) => id === release)?.publishedAt;
  const choose = (chosen: string | undefined) =>
    void navigate({
      to: '.',
      search: ({ release: _, ...rest }: { release?: string }) => ({
        ...rest,
        ...(chosen !== undefined && { release: chosen }),
      }),
      resetScroll: false,
    } as never);
  return (
    <div className="release-line">
      <p>
        Release {release}
        {published !== undefined && `, published ${formatDay(published)}`}.
        {asked !== undefined && releases !== undefined && release < releases.release && (
          <strong> Figures as reported then; release {releases.release} is newer.</strong>
        )}
      </p>
      {choice && (releases?.releases.length ?? 0) > 1 && (
        <ReleasePicker label="See it as reported on" chosen={release} onChoose={choose} />
      )}
    </div>
  );
}
