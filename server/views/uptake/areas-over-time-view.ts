/** One indicator over all areas of a type and every period: what a map with a slider is drawn from. Pure. */
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import type { AreasOverTimeReply, OverTimePoint } from '../../contract/over-time-replies.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { Place } from '../../contract/place.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import type { ResolvedAreaType } from '../../judge/release/resolve.ts';
import { roundedToOf } from '../../judge/release/rounded-to.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { weightedBreaksOf } from '../comparing/breaks.ts';
import { editionDrawn } from '../geography/geography-view.ts';
import { datedBy, periodWords, titleOf } from '../writing/words.ts';
import { figureFactsOf } from './figure-facts.ts';

export function areasOverTimeView(
  indicator: Indicator,
  { series, stratum, areaType }: ResolvedAreaType,
  rows: readonly SelectedEstimate[],
  snapshot: Snapshot,
  place: Place,
): AreasOverTimeReply {
  const own = rows.filter((row) => row.area_type === areaType);
  const ofPlace = rows.filter((row) => row.area_type === place.type && row.area_code === place.code);
  const periods = [...new Set(own.map((row) => row.period))].sort(comparePeriods);
  const pointsOf = (ofArea: readonly SelectedEstimate[]) => {
    const byPeriod = new Map(ofArea.map((row) => [row.period, row]));
    return periods.flatMap((period): OverTimePoint[] => {
      const row = byPeriod.get(period);
      return row === undefined ? [] : [{ period, ...estimateView(row) }];
    });
  };
  const areas = [...Map.groupBy(own, (row) => row.area_code)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, ofArea]) => ({
      code,
      name: snapshot.nameOf(areaType, code) ?? code,
      points: pointsOf(ofArea),
    }));
  const weights = weightsOf(periods);
  const shown = areas.flatMap(({ points }) =>
    points.flatMap((point) =>
      point.status === 'shown' ? [{ value: point.value, weight: weights.get(point.period) ?? 1 }] : [],
    ),
  );
  return {
    release: snapshot.release,
    ...datedBy(indicator, snapshot),
    query: { indicator: indicator.id, areaType, ...stratum },
    title: titleOf(indicator, stratum),
    edition: editionDrawn(indicator, areaType, snapshot),
    ...figureFactsOf(indicator, stratum.ageBand, roundedToOf(series.version_id, snapshot)),
    periods: periods.map((period) => ({ period, label: periodWords(indicator, period) })),
    breaks: weightedBreaksOf(shown, indicator.decimals),
    areas,
    whole: { code: place.code, name: place.name, points: pointsOf(ofPlace) },
  };
}

/**
 * The newest period counts as much as all before it together: it is what people look at first, and among many early
 * dates it would lie in one colour.
 */
function weightsOf(periods: readonly string[]): ReadonlyMap<string, number> {
  const earlier = Math.max(1, periods.length - 1);
  return new Map(periods.map((period, at) => [period, at === periods.length - 1 ? 1 : 1 / earlier]));
}
