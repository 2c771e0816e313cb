import { Withdrawals } from '../../shared/ui/withdrawals.tsx';
import './board.css';
import './changes.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ChangesReply } from '../../../server/contract/changes-reply.ts';
import { paths } from '../../../server/contract/paths.ts';
import { belowBase } from '../../shared/api/base-path.ts';
import { changesQueryOptions, releasesQueryOptions } from '../../shared/api/queries.ts';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleasePicker } from '../../shared/ui/release-picker.tsx';
import { formatDay } from '../../shared/words/format.ts';
import { ChangedCells, DefinitionsTable, FlipsTables, NamedList, NewPeriods } from './changes-tables.tsx';

const route = getRouteApi('/changes');

/** What a later release says that an earlier one did not. */
export function ChangesPage() {
  const search = route.useSearch();
  const releases = useQuery(releasesQueryOptions()).data;
  const release = Number(search.release ?? releases?.release ?? 0);
  const isFirst = releases !== undefined && releases.releases.at(-1)?.id === release;
  const query = search.since === undefined ? {} : { since: search.since };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...changesQueryOptions(release, query),
    enabled: release > 0 && !isFirst,
    placeholderData: keepPreviousData,
  });
  const title =
    data === undefined ? 'What changed' : `What changed since ${formatDay(data.from.publishedAt)}`;
  usePageTitle(title);
  if (isFirst) return <NoneBefore release={release} />;
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={() => void refetch()}
        advice={<Link to="/changes">Compare the newest release with the one before.</Link>}
      />
    );
  if (data === undefined) return <Loading what="changes" />;
  const { from, to, area } = data;
  return (
    <article className="changes" aria-busy={isPlaceholderData}>
      <h1>{title}</h1>
      <p>
        {area.name} as reported on {formatDay(to.publishedAt)} (release {to.id}), compared with{' '}
        {formatDay(from.publishedAt)} (release {from.id}).
      </p>
      <Controls from={from.id} to={to.id} />
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
      <Elsewhere all={data.elsewhere} />
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

const NoneBefore = ({ release }: { release: number }) => (
  <article className="changes">
    <h1>What changed</h1>
    <p className="notice">
      Release {release} is the first: there is no earlier one to compare it with. See{' '}
      <Link to="/board">where things stand</Link>.
    </p>
  </article>
);

/** Which two releases are compared. */
function Controls({ from, to }: { from: number; to: number }) {
  const navigate = route.useNavigate();
  return (
    <div className="board__controls">
      <ReleasePicker
        label="Compare"
        chosen={to}
        onChoose={(chosen) => void navigate({ search: chosen === undefined ? {} : { release: chosen } })}
      />
      <ReleasePicker
        label="with"
        name="since"
        chosen={from}
        before={to}
        onChoose={(since) => void navigate({ search: (old) => ({ ...old, ...(since && { since }) }) })}
      />
      <p className="downloads">
        <Link to="/board" search={{ release: String(to) }} className="quiet-button download">
          The board then
        </Link>
        <DownloadLink href={paths.changesCsv(to, { since: String(from) })} text="Download (CSV)" />
        <a className="quiet-button download" href={belowBase(paths.archive(to))} download="">
          The whole release (ZIP)
        </a>
        <a className="quiet-button download" href={belowBase(paths.releasesFeed())}>
          Be told of releases (feed)
        </a>
      </p>
    </div>
  );
}

function Elsewhere({ all }: { all: ChangesReply['elsewhere'] }) {
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">In other areas</h2>
      <ul>
        {all.map((one) => (
          <li key={one.indicator}>
            {one.title}: {one.revised} revised, {one.withheld} newly withheld, {one.shown} newly shown.
          </li>
        ))}
      </ul>
    </section>
  );
}
