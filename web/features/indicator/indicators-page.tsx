import './indicators-page.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { aims } from '../../../server/contract/dimensions.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import { areaIndicatorsQueryOptions, indicatorsQueryOptions } from '../../shared/api/queries.ts';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle, usePlaceArea } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { keptFigures, releaseOf } from '../../shared/url/page-search.ts';
import { changedSearch } from '../../shared/url/read-search.ts';
import { countOf } from '../../shared/words/format.ts';
import { IndicatorFilters } from './indicator-filters.tsx';
import { foundIndicators, type Held, heldIndicators, isNarrowed } from './indicators-found.ts';
import type { IndicatorsSearch } from './indicators-search.ts';
import { IndicatorsTable } from './indicators-table.tsx';

const route = getRouteApi('/indicators');

/** Every indicator there is: found by words and filters, each with its newest figure of the place. The URL owns the choice. */
export function IndicatorsPage() {
  usePageTitle('Indicators');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const place = usePlaceArea();
  const list = useQuery(indicatorsQueryOptions(releaseOf(search)));
  const figures = useQuery({
    ...areaIndicatorsQueryOptions(place?.code ?? '', releaseOf(search)),
    enabled: place !== undefined,
  });
  const held = useMemo(
    () => list.data && figures.data && heldIndicators(list.data.indicators, figures.data),
    [list.data, figures.data],
  );
  const error = list.error ?? figures.error;
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={() => void Promise.all([list.refetch(), figures.refetch()])}
        advice={<Link to="/indicators">See the newest release</Link>}
      />
    );
  if (held === undefined || list.data === undefined) return <Loading what="indicators" />;
  const { found, alike } = foundIndicators(held, search);
  return (
    <>
      <div className="intro">
        <h1>{countOf(held.length, 'indicator', 'indicators')}, each with its newest figure</h1>
      </div>
      <IndicatorFilters
        held={held}
        search={search}
        onChange={(change, how) =>
          void navigate({ search: (old) => changedSearch(old, change), resetScroll: false, ...how })
        }
      />
      <p className="found" role="status">
        {foundWords(found.length, held.length, search)}
        {alike.length > 0 &&
          found.length > 0 &&
          ` Nothing is called ${inWords(alike.map((word) => `“${word}”`))}: shown is what is spelled alike.`}
      </p>
      {found.length === 0 && (
        <p className="notice">
          Try fewer words or filters, or{' '}
          <Link
            to="/indicators"
            search={{ ...keptFigures(search), ...(search.release && { release: search.release }) }}
          >
            see all indicators
          </Link>
          .
        </p>
      )}
      <Found found={found} search={search} />
      <ReleaseLine release={list.data.release} asked={search.release} />
    </>
  );
}

function foundWords(found: number, all: number, search: IndicatorsSearch): string {
  if (found === 0) return 'No indicator is found.';
  if (found === all) return 'All are shown.';
  const only = search.figures === 'real' && !isNarrowed(search) ? ', those of real figures' : '';
  return `${countOf(found, 'indicator', 'indicators')} of ${all}${only}.`;
}

/** By aim, folded away until something is looked for. */
const Found = ({ found, search }: { found: readonly Held[]; search: IndicatorsSearch }) =>
  aims.map(({ id, label }) => {
    const own = found.filter(({ indicator }) => indicator.aim === id);
    return own.length === 0 ? null : (
      <FoldSection
        // Another search unfolds what was folded by hand.
        key={`${id} ${isNarrowed(search)}`}
        id={`aim-${id}`}
        className="catalogue"
        title={label}
        note={countOf(own.length, 'indicator', 'indicators')}
        open={isNarrowed(search)}
      >
        <IndicatorsTable held={own} search={search} label={label} />
      </FoldSection>
    );
  });
