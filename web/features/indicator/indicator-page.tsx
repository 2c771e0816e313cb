import './indicator-page.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type AreaType, isServiceArea } from '../../../server/contract/dimensions.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { indicatorsQueryOptions } from '../../shared/api/queries.ts';
import { insteadOf } from '../../shared/question/instead.ts';
import { GroupMembersNote } from '../../shared/question/membership.tsx';
import {
  areasQueryOf,
  drawnTypes,
  mapped,
  membersOf,
  questionOf,
  select,
  type Word,
  wantedOf,
} from '../../shared/question/selection.ts';
import { Sentence } from '../../shared/question/sentence.tsx';
import { NearIndicators } from '../../shared/search/near-matches.tsx';
import { InsteadNotice } from '../../shared/ui/instead-notice.tsx';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle, usePlaceArea } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { type IndicatorSearch, releaseOf } from '../../shared/url/page-search.ts';
import { BoroughsFigure } from './boroughs-figure.tsx';
import { DefinitionFacts } from './definition-facts.tsx';
import { RankedFigure } from './ranked-figure.tsx';
import { ServiceFiguresOf } from './service-figures.tsx';
import type { SpcArea } from './spc-figure.tsx';
import { TrendFigure } from './trend-figure.tsx';
import { isHeldAlike, useIndicator } from './use-indicator.ts';

const route = getRouteApi('/indicators/$id');

/** One indicator: its figures at the area asked for, over time, and what stands behind them. */
export function IndicatorPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const place = usePlaceArea();
  const list = useQuery(indicatorsQueryOptions(releaseOf(search)));
  const found = useIndicator(id, search);
  const { definition, selection, error, retry } = found;
  usePageTitle(definition?.shortTitle);
  const { area, release } = search;
  const kept = { ...(area && { area }), ...(release && { release }) };
  const changeWord = (word: Word, value: string) => {
    const next = definition && selection && select(definition, { ...selection, [word]: value }, word);
    if (next === undefined) return;
    const { indicator: _, ...question } = questionOf(id, next);
    void navigate({ search: { ...question, ...kept }, resetScroll: false });
  };
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={retry}
        near={<NearPages written={id} />}
        advice={
          <>
            Choose one of <Link to="/indicators">all indicators</Link>.
          </>
        }
      />
    );
  if (definition === undefined || place === undefined) return <Loading />;
  const isOfService = isServiceArea(definition.finestArea);
  return (
    <article className="indicator">
      {selection && <InsteadNotice parts={insteadOf(wantedOf(search), selection)} />}
      <h1>{definition.title}</h1>
      {!isOfService && (
        <Sentence
          indicators={list.data?.indicators ?? []}
          indicator={id}
          definition={definition}
          selection={selection}
          place={place.name}
          onIndicator={(next) => void navigate({ to: '/indicators/$id', params: { id: next }, search: {} })}
          onWord={changeWord}
        />
      )}
      {selection && <GroupMembersNote {...membersOf(definition, selection)} />}
      <GroupsLink definition={definition} place={place.code} release={release} />
      {isOfService ? (
        <ServiceFiguresOf indicator={id} search={search} />
      ) : (
        <Figures found={found} definition={definition} place={place} search={search} />
      )}
      <DefinitionFacts definition={definition} />
      <ReleaseLine release={definition.release} asked={release} />
    </article>
  );
}

interface FiguresProps {
  readonly found: ReturnType<typeof useIndicator>;
  readonly definition: IndicatorReply;
  readonly place: SpcArea & { readonly type: AreaType };
  readonly search: IndicatorSearch;
}

/** Areas in order, and one of them over time. */
function Figures({ found: { selection, reply, wider, busy }, definition, place, search }: FiguresProps) {
  const navigate = route.useNavigate();
  const { area } = search;
  const question = selection && questionOf(definition.id, selection);
  const { areaType: _, period: __, ...stratum } = selection ? areasQueryOf(selection) : {};
  const isSideBySide = mapped.some((type) => type === selection?.areaType);
  const onMap = drawnTypes(definition).some((type) => type === selection?.areaType);
  const hasWhole = definition.areaTypes.includes(place.type);
  const isOfWhole = selection !== undefined && isHeldAlike(definition, selection, place.type);
  const areas: SpcArea[] = [...(hasWhole ? [place] : []), ...(isSideBySide ? (reply?.areas ?? []) : [])];
  return (
    <>
      {reply && question && (
        <RankedFigure
          definition={definition}
          reply={reply}
          wider={wider}
          question={question}
          chosen={area}
          onMap={onMap}
          busy={busy}
        />
      )}
      {selection && isOfWhole && (
        <BoroughsFigure
          definition={definition}
          query={{ ...stratum, period: selection.period, ...releaseOf(search) }}
        />
      )}
      {selection && (
        <TrendFigure
          definition={definition}
          query={{ ...stratum, ...releaseOf(search) }}
          areas={areas}
          chosen={area}
          onChoose={(code) =>
            void navigate({ search: (old) => ({ ...old, area: code }), resetScroll: false })
          }
        />
      )}
    </>
  );
}

/** Pages that may have been meant. */
const NearPages = ({ written }: { written: string }) => (
  <NearIndicators
    written={written}
    linkTo={({ id, shortTitle }) => (
      <Link to="/indicators/$id" params={{ id }}>
        {shortTitle}
      </Link>
    )}
  />
);

interface GroupsLinkProps {
  readonly definition: Pick<IndicatorReply, 'id' | 'groupsIn'>;
  readonly place: string;
  readonly release: string | undefined;
}

/** To the gaps in the place, else in the smallest area around it that has them; nothing where none has. */
function GroupsLink({ definition: { id, groupsIn }, place, release }: GroupsLinkProps) {
  const [nearest] = groupsIn;
  const [way] = nearest?.breakdowns ?? [];
  if (nearest === undefined || way === undefined) return null;
  const isHere = nearest.code === place;
  return (
    <p>
      <Link
        to="/disparities"
        search={{
          indicator: id,
          ...way,
          ...(!isHere && { area: nearest.code }),
          ...(release !== undefined && { release }),
        }}
      >
        How far apart groups are{!isHere && ` in ${nearest.name}`}
      </Link>
    </p>
  );
}
