/** The wards of the place against the rest of it, on every real outcome and service that may be called better or worse. Pure. */
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { FigureRow } from '../../contract/figure-row.ts';
import { isGoodOrBad } from '../../contract/good-or-bad.ts';
import type { Place } from '../../contract/place.ts';
import { areaCandidates } from '../../judge/candidates/of-areas.ts';
import { lookUp } from '../../judge/look-up.ts';
import { type AreaQuestion, areaQuestions } from '../../judge/release/area-questions.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { compared } from '../comparing/compared-area.ts';
import { figureRow } from '../writing/figure-row.ts';

const WARD = 'ward';

type Row = SelectedEstimate & { readonly series_id: number };

export interface WardFigure extends ReturnType<typeof compared> {
  readonly ward: { readonly code: string; readonly name: string };
  readonly row: FigureRow;
  readonly estimate: Estimate;
}

/** The wards of the newest list. */
export const wardsOf = (snapshot: Snapshot, place: Place) =>
  snapshot.areas.filter(
    ({ type, edition, parents }) =>
      type === WARD &&
      edition === snapshot.editionOf(WARD) &&
      parents.some(({ code }) => code === place.code),
  );

/** Doses counted from records, of many dates and groups, have a page of their own. */
export const wardQuestions = (snapshot: Snapshot, place: Place): AreaQuestion[] =>
  areaQuestions(
    snapshot.catalogue.indicators.filter(({ doseTable }) => doseTable === undefined),
    snapshot,
    WARD,
    place.type,
  ).filter(
    (question) =>
      question.publishedHere &&
      isGoodOrBad(figureRow(question, snapshot)) &&
      question.series.coverage.some(
        ({ area_type, period, basis }) =>
          area_type === WARD && period === question.period && basis !== 'synthetic',
      ),
  );

/** @param rows the figures of the wards and of the place, each series at the period of its question. */
export function wardFiguresShown(
  questions: readonly AreaQuestion[],
  rows: readonly Row[],
  snapshot: Snapshot,
  place: Place,
): WardFigure[] {
  const bySeries = Map.groupBy(rows, ({ series_id }) => series_id);
  const maps = questions.map((question) => {
    const held = bySeries.get(question.series.id) ?? [];
    return {
      question,
      own: held.filter(({ area_type }) => area_type === WARD),
      candidates: areaCandidates({ ...question, areaType: WARD }, held, snapshot, place),
    };
  });
  const answers = lookUp(
    maps.flatMap(({ candidates }) => candidates),
    snapshot.judgement,
  );
  return maps.flatMap(({ question, own, candidates }) => {
    const row = figureRow(question, snapshot);
    return own.map((stored, at) => ({
      ...compared(candidates[at], answers),
      ward: { code: stored.area_code, name: snapshot.nameOf(WARD, stored.area_code) ?? stored.area_code },
      row,
      estimate: estimateView(stored),
    }));
  });
}
