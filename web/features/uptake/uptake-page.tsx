import './uptake.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { belowBase } from '../../shared/api/base-path.ts';
import { GroupMembersNote } from '../../shared/question/membership.tsx';
import type { Word } from '../../shared/question/selection.ts';
import { NearIndicators } from '../../shared/search/near-matches.tsx';
import { CopyLink } from '../../shared/ui/copy-link.tsx';
import { InsteadNotice } from '../../shared/ui/instead-notice.tsx';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle, usePlace } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { changedSearch } from '../../shared/url/read-search.ts';
import { publishedAreaChoices, vaccineChoices } from './choices.ts';
import { type Asked, insteadOfAsked, uptakeChange, wholeGroupOf } from './question.ts';
import { UptakeAnswer } from './uptake-answer.tsx';
import { type UptakeChange, type UptakeSearch, withVaccine } from './uptake-search.ts';
import { UptakeSentence } from './uptake-sentence.tsx';
import { useAsked } from './use-asked.ts';

const route = getRouteApi('/vaccination');

/** Everything but where the map's slider stands: a step of it must not draw the page anew. */
const withoutMoment = ({ moment: _, ...search }: UptakeSearch): UptakeSearch => search;

/** Uptake of a vaccine: now, over time, on the map, and whom to reach next. The URL owns the question. */
export function UptakePage() {
  const search = route.useSearch({ select: withoutMoment, structuralSharing: true });
  const navigate = route.useNavigate();
  const place = usePlace();
  const found = useAsked(search);
  usePageTitle('Vaccine uptake');
  const goTo = useCallback(
    (next: (old: UptakeSearch) => UptakeSearch) => void navigate({ search: next, resetScroll: false }),
    [navigate],
  );
  const change = useCallback((next: UptakeChange) => goTo((old) => changedSearch(old, next)), [goTo]);
  const { asked, indicators, areas } = found;
  const words = useMemo(
    () =>
      asked && indicators && areas
        ? {
            vaccines: vaccineChoices(indicators, asked.definition),
            areas: publishedAreaChoices(areas, asked),
          }
        : undefined,
    [asked, indicators, areas],
  );
  // Another word is asked of the same vaccine, also where its group was what had chosen it.
  const onWord = (word: Word, value: string) =>
    asked && change({ indicator: asked.definition.id, ...uptakeChange(asked, word, value) });
  return (
    <article className="uptake">
      <h1>Vaccine uptake{place !== undefined && ` in ${place}`}</h1>
      {asked && !found.busy && <InsteadNotice parts={insteadOfAsked(search, asked)} />}
      {found.error !== null ? (
        <ProblemMessage
          error={found.error}
          onRetry={found.retry}
          near={<NearVaccines search={search} />}
          advice={<Link to="/vaccination">See COVID-19 doses</Link>}
        />
      ) : found.isUnfit ? (
        <NotHere place={place} />
      ) : asked === undefined || words === undefined || found.place === undefined ? (
        <Loading />
      ) : (
        <>
          <UptakeSentence
            asked={asked}
            vaccines={words.vaccines}
            areas={words.areas}
            onVaccine={(indicator) => goTo((old) => withVaccine(old, indicator))}
            onArea={(area) => change({ area: area === found.place?.code ? undefined : area })}
            onWord={onWord}
          />
          <GroupMembersNote group={wholeGroupOf(asked)} isNarrowed={asked.selection.ethnicity !== 'all'} />
          <UptakeAnswer
            asked={asked}
            place={found.place}
            indicators={indicators ?? []}
            vaccines={words.vaccines}
            search={search}
            onChange={change}
            onVaccine={(indicator) => goTo((old) => withVaccine(old, indicator))}
            onWord={onWord}
          />
          <WaysOn asked={asked} search={search} />
          <ReleaseLine release={asked.definition.release} asked={search.release} />
        </>
      )}
    </article>
  );
}

const NotHere = ({ place = 'this place' }: { place: string | undefined }) => (
  <p className="notice">
    This indicator is not published for areas of {place}. <Link to="/vaccination">See COVID-19 doses</Link>.
  </p>
);

const WaysOn = ({ asked, search }: { asked: Asked; search: UptakeSearch }) => (
  <p className="downloads">
    <LinkToQuestion asked={asked} search={search} />
    <Link to="/indicators/$id" params={{ id: asked.definition.id }} search={releaseText(search)}>
      About this indicator
    </Link>
    <Link to="/vaccination-facts">Facts about vaccination, for residents</Link>
  </p>
);

const releaseText = ({ release }: UptakeSearch) => (release === undefined ? {} : { release });

/** Uptake that may have been meant. */
const NearVaccines = ({ search }: { search: UptakeSearch }) => (
  <NearIndicators
    written={search.indicator ?? ''}
    linkTo={({ id, shortTitle }) => (
      <Link to="/vaccination" search={withVaccine(search, id)}>
        {shortTitle}
      </Link>
    )}
  />
);

/** The whole question, nothing left to defaults, so that a copied link means the same later. */
function LinkToQuestion({ asked, search }: { asked: Asked; search: UptakeSearch }) {
  const whole: UptakeSearch = {
    ...search,
    indicator: asked.definition.id,
    area: asked.area.code,
    ...definedOnly(uptakeChange(asked, 'ageBand', asked.selection.ageBand)),
    period: asked.selection.period,
  };
  const query = new URLSearchParams(whole as Record<string, string>);
  return <CopyLink address={`${belowBase('/vaccination')}?${query}`} />;
}

const definedOnly = (change: UptakeChange): UptakeSearch =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
