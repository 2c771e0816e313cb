import './find-page.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { aims, kinds, labelOf } from '../../../server/contract/dimensions.ts';
import type { AreasReply, IndicatorsReply } from '../../../server/contract/replies.ts';
import { allAreasQueryOptions, indicatorsQueryOptions, placeQueryOptions } from '../../shared/api/queries.ts';
import { searchable } from '../../shared/search/match.ts';
import { findByWords } from '../../shared/search/words.ts';
import { Loading } from '../../shared/ui/loading.tsx';
import { navItemsFor } from '../../shared/ui/nav-items.ts';
import { usePageTitle } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import { countOf } from '../../shared/words/format.ts';
import { markedSynthetic } from '../../shared/words/meaning.ts';

const route = getRouteApi('/find');

/** More of one kind are not listed: another word finds fewer. */
const MOST = 20;

/** Areas, indicators and pages by words of their names, small slips forgiven; each says what kind of thing it is. */
export function FindPage() {
  const { q = '' } = route.useSearch();
  const areas = useQuery(allAreasQueryOptions());
  const indicators = useQuery(indicatorsQueryOptions());
  usePageTitle(q === '' ? 'Find' : `Find “${q}”`);
  const error = areas.error ?? indicators.error;
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={() => void Promise.all([areas.refetch(), indicators.refetch()])}
      />
    );
  if (areas.data === undefined || indicators.data === undefined) return <Loading what="names" />;
  return (
    <div className="prose">
      <h1>{q === '' ? 'Find an area, an indicator or a page' : `Found for “${q}”`}</h1>
      <Asking q={q} />
      {q !== '' && <Finds q={q} areas={areas.data.areas} indicators={indicators.data.indicators} />}
    </div>
  );
}

interface FindsProps extends Pick<AreasReply, 'areas'>, Pick<IndicatorsReply, 'indicators'> {
  readonly q: string;
}

function Finds({ q, ...all }: FindsProps) {
  const held = useQuery(placeQueryOptions()).data;
  const areas = findByWords(q, searchable(all.areas), ({ name, code }) => `${name} ${code}`).found;
  const indicators = findByWords(
    q,
    all.indicators,
    ({ id, title, shortTitle }) => `${title} ${shortTitle} ${id}`,
  ).found;
  const pages = findByWords(q, navItemsFor(held), ({ label }) => label).found;
  const count = areas.length + indicators.length + pages.length;
  return (
    <>
      <p role="status">
        {count === 0
          ? 'Nothing is called that. Try fewer or other words, or the code of an area.'
          : `${countOf(count, 'thing is', 'things are')} called that.`}
      </p>
      <FoundList title="Areas" all={areas}>
        {({ code, name, type }) => (
          <li key={code}>
            <Link to="/areas/$code" params={{ code }}>
              {name}
            </Link>
            <span className="find__kind">
              {areaWords(type)[0]}, {code}
            </span>
          </li>
        )}
      </FoundList>
      <FoundList title="Indicators" all={indicators}>
        {(one) => (
          <li key={one.id}>
            <Link to="/indicators/$id" params={{ id: one.id }}>
              {markedSynthetic(one.shortTitle, one)}
            </Link>
            <span className="find__kind">
              {one.title}; {labelOf(kinds, one.kind).toLowerCase()}, {labelOf(aims, one.aim).toLowerCase()}
            </span>
          </li>
        )}
      </FoundList>
      <FoundList title="Pages" all={pages}>
        {({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        )}
      </FoundList>
    </>
  );
}

/** Sends itself where there is no script. */
function Asking({ q }: { readonly q: string }) {
  const navigate = route.useNavigate();
  return (
    <form
      method="get"
      className="find__form"
      onSubmit={(event) => {
        event.preventDefault();
        const words = new FormData(event.currentTarget).get('q');
        void navigate({ search: { q: String(words) } });
      }}
    >
      <input key={q} type="search" name="q" aria-label="Words of a name, or a code" defaultValue={q} />
      <button type="submit" className="quiet-button">
        Find
      </button>
    </form>
  );
}

interface FoundListProps<T> {
  readonly title: string;
  readonly all: readonly T[];
  children(one: T): ReactNode;
}

function FoundList<T>({ title, all, children }: FoundListProps<T>) {
  if (all.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>{all.slice(0, MOST).map(children)}</ul>
      {all.length > MOST && <p>{all.length - MOST} more: another word finds fewer.</p>}
    </>
  );
}
