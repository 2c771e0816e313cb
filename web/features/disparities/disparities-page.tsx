import { unansweredParts, useSharedWords } from './shared-words.ts';
import './disparities.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import type { DisparityOverviewReply } from '../../../server/contract/gap-replies.ts';
import { indicatorsQueryOptions } from '../../shared/api/queries.ts';
import { InlineSelect } from '../../shared/question/inline-select.tsx';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { InsteadNotice } from '../../shared/ui/instead-notice.tsx';
import { Loading } from '../../shared/ui/loading.tsx';
import { OpeningLines } from '../../shared/ui/opening-lines.tsx';
import { usePageTitle } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { RealFiguresSwitch } from '../../shared/ui/real-figures-switch.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { keptFigures, releaseOf } from '../../shared/url/page-search.ts';
import { changedSearch } from '../../shared/url/read-search.ts';
import { countOf } from '../../shared/words/format.ts';
import { AgesAndSexes } from './ages-and-sexes.tsx';
import { GapAnswer } from './answer.tsx';
import { DescribedFigure } from './described-figure.tsx';
import { type DisparitiesChange, type DisparitiesSearch, withIndicator } from './disparities-search.ts';
import { breakdownValue, indicatorChoices, withHeld } from './gap-choices.ts';
import { GapSentence } from './gap-sentence.tsx';
import { describedOf, describedTitle, outcomesOf } from './held-words.ts';
import { LedgerSection } from './ledger-section.tsx';
import { NotHeld } from './not-held.tsx';
import { OverviewFigure } from './overview-figure.tsx';
import { LinkToAnswer, WithinWords } from './question-parts.tsx';
import { useAnswer, useOverview } from './use-disparities.ts';

const route = getRouteApi('/disparities');

/** The gaps between groups: in all outcomes, or in one. The URL owns the question. */
export function DisparitiesPage() {
  const search = route.useSearch();
  const { answerTop, goTo, choose } = useMoves();
  const { indicator } = search;
  const { overview, refused, busy, error, retry, asked } = useOverview(search);
  const indicators = useQuery(indicatorsQueryOptions(releaseOf(search))).data?.indicators;
  const found = useAnswer(indicator, asked);
  usePageTitle('Disparities');
  const words = useSharedWords(overview, indicator, found.answer?.reply.polarity);
  const advice = <WholePlaceLink search={search} />;
  if (overview === undefined || words === undefined)
    return error !== null ? (
      <ProblemMessage isPage error={error} onRetry={retry} advice={advice} />
    ) : (
      <Loading />
    );
  const change = (next: DisparitiesChange) => goTo((old) => changedSearch(old, next));
  const sentence = {
    query: overview.query,
    breakdown: breakdownValue(overview.query),
    words,
    onBreakdown: (value: string) => goTo((old) => withHeld(old, overview, value)),
    onArea: (area: string) => change({ area }),
    onReference: (reference: string) => change({ reference }),
  };
  const known = indicators?.find(({ id }) => id === indicator);
  const isHeld = overview.indicators.some((row) => row.indicator === indicator);
  const group = found.answer?.reply.query.indicator === indicator ? found.group : undefined;
  return (
    <article className="gaps">
      <InsteadNotice parts={unansweredParts(search, overview, refused, found)} />
      <h1>Gaps between groups in {overview.area.name}</h1>
      <section
        className="gaps__answer"
        aria-label={indicator === undefined ? 'All outcomes and services' : 'One indicator in full'}
        ref={answerTop}
        tabIndex={-1}
      >
        <GapSentence
          label="The question this page answers"
          {...sentence}
          subject={
            <InlineSelect
              label="Indicator"
              name="indicator"
              value={indicator ?? ''}
              choices={indicatorChoices(overview, known)}
              onChoose={(id) => goTo((old) => withIndicator(old, id === '' ? undefined : id))}
            />
          }
        >
          {isHeld && <WithinWords found={found} onChange={change} />}
        </GapSentence>
        <RealFiguresSwitch search={search} onChange={change} />
        {error !== null && <ProblemMessage error={error} onRetry={retry} advice={advice} />}
        {indicator === undefined ? (
          <OpeningLines lines={overview.opening} />
        ) : !isHeld && !busy ? (
          <NotHeld indicator={indicator} overview={overview} known={known} search={search} />
        ) : (
          <OneAnswer found={found} search={search} asked={asked} onChange={change} />
        )}
      </section>
      <Overview overview={overview} search={search} group={group} busy={busy} onChoose={choose} />
      <AgesAndSexes area={overview.area.code} release={releaseOf(search)} />
      <Commitments overview={overview} search={search} />
      <ReleaseLine release={overview.release} asked={search.release} />
    </article>
  );
}

interface CommitmentsProps {
  readonly overview: DisparityOverviewReply;
  readonly search: DisparitiesSearch;
}

/** What was promised about gaps. */
const Commitments = ({ overview, search }: CommitmentsProps) => (
  <LedgerSection
    by={overview.breakdown.by}
    release={releaseOf(search)}
    realOnly={search.figures === 'real'}
    onward={(next) => ({
      ...next,
      ...keptFigures(search),
      ...(search.release && { release: search.release }),
    })}
  />
);

const WholePlaceLink = ({ search }: { search: DisparitiesSearch }) => (
  <Link
    to="/disparities"
    search={{ ...keptFigures(search), ...(search.release && { release: search.release }) }}
  >
    See the gaps of the whole place.
  </Link>
);

/** From one question to the next; what is chosen below leads up to its answer. */
function useMoves() {
  const navigate = route.useNavigate();
  const answerTop = useRef<HTMLElement>(null);
  const goTo = useCallback(
    (next: (old: DisparitiesSearch) => DisparitiesSearch) =>
      void navigate({ search: next, resetScroll: false }),
    [navigate],
  );
  const choose = useCallback(
    (id: string, group: string | undefined) => {
      goTo((old) => withIndicator(old, id, group));
      answerTop.current?.scrollIntoView();
      answerTop.current?.focus({ preventScroll: true });
    },
    [goTo],
  );
  return { answerTop, goTo, choose };
}

interface OneAnswerProps {
  readonly found: ReturnType<typeof useAnswer>;
  readonly search: DisparitiesSearch;
  /** The same with what the overview filled in. */
  readonly asked: DisparitiesSearch;
  onChange(change: DisparitiesChange): void;
}

function OneAnswer({ found, search, asked, onChange }: OneAnswerProps) {
  if (found.error !== null) return <ProblemMessage error={found.error} onRetry={found.retry} />;
  return (
    <>
      <GapAnswer found={found} search={search} onChange={onChange} />
      <p className="downloads">
        <LinkToAnswer found={found} search={asked} />
      </p>
    </>
  );
}

/** All outcomes at one look, and below what is described without verdicts. */
function Overview({ overview, search, group, busy, onChoose }: OverviewProps) {
  return (
    <>
      <FoldSection
        id="all-outcomes"
        className="gaps__section"
        title="All outcomes and services at one look"
        open={search.order !== undefined}
        note={countOf(outcomesOf(overview).length, 'outcome or service', 'outcomes and services')}
      >
        <OverviewFigure
          reply={overview}
          release={releaseOf(search)}
          indicator={search.indicator}
          group={group}
          busy={busy}
          onChoose={onChoose}
        />
      </FoldSection>
      {describedOf(overview).length > 0 && (
        <FoldSection
          id="described"
          className="gaps__section"
          title={describedTitle(overview)}
          note={`${countOf(describedOf(overview).length, 'figure', 'figures')}, described without verdicts`}
        >
          <DescribedFigure reply={overview} busy={busy} onChoose={onChoose} />
        </FoldSection>
      )}
    </>
  );
}

interface OverviewProps {
  readonly overview: DisparityOverviewReply;
  readonly search: DisparitiesSearch;
  readonly group: string | undefined;
  readonly busy: boolean;
  onChoose(indicator: string, group: string | undefined): void;
}
