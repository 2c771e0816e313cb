/** Where the partnership stands on its aims, for each population group. Pure. */

import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import type { SelectedArea } from '../../../db/queries/releases.ts';
import type { Answer } from '../../contract/answer.ts';
import type { BoardAim, BoardQuery, BoardReply, BoardRow } from '../../contract/board-reply.ts';
import { aims, labelOf, populationGroups } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import { lowerFirst } from '../../contract/phrases.ts';
import type { Place } from '../../contract/place.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { Candidate } from '../../judge/candidate.ts';
import { changeOf } from '../../judge/candidates/of-changes.ts';
import { partsOfGroups } from '../../judge/groups/question.ts';
import { FALSE_DISCOVERY_RATE } from '../../judge/judge.ts';
import { lookUp } from '../../judge/look-up.ts';
import { methodBreaks } from '../../judge/release/method-breaks.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { Unavailable } from '../../judge/release/unavailable.ts';
import { type ChangeDraft, changeView } from '../comparing/change-view.ts';
import { type ComparisonDraft, comparisonDrafts, comparisonView } from '../comparing/larger-areas.ts';
import { sourceVerdictOn } from '../comparing/source-verdict-on.ts';
import { sparklineOf } from '../indicators/sparkline.ts';
import { pointsOfTrend } from '../indicators/trend-view.ts';
import { figureRow, noFigure } from '../writing/figure-row.ts';
import { decisionsOn, targetOn } from './board-documents.ts';
import { boardGapView, type GapDraft, gapDraft } from './board-gap.ts';
import { boardOpening } from './board-opening.ts';
import type { BoardRowQuestion } from './board-questions.ts';
import { aimSummary } from './board-sentences.ts';

type Row = SelectedEstimate & { readonly series_id: number };

interface Draft {
  readonly question: BoardRowQuestion;
  readonly points: TrendReply['points'];
  readonly latest: Estimate;
  readonly change: ChangeDraft;
  readonly comparisons: readonly ComparisonDraft[];
  readonly gaps: readonly GapDraft[];
}

/** @throws Unavailable where the board has no row for the population group asked for. */
export function boardView(
  area: SelectedArea,
  { populationGroup, figures, release: asked, since }: BoardQuery,
  questions: readonly BoardRowQuestion[],
  rows: readonly Row[],
  snapshot: Snapshot,
  place: Place,
): BoardReply {
  const bySeries = Map.groupBy(rows, (row) => row.series_id);
  const drafts = questions.map((question) => draftOf(question, area, bySeries, snapshot, place));
  const answers = lookUp(drafts.flatMap(candidatesOf), snapshot.judgement);
  const { code, name, type } = area;
  const views = drafts.map((draft) => rowView(draft, answers, area, snapshot, place));
  const groups = populationGroups
    .map(({ id }) => id)
    .filter((id) => views.some((row) => row.populationGroup === id));
  if (populationGroup !== undefined && !groups.includes(populationGroup))
    throw new Unavailable('populationGroup', populationGroup, groups, { area });
  const ofGroup = views.filter((row) => (populationGroup ?? row.populationGroup) === row.populationGroup);
  const shown = figures === 'real' ? realAlone(ofGroup) : ofGroup;
  return {
    release: snapshot.release,
    asOf: snapshot.asOf,
    query: {
      area: code,
      ...(populationGroup !== undefined && { populationGroup }),
      ...(asked !== undefined && { release: asked }),
      ...(figures !== undefined && { figures }),
      ...(since !== undefined && { since }),
    },
    area: { code, name, type },
    populationGroups: groups,
    opening: boardOpening(shown, inWords(populationGroup)),
    changed: null,
    aims: aims.map(({ id, label }) => {
      const own = shown.filter((row) => row.aim === id);
      return {
        aim: id,
        label,
        summary: aimSummary(own, figures === 'real' ? 'real figure' : 'figure'),
        awaited: awaitedIn(id, own, populationGroup, snapshot),
        rows: own,
      };
    }),
    tests: testsOf(shown),
  };
}

/** Without what is made for demonstration: rows, and targets and decisions set for it. */
const realAlone = (rows: readonly BoardRow[]): BoardRow[] =>
  rows
    .filter(({ basis }) => basis !== 'synthetic')
    .map((row) => ({
      ...row,
      target: row.target?.synthetic ? null : row.target,
      decisions: row.decisions.filter(({ synthetic }) => !synthetic),
    }));

/** Groups whose list is empty, or all synthetic, of those shown. */
function awaitedIn(
  aim: BoardAim['aim'],
  rows: readonly BoardRow[],
  asked: BoardQuery['populationGroup'],
  { catalogue }: Snapshot,
): BoardAim['awaited'] {
  const real = new Set(
    rows.flatMap(({ basis, populationGroup }) => (basis === 'synthetic' ? [] : [populationGroup])),
  );
  return catalogue.awaited
    .filter((one) => one.aim === aim && (asked ?? one.populationGroup) === one.populationGroup)
    .filter((one) => !real.has(one.populationGroup))
    .map(({ populationGroup, title, publisher, url }) => ({ populationGroup, title, publisher, url }));
}

/** What the opening counts: the list of the board, or the part of it about one population group. */
function inWords(group: BoardQuery['populationGroup']): string {
  const list = 'on the list of the board';
  return group === undefined ? list : `${list} for ${lowerFirst(labelOf(populationGroups, group))}`;
}

/** What the rows shown rest on, real and synthetic apart. */
function testsOf(rows: readonly BoardRow[]): BoardReply['tests'] {
  const count = (own: readonly BoardRow[]) => {
    const all = own.flatMap(({ change, comparisons, gaps }) => [
      change,
      ...comparisons,
      ...gaps.flatMap((gap) => [gap, gap.trend]),
    ]);
    const compared = all.filter(
      ({ untested, compared: among }) => untested === undefined && among > 0,
    ).length;
    return { compared, expectedByChance: compared * FALSE_DISCOVERY_RATE };
  };
  return {
    real: count(rows.filter(({ basis }) => basis !== 'synthetic')),
    synthetic: count(rows.filter(({ basis }) => basis === 'synthetic')),
    method: METHOD,
  };
}
const METHOD =
  'Two-sided tests. Every comparison has one answer, wherever it is shown: it was judged when this release was published, together with everything the release opens with, real and synthetic figures apart. A difference is proven only where the comparisons of its indicator, of its area and of its group or reference each show it, with at most 5% false alarms (Benjamini-Hochberg). What was not judged then, such as where a gap is going, is looked up and judged among the comparisons of its shape.';

const candidatesOf = ({ change, comparisons, gaps }: Draft): Candidate[] => [
  change.candidate,
  ...comparisons.flatMap(({ together }) => together),
  ...gaps.flatMap(({ candidates }) => candidates),
];

function draftOf(
  question: BoardRowQuestion,
  area: SelectedArea,
  bySeries: ReadonlyMap<number, Row[]>,
  snapshot: Snapshot,
  place: Place,
): Draft {
  const { indicator, series, period, breakdowns, roundedTo } = question;
  const held = bySeries.get(series.id) ?? [];
  const points = pointsOfTrend(
    indicator,
    held.filter((row) => row.area_code === area.code),
  );
  const now = held.filter((row) => row.period === period);
  return {
    question,
    points,
    latest: points.find((point) => point.period === period)?.estimate ?? noFigure,
    change: changeOf(
      { ...question, areaType: area.type },
      area.code,
      points,
      roundedTo,
      methodBreaks(indicator.id, area.code, snapshot),
    ),
    comparisons: comparisonDrafts(question, area, now, snapshot, place),
    gaps: breakdowns.flatMap((groups) => {
      const parts = groups.together.flatMap((one) => partsOfGroups(one.breakdown));
      const read = [...new Set(parts.map((part) => part.series))];
      return (
        gapDraft(
          groups,
          read.flatMap((id) => bySeries.get(id) ?? []),
        ) ?? []
      );
    }),
  };
}
function rowView(
  draft: Draft,
  answers: ReadonlyMap<string, Answer>,
  area: SelectedArea,
  snapshot: Snapshot,
  place: Place,
): BoardRow {
  const { question, points, latest, change, comparisons, gaps } = draft;
  const { indicator, series, period } = question;
  const compared = comparisons.map((one) => comparisonView(one, answers));
  const coverage = series.coverage.find((row) => row.area_type === area.type && row.period === period);
  return {
    ...figureRow(question, snapshot),
    latest,
    basis: latest.status === 'shown' ? latest.basis : (coverage?.basis ?? 'published'),
    sparkline: sparklineOf(points, indicator),
    change: changeView(change, answers),
    comparisons: compared,
    sourceVerdict: sourceVerdictOn(latest, compared),
    gaps: gaps.map((one) => boardGapView(one, indicator, answers)),
    target: targetOn(question, area, points, snapshot, place),
    decisions: decisionsOn(indicator.id, snapshot),
  };
}
