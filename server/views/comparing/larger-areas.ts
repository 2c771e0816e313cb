/** A figure beside those of the larger areas it lies in. Pure. */
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import type { SelectedArea } from '../../../db/queries/releases.ts';
import type { Answer } from '../../contract/answer.ts';
import type { BoardRow } from '../../contract/board-reply.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { Place } from '../../contract/place.ts';
import type { Candidate } from '../../judge/candidate.ts';
import { areaCandidates } from '../../judge/candidates/of-areas.ts';
import { widerCandidates } from '../../judge/candidates/of-wider-areas.ts';
import { isTested } from '../../judge/figures/two-figures.ts';
import { answerTo } from '../../judge/look-up.ts';
import type { AreaQuestion } from '../../judge/release/area-questions.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { differenceView } from './change-view.ts';

type Area = Omit<Place, 'parents'>;

export interface ComparisonDraft {
  readonly area: Area;
  readonly estimate: Estimate;
  readonly candidate: Candidate;
  /** Every comparison judged with it. */
  readonly together: readonly Candidate[];
}

/** @param now figures of the row's series in its period: of the area, of those around it and of those like it. */
export function comparisonDrafts(
  question: AreaQuestion & { readonly roundedTo: number | null },
  area: SelectedArea,
  now: readonly SelectedEstimate[],
  snapshot: Snapshot,
  place: Place,
): ComparisonDraft[] {
  const asked = { ...question, areaType: area.type };
  return area.parents.flatMap(({ code, name, type }) => {
    const row = now.find((one) => one.area_code === code);
    if (row === undefined) return [];
    const estimate = estimateView(row);
    const together =
      code === place.code
        ? areaCandidates(asked, now, snapshot, place)
        : widerCandidates(asked, ofType(area, now), { code, type, estimate }, question.roundedTo);
    const candidate = together.find(({ comparison }) => comparison.area === area.code);
    return candidate === undefined ? [] : [{ area: { code, name, type }, estimate, candidate, together }];
  });
}

const ofType = ({ type }: SelectedArea, now: readonly SelectedEstimate[]) =>
  now
    .filter((row) => row.area_type === type)
    .map((row) => ({ code: row.area_code, estimate: estimateView(row) }));

export function comparisonView(
  { area, estimate, candidate }: ComparisonDraft,
  answers: ReadonlyMap<string, Answer>,
): BoardRow['comparisons'][number] {
  const answer = answerTo(candidate, answers);
  const { outcome } = candidate;
  if (!isTested(outcome)) return { area, estimate, ...answer, test: answer.untested ?? '' };
  return { area, estimate, ...answer, difference: differenceView(outcome), test: outcome.test };
}
