import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { paths } from '../../../server/contract/paths.ts';
import type { IndicatorAreasQuery } from '../../../server/contract/queries.ts';
import type { IndicatorAreasReply, IndicatorReply } from '../../../server/contract/replies.ts';
import { indicatorsQueryOptions } from '../../shared/api/queries.ts';
import { useLast } from '../../shared/api/use-last.ts';
import { GroupMembersNote } from '../../shared/question/membership.tsx';
import { questionPhrase } from '../../shared/question/phrases.ts';
import { firstQuestion } from '../../shared/question/reader-questions.ts';
import {
  drawnTypes,
  mapped,
  membersOf,
  questionOf,
  select,
  type Word,
} from '../../shared/question/selection.ts';
import { Sentence } from '../../shared/question/sentence.tsx';
import { NearIndicators } from '../../shared/search/near-matches.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { InsteadNotice } from '../../shared/ui/instead-notice.tsx';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle, usePlace } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { type ReleaseSearch, releaseOf } from '../../shared/url/page-search.ts';
import type { Question } from '../../shared/url/question.ts';
import { changedSearch, type SearchChange } from '../../shared/url/read-search.ts';
import { MapControls } from './map-controls.tsx';
import { MapFigure } from './map-figure.tsx';
import { type MapSearch, withQuestion } from './map-search.ts';
import { type Picture, type PictureState, usePicture } from './picture.ts';
import { unanswered, unseen } from './unanswered.tsx';

const route = getRouteApi('/map');

/** The very question of the picture on the screen, while the next is on its way too. */
const downloadOf = (
  { query: { indicator: _, ...query } }: IndicatorAreasReply,
  search: ReleaseSearch,
): IndicatorAreasQuery => ({ ...query, ...releaseOf(search) });

/** The URL owns the question and the way it is looked at; this page reads it, asks, and draws. */
export function MapPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const place = usePlace() ?? 'the place';
  const { list, indicators, indicator } = useIndicators(search);
  const { definition, selection, picture, busy, error, retry } = usePicture(indicator, search);
  const worded = useWorded(definition, selection);
  const question = selection && questionOf(indicator, selection);

  const go = (change: SearchChange<MapSearch>) =>
    void navigate({ search: (old) => changedSearch(old, change), resetScroll: false });
  const changeWord = (word: Word, value: string) => {
    const next = definition && selection && select(definition, { ...selection, [word]: value }, word);
    if (next)
      void navigate({ search: (old) => withQuestion(old, questionOf(indicator, next)), resetScroll: false });
  };

  const view = picture?.reply.comparison.compared === 0 ? 'value' : (search.view ?? 'value');
  const display = search.display ?? 'map';
  const failure = list.error ?? error;
  return (
    <>
      <h1 className="nhsuk-u-visually-hidden">Map of {place}</h1>
      {worded && selection && <InsteadNotice parts={unanswered(search, indicator, worded)} />}
      {picture && !busy && <InsteadNotice parts={unseen(search, picture)} />}
      <Sentence
        indicators={indicators}
        indicator={indicator}
        definition={worded?.definition}
        selection={worded?.selection}
        place={place}
        onIndicator={(id) => go({ indicator: id, period: undefined })}
        onWord={changeWord}
      />
      {worded && <GroupMembersNote {...membersOf(worded.definition, worded.selection)} />}
      {failure !== null ? (
        <ProblemMessage
          error={failure}
          onRetry={list.error === null ? retry : () => void list.refetch()}
          near={<NearOnMap written={indicator} search={search} />}
        />
      ) : definition !== undefined && selection === undefined ? (
        <NoMap definition={definition} place={place} />
      ) : picture === undefined ? (
        <Loading />
      ) : (
        <MapFigure
          picture={picture}
          view={view}
          display={display}
          selected={search.area}
          busy={busy}
          onSelect={(area) => go({ area })}
          downloads={<WaysOn picture={picture} question={question} search={search} />}
          controls={
            <MapControls
              picture={picture}
              view={view}
              display={display}
              search={question === undefined ? search : withQuestion(search, question)}
            />
          }
        />
      )}
      {picture !== undefined && <ReleaseLine release={picture.reply.release} asked={search.release} />}
    </>
  );
}

/** What can be asked of the map, and what is: where the URL names none, the first question we can answer. */
function useIndicators(search: MapSearch) {
  const list = useQuery(indicatorsQueryOptions(releaseOf(search)));
  // The others have no areas side by side; their pages say what they have.
  const indicators = (list.data?.indicators ?? []).filter(
    // What a link asks for is named, also where it has no map.
    (one) => drawnTypes(one).length > 0 || one.id === search.indicator,
  );
  const indicator = search.indicator ?? firstQuestion(indicators.map(({ id }) => id)) ?? '';
  return { list, indicators, indicator };
}

/** The question in words, in the title of the page too; the old words stay until the next are known. */
function useWorded(definition: PictureState['definition'], selection: PictureState['selection']) {
  const worded = useLast(
    useMemo(() => definition && selection && { definition, selection }, [definition, selection]),
  );
  usePageTitle(worded && questionPhrase(worded.definition, worded.selection));
  return worded;
}

/** Indicators that may have been meant, on a map seen the same way. */
const NearOnMap = ({ written, search }: { written: string; search: MapSearch }) => (
  <NearIndicators
    written={written}
    linkTo={({ id, shortTitle }) => (
      <Link to="/map" search={changedSearch(search, { indicator: id })}>
        {shortTitle}
      </Link>
    )}
  />
);

const NoMap = ({ definition, place }: { definition: IndicatorReply; place: string }) => (
  <p className="notice">
    {definition.title}:{' '}
    {mapped.some((type) => definition.areaTypes.includes(type))
      ? `no outlines are held of the areas it is published for`
      : `it is not published for areas within ${place}`}
    , so there is no map of it.{' '}
    <Link to="/indicators/$id" params={{ id: definition.id }}>
      See what is published
    </Link>
    .
  </p>
);

interface WaysOnProps {
  readonly picture: Picture;
  readonly question: Question | undefined;
  readonly search: MapSearch;
}

const WaysOn = ({ picture: { definition, reply }, question, search }: WaysOnProps) => (
  <p className="downloads">
    <DownloadLink
      href={paths.indicatorAreasCsv(definition.id, downloadOf(reply, search))}
      text="Download these figures (CSV)"
    />
    <Link
      to="/indicators/$id"
      params={{ id: definition.id }}
      search={{ ...question, ...(search.release !== undefined && { release: search.release }) }}
    >
      About this indicator
    </Link>
  </p>
);
