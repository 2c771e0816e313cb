/** The whole place at one look. Pure. */
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import { type HomeReply, MOST_AT_A_GLANCE } from '../../contract/home-reply.ts';
import type { Place } from '../../contract/place.ts';
import { rowKey } from '../../contract/row-key.ts';
import { glanceList } from '../../indicators/glance.ts';
import { type AreaQuestion, areaQuestions } from '../../judge/release/area-questions.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { headlineOf } from '../indicators/other-ways.ts';
import { sparklineOf } from '../indicators/sparkline.ts';
import { pointsOfTrend } from '../indicators/trend-view.ts';
import { figureRow } from '../writing/figure-row.ts';

const keyOf = ({ indicator, group, stratum }: AreaQuestion) =>
  rowKey({ indicator: indicator.id, populationGroup: group.id, stratum });

/** The rows of the list that the release has for the place, in the order of the list. */
export function glanceQuestions(snapshot: Snapshot, place: Place): AreaQuestion[] {
  const named = new Set(glanceList.map((key) => key.split('.')[0]));
  const listed = snapshot.catalogue.indicators.filter(({ id }) => named.has(id));
  const held = areaQuestions(listed, snapshot, place.type, place.type).filter(
    ({ publishedHere }) => publishedHere,
  );
  return glanceList.flatMap((key) => held.find((question) => keyOf(question) === key) ?? []);
}

/** @param rows every figure of the place, by series. */
export function glanceView(
  questions: readonly AreaQuestion[],
  rows: ReadonlyMap<number, readonly SelectedEstimate[]>,
  snapshot: Snapshot,
  place: Place,
): HomeReply['glance'] {
  const shown = questions.flatMap((question): HomeReply['glance'] => {
    const { indicator, series, period } = question;
    const points = pointsOfTrend(indicator, rows.get(series.id) ?? []);
    const latest = points.find((point) => point.period === period)?.estimate;
    if (latest?.status !== 'shown' || latest.basis === 'synthetic') return [];
    return [
      {
        ...figureRow(question, snapshot),
        latest,
        basis: latest.basis,
        change: headlineOf({ indicator, series, area: place }, points, snapshot)?.change ?? null,
        sparkline: sparklineOf(points, indicator),
      },
    ];
  });
  return shown.slice(0, MOST_AT_A_GLANCE);
}
