/** One figure of an area with all that stands beside it, first without and then with the answers of its comparisons. Pure. */

import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import type { SelectedArea } from '../../../db/queries/releases.ts';
import type { Answer } from '../../contract/answer.ts';
import type { AreaIndicator } from '../../contract/area-replies.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { Place } from '../../contract/place.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { Candidate } from '../../judge/candidate.ts';
import { areaCandidate, untestedArea } from '../../judge/candidates/of-areas.ts';
import type { AreaQuestion } from '../../judge/release/area-questions.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import { methodBreaks } from '../../judge/release/method-breaks.ts';
import { roundedToOf } from '../../judge/release/rounded-to.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { targetOn } from '../board/board-documents.ts';
import { compared } from '../comparing/compared-area.ts';
import { type ComparisonDraft, comparisonDrafts, comparisonView } from '../comparing/larger-areas.ts';
import { headlineOf } from '../indicators/other-ways.ts';
import { sparklineOf } from '../indicators/sparkline.ts';
import { pointsOfTrend, trendBeside } from '../indicators/trend-view.ts';
import { figureRow, NO_FIGURE, noFigure } from '../writing/figure-row.ts';

export interface AreaDraft {
  readonly question: AreaQuestion;
  /** What counts are rounded to the nearest of; null where they are not. */
  readonly roundedTo: number | null;
  /** Against the rest of the place. */
  readonly candidate: Candidate;
  /** Of the whole place, against larger areas. */
  readonly comparisons: readonly ComparisonDraft[];
  /** Whose figures over time are followed: of what nobody publishes for such areas, those of the whole place. */
  readonly followed: Pick<SelectedArea, 'code' | 'type'>;
  readonly points: TrendReply['points'];
  readonly figures: Pick<AreaIndicator, 'estimate' | 'place' | 'country'>;
}

export const countryOf = (place: Place) => place.parents.find(({ type }) => type === 'country');

/** @param held the figures of the question in every period, of the area, the whole place and the larger areas around it. */
export function areaDraft(
  question: AreaQuestion,
  area: SelectedArea,
  held: readonly SelectedEstimate[],
  snapshot: Snapshot,
  place: Place,
): AreaDraft {
  const now = held.filter((row) => row.period === question.period);
  const at = (code: string | undefined) => now.find((row) => row.area_code === code);
  const [here, whole, wide] = [at(area.code), at(place.code), at(countryOf(place)?.code)];
  const asked = { ...question, areaType: area.type };
  const roundedTo = roundedToOf(question.series.version_id, snapshot);
  const followed = question.publishedHere ? area : place;
  const isPlace = area.code === place.code;
  return {
    question,
    roundedTo,
    candidate:
      here === undefined
        ? untestedArea(asked, area.code, NO_FIGURE)
        : areaCandidate(asked, here, whole, snapshot, place),
    comparisons:
      isPlace && here !== undefined
        ? comparisonDrafts({ ...question, roundedTo }, area, now, snapshot, place)
        : [],
    followed,
    points: pointsOfTrend(
      question.indicator,
      held.filter((row) => row.area_code === followed.code),
    ),
    figures: {
      estimate: question.publishedHere ? estimateOr(here) : null,
      place: whole ? estimateView(whole) : null,
      country: wide ? estimateView(wide) : null,
    },
  };
}

const estimateOr = (row: SelectedEstimate | undefined): Estimate =>
  row === undefined ? noFigure : estimateView(row);

/** Every comparison of the row, and those judged with it. */
export const candidatesOf = ({ candidate, comparisons }: AreaDraft): Candidate[] => [
  candidate,
  ...comparisons.flatMap(({ together }) => together),
];

export function areaRow(
  draft: AreaDraft,
  answers: ReadonlyMap<string, Answer>,
  area: SelectedArea,
  snapshot: Snapshot,
  place: Place,
): AreaIndicator {
  const { question, roundedTo, candidate, comparisons, followed, points, figures } = draft;
  const headline = headlineOf({ ...question, area: followed }, points, snapshot);
  return {
    ...figureRow(question, snapshot),
    finestArea: question.indicator.finestArea,
    areaTypes: [...question.areaTypes],
    publishedHere: question.publishedHere,
    ...figures,
    ...compared(candidate, answers),
    comparisons: comparisons.map((one) => comparisonView(one, answers)),
    change: headline?.change ?? null,
    sparkline: sparklineOf(points, question.indicator),
    ...trendBeside(
      question.indicator,
      points,
      methodBreaks(question.indicator.id, followed.code, snapshot),
      headline,
    ),
    target: question.publishedHere
      ? targetOn({ ...question, roundedTo }, area, points, snapshot, place)
      : null,
  };
}
