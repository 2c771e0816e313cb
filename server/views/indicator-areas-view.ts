/** One indicator over all areas of a type: what a map, its list and its legend are drawn from. Pure. */
import type { StoredEstimate } from '../../db/queries/estimates.ts';
import type { AreaEstimate, Estimate } from '../contract/estimate.ts';
import type { Place } from '../contract/place.ts';
import type { IndicatorAreasReply } from '../contract/replies.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { measureOf } from '../indicators/measures.ts';
import { estimateView } from '../judge/release/estimate-view.ts';
import type { ResolvedAreas } from '../judge/release/resolve.ts';
import { roundedToOf } from '../judge/release/rounded-to.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';
import { breaksOf } from './breaks.ts';
import { comparisonOf } from './comparison.ts';
import { spokenPolarity } from './meaning.ts';
import { type Judged, verdictsOf } from './verdicts.ts';
import { agedPeriodWords, titleOf } from './words.ts';

export function indicatorAreasView(
  indicator: Indicator,
  { series, stratum, areaType, period }: ResolvedAreas,
  rows: readonly StoredEstimate[],
  snapshot: Snapshot,
  place: Place,
): IndicatorAreasReply {
  const benchmarkRow = rows.find((row) => row.area_type === place.type && row.area_code === place.code);
  const benchmark = benchmarkRow ? estimateView(benchmarkRow) : null;
  const own = rows
    .filter((row) => row.area_type === areaType)
    .sort((a, b) => (a.area_code < b.area_code ? -1 : 1));
  const estimates = own.map(estimateView);
  const roundedTo = roundedToOf(series.version_id, snapshot);
  const judged = verdictsOf(estimates, benchmark, spokenPolarity(indicator), roundedTo);
  const values = estimates.flatMap((estimate) => (estimate.status === 'shown' ? [estimate.value] : []));
  return {
    release: snapshot.release,
    asOf: snapshot.asOf,
    query: { indicator: indicator.id, areaType, period, ...stratum },
    title: `${titleOf(indicator, stratum, period)}, ${agedPeriodWords(indicator, period, snapshot)}`,
    edition: measureOf(indicator.measure).editions[areaType] ?? snapshot.editionOf(areaType),
    areas: own.map((row, index) => ({
      code: row.area_code,
      name: snapshot.nameOf(areaType, row.area_code) ?? row.area_code,
      ...(estimates[index] as Estimate),
      ...(judged[index] as Judged),
    })),
    benchmark: benchmark && ({ code: place.code, name: place.name, ...benchmark } satisfies AreaEstimate),
    breaks: breaksOf(values, indicator.decimals),
    comparison: {
      ...comparisonOf(judged, {
        areaType,
        place,
        roundedTo: judged.map(() => roundedTo),
        untested:
          spokenPolarity(indicator) === 'neutral'
            ? 'None: neither high nor low is called better'
            : 'None: the figures come without counts or limits to test',
      }),
      roundedTo,
    },
  };
}
