import { Withdrawals } from '../../shared/ui/withdrawals.tsx';
import './data-page.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { DataReply } from '../../../server/contract/data-reply.ts';
import { labelOf, problemKinds } from '../../../server/contract/dimensions.ts';
import { lowerFirst } from '../../../server/contract/phrases.ts';
import { dataQueryOptions } from '../../shared/api/queries.ts';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle, usePlace } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { countOf, formatDay, formatNumber } from '../../shared/words/format.ts';
import { type LoadWithDatasets, loadsOf } from './loads.ts';

const route = getRouteApi('/data');

/** For the staff who load figures: what is public, from which files, and what was refused. */
export function DataPage() {
  usePageTitle('Data');
  const search = route.useSearch();
  const place = usePlace() ?? 'this place';
  const { data, error, refetch } = useQuery(dataQueryOptions(releaseOf(search)));
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={() => void refetch()}
        advice={<Link to="/data">See the newest release</Link>}
      />
    );
  if (data === undefined) return <Loading what="the list of datasets" />;
  const loads = loadsOf(data.datasets);
  return (
    <article className="data-page">
      <div className="intro">
        <h1>
          {countOf(data.datasets.length, 'dataset', 'datasets')} from {countOf(loads.length, 'load', 'loads')}{' '}
          are public,{' '}
          {data.refusals.length === 0 ? 'none was' : `${formatNumber(data.refusals.length, 0)} were`} refused
        </h1>
        <p>
          Figures are loaded and published by command. A load shows here once its dataset is published; a file
          with any problem is refused whole.
        </p>
        <ReleaseLine release={data.release} asked={search.release} />
      </div>
      <Summary datasets={data.datasets} />
      <h2>Where they come from</h2>
      <p>A row of a file may hold several records: a figure, an area, a link or an outline each.</p>
      <Loads loads={loads} place={place} />
      <Withdrawals all={data.withdrawals} />
      <Refusals refusals={data.refusals} />
    </article>
  );
}

const policies = {
  'as-published': 'As loaded: nothing is withheld or rounded here',
  protect: 'Protected here: small counts withheld, others rounded to 5',
} as const;

function Summary({ datasets }: Pick<DataReply, 'datasets'>) {
  return (
    <table className="ruled stewards" aria-label="Datasets">
      <thead>
        <tr>
          <th scope="col">Dataset</th>
          <th scope="col">Version</th>
          <th scope="col">Published</th>
          <th scope="col">Policy</th>
          <th scope="col" className="stewards__number">
            Figures
          </th>
          <th scope="col" className="stewards__number">
            Withheld
          </th>
        </tr>
      </thead>
      <tbody>
        {datasets.map((one) => (
          <tr key={one.dataset}>
            <th scope="row">
              {one.title}
              <span className="stewards__small">
                <code>{one.dataset}</code>
                {one.indicators > 0 && `, ${countOf(one.indicators, 'indicator', 'indicators')}`}
              </span>
            </th>
            <td data-label="Version">{one.version}</td>
            <td data-label="Published">
              <span className="stewards__day">{formatDay(one.publishedAt)}</span>
              {one.definitions === 'later' && (
                <span className="stewards__small">its definitions were written down later</span>
              )}
            </td>
            <td data-label="Policy">
              {one.estimates === 0 ? (
                'None: it holds no figures'
              ) : one.policy === 'protect' ? (
                <Link to="/how-we-protect-people">{policies[one.policy]}</Link>
              ) : (
                policies[one.policy]
              )}
            </td>
            <td data-label="Figures" className="stewards__number">
              {formatNumber(one.estimates, 0)}
            </td>
            <td data-label="Withheld" className="stewards__number">
              {formatNumber(one.withheld, 0)}
              {one.withheld > 0 && ` (${formatNumber((100 * one.withheld) / one.estimates, 1)}%)`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Loads({ loads, place }: { loads: readonly LoadWithDatasets[]; place: string }) {
  return (
    <table className="ruled stewards" aria-label="Loads">
      <thead>
        <tr>
          <th scope="col">Files</th>
          <th scope="col">Datasets made of them</th>
          <th scope="col">Loaded</th>
          <th scope="col" className="stewards__number">
            Rows read
          </th>
          <th scope="col" className="stewards__number">
            Records kept
          </th>
          <th scope="col" className="stewards__number">
            Rows skipped
          </th>
        </tr>
      </thead>
      <tbody>
        {loads.map(({ load, datasets }) => (
          <tr key={`${load.loadedAt} ${load.source} ${load.sha256}`}>
            <th scope="row">
              <FileNames names={load.fileName} />
              <span className="stewards__small">
                Load {load.id}: {load.title} (<code>{load.source}</code>)
              </span>
            </th>
            <td data-label="Datasets made of them" className="stewards__wide">
              {datasets.join('; ')}
            </td>
            <td data-label="Loaded">{formatDay(load.loadedAt)}</td>
            <td data-label="Rows read" className="stewards__number">
              {formatNumber(load.rowsRead, 0)}
            </td>
            <td data-label="Records kept" className="stewards__number">
              {formatNumber(load.rowsKept, 0)}
            </td>
            <td data-label="Rows skipped" className="stewards__number">
              {formatNumber(load.rowsSkipped, 0)}
              {load.rowsSkipped > 0 && <span className="stewards__small">not about {place}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A load may be of many files; their names are there, and out of the way. */
function FileNames({ names }: { names: string }) {
  // A file's name may say more of the people in it than it should.
  if (names === '') return <span className="stewards__files">Counts of people from records</span>;
  const all = names.split(', ');
  if (all.length <= FEW) return <span className="stewards__files">{names}</span>;
  return (
    <details className="stewards__files">
      <summary>
        {all[0]} and {all.length - 1} more
      </summary>
      {all.slice(1).join(', ')}
    </details>
  );
}
const FEW = 3;

function Refusals({ refusals }: Pick<DataReply, 'refusals'>) {
  return (
    <section>
      <h2>Refused</h2>
      {refusals.length === 0 ? (
        <p>Nothing was refused before this release.</p>
      ) : (
        <>
          <p>
            Nothing of these files was loaded. The command that loads them lists every problem by its row.
          </p>
          <table className="ruled stewards" aria-label="Refused loads">
            <thead>
              <tr>
                <th scope="col">Files</th>
                <th scope="col">Refused</th>
                <th scope="col">Problems</th>
              </tr>
            </thead>
            <tbody>
              {refusals.map((one) => (
                <tr key={`${one.refusedAt} ${one.fileName}`}>
                  <th scope="row">
                    <FileNames names={one.fileName} />
                    <span className="stewards__small">
                      {one.title} (<code>{one.source}</code>)
                    </span>
                  </th>
                  <td data-label="Refused">{formatDay(one.refusedAt)}</td>
                  <td data-label="Problems">
                    {countOf(one.problems, 'problem', 'problems')}:{' '}
                    {one.kinds
                      .map(({ kind, count }) => `${lowerFirst(labelOf(problemKinds, kind))} (${count})`)
                      .join('; ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
