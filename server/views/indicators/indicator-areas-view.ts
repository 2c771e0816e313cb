/** One indicator over all areas of a type: what a map, its list and its legend are drawn from. Pure. */
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import type { AreaEstimate, Estimate } from '../../contract/estimate.ts';
import type { Place } from '../../contract/place.ts';
import type { IndicatorAreasReply } from '../../contract/replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { areaCandidates } from '../../judge/candidates/of-areas.ts';
import { lookUp } from '../../judge/look-up.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import type { ResolvedAreas } from '../../judge/release/resolve.ts';
import { roundedToOf } from '../../judge/release/rounded-to.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { breaksOf } from '../comparing/breaks.ts';
import { againstTheRest, compared, untestedWords } from '../comparing/compared-area.ts';
import { comparisonFacts } from '../comparing/comparison-facts.ts';
import { editionDrawn } from '../geography/geography-view.ts';
import { agedPeriodWords, datedBy, titleOf } from '../writing/words.ts';

export function indicatorAreasView(
  indicator: Indicator,
  { series, stratum, areaType, period }: ResolvedAreas,
  rows: readonly SelectedEstimate[],
  snapshot: Snapshot,
  place: Place,
): IndicatorAreasReply {
  const benchmarkRow = rows.find((row) => row.area_type === place.type && row.area_code === place.code);
  const benchmark = benchmarkRow ? estimateView(benchmarkRow) : null;
  const ordered = rows.toSorted((a, b) => (a.area_code < b.area_code ? -1 : 1));
  const own = ordered.filter((row) => row.area_type === areaType);
  const estimates = own.map(estimateView);
  const roundedTo = roundedToOf(series.version_id, snapshot);
  const asked = { indicator, series, areaType, period };
  const candidates = areaCandidates(asked, ordered, snapshot, place);
  const answers = lookUp(candidates, snapshot.judgement);
  const values = estimates.flatMap((estimate) => (estimate.status === 'shown' ? [estimate.value] : []));
  return {
    release: snapshot.release,
    ...datedBy(indicator, snapshot),
    query: { indicator: indicator.id, areaType, period, ...stratum },
    title: `${titleOf(indicator, stratum, period)}, ${agedPeriodWords(indicator, period, snapshot)}`,
    edition: editionDrawn(indicator, areaType, snapshot),
    areas: own.map((row, index) => ({
      code: row.area_code,
      name: snapshot.nameOf(areaType, row.area_code) ?? row.area_code,
      ...(estimates[index] as Estimate),
      ...compared(candidates[index], answers),
    })),
    benchmark: benchmark && ({ code: place.code, name: place.name, ...benchmark } satisfies AreaEstimate),
    breaks: breaksOf(values, indicator.decimals),
    comparison: {
      ...comparisonFacts([...answers.values()], {
        against: againstTheRest(areaType, place),
        figures: estimates,
        roundedTo,
        untested: untestedWords(indicator),
      }),
      roundedTo,
    },
  };
}
