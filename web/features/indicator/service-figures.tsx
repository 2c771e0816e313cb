import { useQuery } from '@tanstack/react-query';
import { paths } from '../../../server/contract/paths.ts';
import { serviceFiguresQueryOptions } from '../../shared/api/queries.ts';
import { ServiceTable, TogetherLine } from '../../shared/charts/service-table.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { Loading } from '../../shared/ui/loading.tsx';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { type IndicatorSearch, releaseOf } from '../../shared/url/page-search.ts';

/** One indicator of services: a row for each network, trust or system, and nothing that looks like an area of residence. */
export function ServiceFiguresOf({ indicator, search }: { indicator: string; search: IndicatorSearch }) {
  const asked = { indicator, ...releaseOf(search) };
  const { data, error, refetch } = useQuery(serviceFiguresQueryOptions(asked));
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <section aria-labelledby="by-service">
      <h2 id="by-service">By service</h2>
      <p>{data.notice}</p>
      <ServiceTable label="Figures by service" indicators={data.indicators} named={false} />
      {data.indicators.map((one) => (
        <TogetherLine key={one.indicator} of={one} />
      ))}
      <p className="downloads">
        <DownloadLink href={paths.serviceFiguresCsv(asked)} text="Download (CSV)" />
      </p>
    </section>
  );
}
