/** Where the partnership stands on its aims, for each population group. Pure. */
import type { BoardKey, StoredEstimate } from '../../db/queries/estimates.ts';
import type { StoredArea } from '../../db/queries/releases.ts';
import { ageField } from '../contract/ages.ts';
import type { BoardQuery, BoardReply, BoardRow } from '../contract/board-reply.ts';
import { aims, populationGroups } from '../contract/dimensions.ts';
import type { Estimate } from '../contract/estimate.ts';
import type { Place } from '../contract/place.ts';
import type { TrendReply } from '../contract/replies.ts';
import type { Outcome } from '../judge/figures/two-figures.ts';
import { estimateView } from '../judge/release/estimate-view.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';
import { Unavailable } from '../judge/release/unavailable.ts';
import { type ChangeDraft, changeDraft, changeView } from './board-change.ts';
import { type ComparisonDraft, comparisonDraft, comparisonView } from './board-comparison.ts';
import { decisionsOn, targetOn } from './board-documents.ts';
import { type Family, familyOf } from './board-family.ts';
import { type GapDraft, gapDraft, gapView, testsOfGap } from './board-gap.ts';
import { type BoardQuestion, lastPeriods } from './board-questions.ts';
import { aimSummary } from './board-sentences.ts';
import { meaningOf } from './meaning.ts';
import { boardOpening } from './opening/board-opening.ts';
import { pointsOf } from './trend-view.ts';
import { periodWords, titleOf } from './words.ts';

type Row = StoredEstimate & { readonly series_id: number };

interface Draft {
  readonly question: BoardQuestion;
  readonly points: TrendReply['points'];
  readonly latest: Estimate;
  readonly change: ChangeDraft;
  readonly comparisons: readonly ComparisonDraft[];
  readonly gaps: readonly GapDraft[];
}

const SPARKLINE = 24;
const METHOD =
  'Two-sided tests at 5%, corrected for all made on this page (Benjamini-Hochberg): real figures together, and synthetic ones apart, so that made-up figures weigh on no real verdict. Choosing a population group changes no verdict.';

/** The figures one board needs. */
export function boardKey(area: StoredArea, questions: readonly BoardQuestion[]): BoardKey {
  return {
    histories: [...new Set(questions.map(({ series }) => series.id))],
    area: area.code,
    moments: questions.flatMap(({ series, period, breakdowns }) => [
      ...area.parents.map(({ code }) => ({ series: series.id, period, area: code })),
      ...breakdowns.flatMap(({ groups }) =>
        groups.flatMap((group) =>
          lastPeriods(group.series, area.type).map((one) => ({
            series: group.series.id,
            period: one,
            area: area.code,
          })),
        ),
      ),
    ]),
  };
}

/** @throws Unavailable where the board has no row for the population group asked for. */
export function boardView(
  area: StoredArea,
  { populationGroup, release: asked }: BoardQuery,
  questions: readonly BoardQuestion[],
  rows: readonly Row[],
  snapshot: Snapshot,
  place: Place,
): BoardReply {
  const bySeries = Map.groupBy(rows, (row) => row.series_id);
  const drafts = questions.map((question) => draftOf(question, area, bySeries));
  const [real, synthetic] = [false, true].map((made) =>
    familyOf(drafts.filter((draft) => isSynthetic(draft) === made).flatMap(testsOf)),
  );
  if (real === undefined || synthetic === undefined) throw new Error('two lists give two families');
  const { code, name, type } = area;
  const views = drafts.map((draft) =>
    rowView(draft, isSynthetic(draft) ? synthetic : real, area, snapshot, place),
  );
  const groups = populationGroups
    .map(({ id }) => id)
    .filter((id) => views.some((row) => row.populationGroup === id));
  if (populationGroup !== undefined && !groups.includes(populationGroup))
    throw new Unavailable('populationGroup', populationGroup, groups);
  const shown = views.filter((row) => (populationGroup ?? row.populationGroup) === row.populationGroup);
  const counted = ({ compared, expectedByChance }: Family) => ({ compared, expectedByChance });
  return {
    release: snapshot.release,
    asOf: snapshot.asOf,
    query: {
      area: code,
      ...(populationGroup !== undefined && { populationGroup }),
      ...(asked !== undefined && { release: asked }),
    },
    area: { code, name, type },
    populationGroups: groups,
    opening: boardOpening(shown),
    aims: aims.map(({ id, label }) => {
      const own = shown.filter((row) => row.aim === id);
      return { aim: id, label, summary: aimSummary(own), rows: own };
    }),
    tests: { real: counted(real), synthetic: counted(synthetic), method: METHOD },
  };
}

const isSynthetic = ({ latest }: Draft) => latest.status === 'shown' && latest.basis === 'synthetic';

const testsOf = ({ change, comparisons, gaps }: Draft): Outcome[] => [
  change.outcome,
  ...comparisons.map(({ outcome }) => outcome),
  ...gaps.flatMap(testsOfGap),
];

function draftOf(question: BoardQuestion, area: StoredArea, bySeries: ReadonlyMap<number, Row[]>): Draft {
  const { indicator, series, period, breakdowns } = question;
  const held = bySeries.get(series.id) ?? [];
  const points = pointsOf(
    indicator,
    held.filter((row) => row.area_code === area.code),
  );
  const latest = points.find((point) => point.period === period)?.estimate ?? NO_FIGURE;
  const groupRows = (id: number) => (bySeries.get(id) ?? []).filter((row) => row.area_code === area.code);
  return {
    question,
    points,
    latest,
    change: changeDraft(question, points),
    comparisons: area.parents.flatMap((parent) => {
      const row = held.find((one) => one.area_code === parent.code && one.period === period);
      return row === undefined ? [] : [comparisonDraft(question, latest, parent, estimateView(row))];
    }),
    gaps: breakdowns.flatMap((groups) => gapDraft(question, groups, groupRows) ?? []),
  };
}
/** What the source itself says of the figure, where we have no verdict against the same area. */
function ofSource(latest: Estimate, compared: BoardRow['comparisons']): BoardRow['sourceVerdict'] {
  const told = latest.status === 'shown' ? latest.sourceVerdict : undefined;
  const ours = compared.some(
    ({ area, verdict }) => area.name === told?.against && verdict !== 'not-compared',
  );
  return told === undefined || ours ? null : told;
}

/** Sharper than a line of a few pixels can show; the trend has the figure itself. */
const drawn = (value: number, { decimals }: BoardQuestion['indicator']) =>
  Number(value.toFixed(decimals + 1));
const NO_FIGURE: Estimate = { status: 'missing', reason: 'There is no figure for this area.' };

function rowView(draft: Draft, family: Family, area: StoredArea, snapshot: Snapshot, place: Place): BoardRow {
  const { question, points, latest, change, comparisons, gaps } = draft;
  const { indicator, group, stratum, series, period } = question;
  const { publisher, shortPublisher = publisher, title, url, licence } = indicator.source;
  const compared = comparisons.map((one) => comparisonView(one, indicator, family));
  const coverage = series.coverage.find((row) => row.area_type === area.type && row.period === period);
  return {
    indicator: indicator.id,
    title: titleOf(indicator, stratum, period),
    shortTitle: indicator.shortTitle,
    aim: indicator.aim,
    populationGroup: group.id,
    membership: group.membership,
    stratum,
    unit: indicator.unit,
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    ...meaningOf(indicator),
    period,
    periodLabel: periodWords(indicator, period),
    ...ageField(period, snapshot.asOf),
    latest,
    basis: latest.status === 'shown' ? latest.basis : (coverage?.basis ?? 'published'),
    sparkline: points
      .slice(-SPARKLINE)
      .map(({ estimate }) => (estimate.status === 'shown' ? drawn(estimate.value, indicator) : null)),
    change: changeView(change, indicator, family),
    comparisons: compared,
    sourceVerdict: ofSource(latest, compared),
    gaps: gaps.map((one) => gapView(one, indicator, family)),
    target: targetOn(question, area, points, snapshot, place),
    decisions: decisionsOn(indicator.id, snapshot),
    source: { publisher, shortPublisher, title, url, licence },
  };
}
