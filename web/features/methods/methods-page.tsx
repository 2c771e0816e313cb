import './methods-page.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { paths } from '../../../server/contract/paths.ts';
import methods from '../../../server/docs/methods.md';
import { belowBase } from '../../shared/api/base-path.ts';
import { modellingQueryOptions } from '../../shared/api/queries.ts';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle, usePlace } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { MeasurementTables } from './measurement-tables.tsx';

const route = getRouteApi('/about/methods');

/** Links of the text stand as the site has them. */
const belowBaseOf = (html: string) => html.replaceAll('href="/', `href="${belowBase('/')}`);

/** For statisticians: how every number is worked out, and how far modelled ones are off here. */
export function MethodsPage() {
  usePageTitle('Methods');
  return (
    <article className="methods">
      {/* Our own page, made HTML when the site is built. */}
      <div className="methods__text" dangerouslySetInnerHTML={{ __html: belowBaseOf(methods) }} />
      <Measured />
    </article>
  );
}

function Measured() {
  const search = route.useSearch();
  const place = usePlace() ?? 'this place';
  const { data, error, refetch } = useQuery(modellingQueryOptions(releaseOf(search)));
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={() => void refetch()}
        advice={<Link to="/about/methods">See the newest release</Link>}
      />
    );
  if (data === undefined) return <Loading what="how far modelled figures are off" />;
  return (
    <section aria-labelledby="measured-here">
      <h2 id="measured-here">How far modelled figures are off in {place}</h2>
      {data.datasets.length === 0 ? (
        <p>
          No figure of this release was shared out to areas that do not nest, so nothing had to be measured.
        </p>
      ) : (
        data.datasets.map((dataset) => <MeasurementTables key={dataset.dataset} dataset={dataset} />)
      )}
      <p className="downloads">
        <DownloadLink href={paths.modellingCsv(releaseOf(search))} text="Download the measurement (CSV)" />
        <DownloadLink
          href={paths.comparisonsCsv(releaseOf(search))}
          text="Download every comparison judged, with p-value and lists (CSV)"
        />
      </p>
      <ReleaseLine release={data.release} asked={search.release} />
    </section>
  );
}
