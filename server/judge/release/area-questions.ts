/** What there is to ask about one area: every indicator, for each group it is about. Pure. */
import { type AreaType, aims, isServiceArea, populationGroups, sexes } from '../../contract/dimensions.ts';
import { atAges } from '../../contract/good-or-bad.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { GroupMembership, Indicator } from '../../indicators/indicator.ts';
import { hasCoverage, newestPeriod, resolveTrend } from './resolve.ts';
import type { SeriesWithCoverage, Snapshot } from './snapshot.ts';

export interface AreaQuestion {
  /** As it reads at the ages asked about. */
  readonly indicator: Indicator;
  readonly group: GroupMembership;
  readonly series: SeriesWithCoverage;
  readonly stratum: Stratum;
  readonly period: string;
  /** Area types with figures of the indicator, finest first. */
  readonly areaTypes: readonly AreaType[];
  /** Whether there are figures for areas of the type asked about. */
  readonly publishedHere: boolean;
}

/**
 * What there is to ask about one area: every indicator, for each population group it is about, at its newest period.
 *
 * @param indicators the catalogue.
 * @param snapshot the release.
 * @param areaType type of the area.
 * @param placeType type of the place, whose figures stand in for those an area has not.
 * @returns in order of aim, then of population group, then as the catalogue lists them.
 * @example areaQuestions([indicator], snapshot, 'ward', 'borough').map(({ period, publishedHere }) => [period, publishedHere]);
 *   // [['2024-25', true]]
 */
export function areaQuestions(
  indicators: readonly Indicator[],
  snapshot: Snapshot,
  areaType: AreaType,
  placeType: AreaType,
): AreaQuestion[] {
  const all = indicators.flatMap((indicator) => questionsOf(indicator, snapshot, areaType, placeType));
  return all.sort(
    (a, b) =>
      at(aims, a.indicator.aim) - at(aims, b.indicator.aim) ||
      at(populationGroups, a.group.id) - at(populationGroups, b.group.id),
  );
}

const at = (terms: readonly { readonly id: string }[], id: string) =>
  terms.findIndex((term) => term.id === id);

function questionsOf(
  indicator: Indicator,
  snapshot: Snapshot,
  areaType: AreaType,
  placeType: AreaType,
): AreaQuestion[] {
  const held = snapshot.seriesOf(indicator.id);
  const areaTypes = indicator.areaTypes.filter(
    (type) => !isServiceArea(type) && held.some((one) => hasCoverage(one, type)),
  );
  return indicator.populationGroups.flatMap((group) => {
    const ofGroup = held.filter((one) => group.ageBands.includes(one.age_band));
    // The figures of the area itself, else those of the whole place, else whatever there is.
    const type = [areaType, placeType, ...areaTypes].find((candidate) =>
      ofGroup.some((one) => hasCoverage(one, candidate)),
    );
    if (type === undefined) return [];
    return strataOf(indicator, group, type, snapshot).flatMap(({ series, stratum }) => {
      const period = newestPeriod(series, type);
      if (period === undefined) return [];
      return [
        {
          indicator: atAges(indicator, series.age_band),
          group,
          series,
          stratum,
          period,
          areaTypes,
          publishedHere: hasCoverage(series, areaType),
        },
      ];
    });
  });
}

/** The default stratum of a group; one for each sex where there is none for everyone. */
function strataOf(indicator: Indicator, group: GroupMembership, type: AreaType, snapshot: Snapshot) {
  const resolved = resolveTrend(indicator, { populationGroup: group.id }, type, snapshot);
  if (resolved.series.sex === 'all') return [resolved];
  const held = snapshot.seriesOf(indicator.id);
  return sexes
    .filter(({ id }) =>
      held.some(
        (one) =>
          one.sex === id &&
          one.age_band === resolved.series.age_band &&
          one.ethnic_group === resolved.series.ethnic_group &&
          hasCoverage(one, type),
      ),
    )
    .map(({ id }) => resolveTrend(indicator, { populationGroup: group.id, sex: id }, type, snapshot));
}
