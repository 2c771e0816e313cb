import '../board/board.css';
import '../board/changes.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { paths } from '../../server/contract/paths.ts';
import { changesQuery, releasesQuery } from '../api/queries.ts';
import {
  ChangedCells,
  DefinitionsTable,
  FlipsTables,
  NamedList,
  NewPeriods,
} from '../board/changes-tables.tsx';
import { formatDay } from '../format.ts';
import { DownloadLink } from '../ui/download-link.tsx';
import { usePageTitle } from '../ui/place.ts';
import { ProblemMessage } from '../ui/problem-message.tsx';
import { ReleasePicker } from '../ui/release-picker.tsx';
import { Withdrawals } from '../ui/withdrawals.tsx';

const route = getRouteApi('/changes');

/** What a later release says that an earlier one did not. */
export function ChangesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const releases = useQuery(releasesQuery()).data;
  const release = Number(search.release ?? releases?.release ?? 0);
  const isFirst = releases !== undefined && releases.releases.at(-1)?.id === release;
  const query = search.since === undefined ? {} : { since: search.since };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...changesQuery(release, query),
    enabled: release > 0 && !isFirst,
    placeholderData: keepPreviousData,
  });
  const title =
    data === undefined ? 'What changed' : `What changed since ${formatDay(data.from.publishedAt)}`;
  usePageTitle(title);
  if (isFirst)
    return (
      <article className="changes">
        <h1>What changed</h1>
        <p className="notice">
          Release {release} is the first: there is no earlier one to compare it with. See{' '}
          <Link to="/board">where things stand</Link>.
        </p>
      </article>
    );
  if (error !== null)
    return (
      <ProblemMessage
        error={error}
        onRetry={() => void refetch()}
        advice={<Link to="/changes">Compare the newest release with the one before.</Link>}
      />
    );
  if (data === undefined)
    return (
      <p className="loading" role="status">
        Loading changes…
      </p>
    );
  const { from, to, area } = data;
  return (
    <article className="changes" aria-busy={isPlaceholderData}>
      <h1>{title}</h1>
      <p>
        {area.name} as reported on {formatDay(to.publishedAt)} (release {to.id}), compared with{' '}
        {formatDay(from.publishedAt)} (release {from.id}).
      </p>
      <div className="board__controls">
        <ReleasePicker
          label="Compare"
          chosen={to.id}
          onChoose={(chosen) => void navigate({ search: chosen === undefined ? {} : { release: chosen } })}
        />
        <ReleasePicker
          label="with"
          chosen={from.id}
          before={to.id}
          onChoose={(since) => void navigate({ search: { ...search, ...(since && { since }) } })}
        />
        <p className="downloads">
          <Link to="/board" search={{ release: String(to.id) }} className="quiet-button download">
            The board then
          </Link>
          <DownloadLink href={paths.changesCsv(to.id, { since: String(from.id) })} text="Download (CSV)" />
        </p>
      </div>
      <section className="changes__summary" aria-label="Summary">
        {data.summary.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="changes__note">Written from real figures only; the tables below hold all.</p>
      </section>
      <Withdrawals all={data.withdrawals} />
      <ChangedCells title="Withdrawn in the later release only" id="withdrawn" cells={data.withdrawn} />
      <FlipsTables flips={data.verdicts} />
      <NewPeriods all={data.newPeriods} />
      <ChangedCells title="Revised figures" id="revised" cells={data.revisions} />
      <ChangedCells title="Newly withheld" id="withheld" cells={data.withheld} />
      <ChangedCells title="Newly shown" id="shown" cells={data.shown} />
      <ChangedCells title="No longer available" id="missing" cells={data.missing} />
      <DefinitionsTable all={data.definitions} />
      <NamedList title="New indicators" id="new" all={data.newIndicators} />
      <NamedList title="Discontinued indicators" id="discontinued" all={data.discontinuedIndicators} />
      {data.elsewhere.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">In other areas</h2>
          <ul>
            {data.elsewhere.map((one) => (
              <li key={one.indicator}>
                {one.title}: {one.revised} revised, {one.withheld} newly withheld, {one.shown} newly shown.
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="datasets">
        <h2 id="datasets">Datasets published anew</h2>
        <ul>
          {data.datasets.map(({ version, title: name, publishedAt }) => (
            <li key={version}>
              {name}, {formatDay(publishedAt)}
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
