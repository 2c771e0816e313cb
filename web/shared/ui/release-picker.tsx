import { useQuery } from '@tanstack/react-query';
import { releasesQueryOptions } from '../api/queries.ts';
import { formatDay } from '../words/format.ts';
import { ChoiceForm } from './choice-form.tsx';

interface ReleasePickerProps {
  readonly label: string;
  /** Number of the release shown. */
  readonly chosen: number;
  /** Only releases before this one. */
  readonly before?: number;
  /** The parameter of the address it stands for. */
  readonly name?: 'release' | 'since';
  /** The newest release is told by undefined, so that a link to it stays a link to the newest. */
  onChoose(release: string | undefined): void;
}

/** The dates on which figures were published: choosing one shows everything as reported then. */
export function ReleasePicker({
  label,
  chosen,
  before = Infinity,
  name = 'release',
  onChoose,
}: ReleasePickerProps) {
  const releases = useQuery(releasesQueryOptions()).data;
  const offered = (releases?.releases ?? []).filter(({ id }) => id < before);
  const newest = releases?.release;
  return (
    <ChoiceForm asks={[name]}>
      <label className="release-picker">
        {label}
        <select
          name={name}
          value={String(chosen)}
          onChange={({ target }) => onChoose(target.value === String(newest) ? undefined : target.value)}
        >
          {offered.map(({ id, publishedAt }) => (
            <option key={id} value={String(id)}>
              {formatDay(publishedAt)} (release {id}
              {id === newest ? ', newest' : ''})
            </option>
          ))}
        </select>
      </label>
    </ChoiceForm>
  );
}
