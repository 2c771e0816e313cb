import '../disparities/disparities.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import type { DisparityOverviewReply } from '../../server/contract/gap-replies.ts';
import { allAreasQuery, indicatorsQuery } from '../api/queries.ts';
import { Answer } from '../disparities/answer.tsx';
import { DescribedFigure } from '../disparities/described-figure.tsx';
import {
  answeredSelection,
  breakdownChoices,
  breakdownValue,
  indicatorChoices,
  referenceChoices,
  schemeOf,
  withinGroups,
} from '../disparities/gap-choices.ts';
import { GapSentence, type SharedWords } from '../disparities/gap-sentence.tsx';
import { LedgerSection } from '../disparities/ledger-section.tsx';
import { OverviewFigure } from '../disparities/overview-figure.tsx';
import { useAnswer, useOverview } from '../disparities/use-disparities.ts';
import {
  changedSearch,
  type DisparitiesChange,
  type DisparitiesSearch,
  validateDisparitiesSearch,
  withBreakdown,
  withIndicator,
} from '../disparities-search.ts';
import { releaseOf } from '../page-search.ts';
import { areaChoices } from '../question/area-choices.ts';
import { InlineSelect } from '../question/inline-select.tsx';
import { select, type Word } from '../question/selection.ts';
import { SpokenWord } from '../question/sentence.tsx';
import { CopyLink } from '../ui/copy-link.tsx';
import { usePageTitle, usePlaceArea } from '../ui/place.ts';
import { ProblemMessage } from '../ui/problem-message.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';

const route = getRouteApi('/disparities');

/** The gaps between groups: all outcomes at one look, then one in full. The URL owns the question. */
export function DisparitiesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const answerTop = useRef<HTMLElement>(null);
  const { overview, busy, error, retry, indicator, asked } = useOverview(search);
  const found = useAnswer(indicator, asked);
  usePageTitle('Disparities');
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
  const words = useSharedWords(overview, found.answer?.reply.polarity);
  const advice = (
    <Link to="/disparities" search={search.release ? { release: search.release } : {}}>
      See the gaps of the whole place.
    </Link>
  );
  if (overview === undefined || words === undefined)
    return error !== null ? (
      <ProblemMessage error={error} onRetry={retry} advice={advice} />
    ) : (
      <p className="loading" role="status">
        Loading figures…
      </p>
    );
  const change = (next: DisparitiesChange) => goTo((old) => changedSearch(old, next));
  const sentence = {
    query: overview.query,
    breakdown: breakdownValue(overview.query),
    words,
    onBreakdown: (value: string) =>
      goTo((old) =>
        withBreakdown(old, schemeOf(value) === undefined ? 'deprivation' : 'ethnicGroup', schemeOf(value)),
      ),
    onArea: (area: string) => change({ area }),
    onReference: (reference: string) => change({ reference }),
  };
  const isHeld = overview.indicators.some((row) => row.indicator === indicator);
  return (
    <article className="gaps">
      <h1>Gaps between groups in {overview.area.name}</h1>
      <GapSentence label="The groups compared" {...sentence} />
      {error !== null && <ProblemMessage error={error} onRetry={retry} advice={advice} />}
      <OverviewFigure
        reply={overview}
        release={releaseOf(search)}
        indicator={indicator}
        group={found.group}
        busy={busy}
        onChoose={choose}
      />
      <DescribedFigure reply={overview} busy={busy} onChoose={choose} />
      <section className="gaps__answer" aria-label="One outcome in full" ref={answerTop} tabIndex={-1}>
        <GapSentence
          label="The question answered below"
          {...sentence}
          subject={
            <InlineSelect
              label="Outcome"
              value={indicator ?? ''}
              choices={indicatorChoices(overview.indicators)}
              onChoose={(id) => goTo((old) => withIndicator(old, id))}
            />
          }
        >
          {isHeld && <WithinWords found={found} onChange={change} />}
        </GapSentence>
        {!isHeld && !busy ? (
          <p className="notice">
            This outcome has no figures for these groups in {overview.area.name}. Choose another above.
          </p>
        ) : found.error !== null ? (
          <ProblemMessage error={found.error} onRetry={found.retry} />
        ) : (
          <Answer found={found} search={search} onChange={change} />
        )}
        <p className="downloads">
          <LinkToAnswer found={found} search={asked} />
        </p>
      </section>
      <LedgerSection
        release={releaseOf(search)}
        onOpen={(next) => {
          goTo(() => ({ ...next, ...(search.release && { release: search.release }) }));
          answerTop.current?.scrollIntoView();
        }}
      />
      <ReleaseLine release={overview.release} asked={search.release} />
    </article>
  );
}

/** What both sentences can be changed to; undefined until it is known. */
function useSharedWords(
  overview: DisparityOverviewReply | undefined,
  polarity: Parameters<typeof referenceChoices>[1],
): SharedWords | undefined {
  const indicators = useQuery(indicatorsQuery()).data?.indicators;
  const areas = useQuery(allAreasQuery()).data?.areas;
  const place = usePlaceArea()?.code;
  return useMemo(() => {
    if (overview === undefined || indicators === undefined || areas === undefined || place === undefined)
      return;
    return {
      breakdown: breakdownChoices(indicators, breakdownValue(overview.query)),
      areas: areaChoices(areas, place),
      references: referenceChoices(overview.groups, polarity),
    };
  }, [overview, indicators, areas, place, polarity]);
}

type Found = ReturnType<typeof useAnswer>;
const spoken: readonly Word[] = ['populationGroup', 'ageBand', 'sex', 'denominator', 'period'];

/** Who is compared and when, as words of the sentence; those with one possible value stay plain. */
function WithinWords({ found, onChange }: { found: Found; onChange(change: DisparitiesChange): void }) {
  const { answer } = found;
  const known = useMemo(() => {
    if (answer === undefined) return undefined;
    const definition = withinGroups(answer.definition, answer.reply);
    return { definition, selection: answeredSelection(answer.reply, definition) };
  }, [answer]);
  if (known === undefined) return null;
  const change = (word: Word, value: string) => {
    const next = select(known.definition, { ...known.selection, [word]: value }, word);
    if (next === undefined) return;
    const { populationGroup, ageBand, sex, denominator, period } = next;
    onChange(validateDisparitiesSearch({ populationGroup, ageBand, sex, denominator, period }));
  };
  return spoken.map((word) => (
    <SpokenWord
      key={word}
      word={word}
      definition={known.definition}
      selection={known.selection}
      place=""
      onChoose={(value) => change(word, value)}
    />
  ));
}

/** The whole question, nothing left to defaults, so that a copied link means the same later. */
function LinkToAnswer({ found, search }: { found: Found; search: DisparitiesSearch }) {
  const router = useRouter();
  const { answer, group } = found;
  if (answer === undefined) return null;
  const whole = validateDisparitiesSearch({ ...search, ...answer.reply.query, ...(group && { group }) });
  const { href } = router.buildLocation({ to: '/disparities', search: whole });
  return <CopyLink url={new URL(href, window.location.origin).href} />;
}
