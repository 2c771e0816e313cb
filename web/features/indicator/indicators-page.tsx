import './indicator-page.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { aims, bases, labelOf, populationGroups } from '../../../server/contract/dimensions.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import { indicatorsQuery } from '../../shared/api/queries.ts';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { areaWords } from '../../shared/words/area-words.ts';
import { countOf, formatPeriod } from '../../shared/words/format.ts';

const route = getRouteApi('/indicators');

/** Every indicator there is, by aim and population group. */
export function IndicatorsPage() {
  usePageTitle('Indicators');
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(indicatorsQuery(releaseOf(search)));
  if (error !== null)
    return (
      <ProblemMessage
        error={error}
        onRetry={() => void refetch()}
        advice={<Link to="/indicators">See the newest release</Link>}
      />
    );
  if (data === undefined) return <Loading what="indicators" />;
  return (
    <>
      <div className="intro">
        <h1>
          {countOf(data.indicators.length, 'indicator', 'indicators')}, each with its source and its limits
        </h1>
        <p>An indicator stands under every population group it tells about.</p>
      </div>
      {aims.map(({ id, label }) => (
        <AimSection
          key={id}
          label={label}
          indicators={data.indicators.filter(({ aim }) => aim === id)}
          search={search}
        />
      ))}
      <ReleaseLine release={data.release} asked={search.release} />
    </>
  );
}

interface AimSectionProps {
  readonly label: string;
  readonly indicators: readonly IndicatorSummary[];
  readonly search: { readonly release?: string };
}

function AimSection({ label, indicators, search }: AimSectionProps) {
  return (
    <section className="catalogue">
      <h2>{label}</h2>
      {indicators.length === 0 && <p>No indicator of this aim is held yet.</p>}
      {populationGroups.map((group) => {
        const found = indicators.filter(({ populationGroups: own }) => own.some(({ id }) => id === group.id));
        if (found.length === 0) return null;
        return (
          <div key={group.id}>
            <h3>{group.label}</h3>
            <ul>
              {found.map((indicator) => (
                <li key={indicator.id}>
                  <Link
                    to="/indicators/$id"
                    params={{ id: indicator.id }}
                    search={{ ...search, populationGroup: group.id }}
                  >
                    {indicator.title}
                  </Link>
                  <span className="catalogue__small">{factsOf(indicator)}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** Where it is held, how new it is and what it rests on: "wards; newest: 2021; published". */
export function factsOf({
  areaTypes,
  latestPeriod,
  dates,
  basis,
}: Pick<IndicatorSummary, 'areaTypes' | 'latestPeriod' | 'dates' | 'basis'>): string {
  const small = areaTypes.filter((type) => type !== 'region' && type !== 'country');
  return [
    inWords((small.length === 0 ? areaTypes : small).map((type) => areaWords(type)[1])),
    ...(latestPeriod === null ? [] : [`newest: ${dates?.[latestPeriod] ?? formatPeriod(latestPeriod)}`]),
    inWords(basis.map((id) => labelOf(bases, id).toLowerCase())),
  ].join('; ');
}
