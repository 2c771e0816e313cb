/** Fills in what a query leaves out and refuses what the release does not have. Pure. */

import type { AreaType } from '../../contract/dimensions.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { IndicatorAreasQuery, TrendQuery } from '../../contract/queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { type ResolvedStratum, resolveStratum } from './resolve-stratum.ts';
import type { SeriesWithCoverage, Snapshot } from './snapshot.ts';
import { Unavailable } from './unavailable.ts';

export interface ResolvedAreaType extends ResolvedStratum {
  readonly areaType: AreaType;
}
export interface ResolvedAreas extends ResolvedAreaType {
  readonly period: string;
}

/**
 * The series, type of area and period a question about areas means; what it leaves out takes the default.
 *
 * @param indicator what is asked about.
 * @param query as it was asked.
 * @param snapshot the release.
 * @returns wards and the newest period with a figure, where nothing is asked for.
 * @throws Unavailable naming the field and the values there are figures for.
 * @example resolveAreas(indicator, {}, snapshot); // { areaType: 'ward', period: '2024-25' }
 */
export function resolveAreas(
  indicator: Indicator,
  query: IndicatorAreasQuery,
  snapshot: Snapshot,
): ResolvedAreas {
  const resolved = resolveAreaType(indicator, query, snapshot);
  return { ...resolved, period: resolvePeriod(resolved.series, resolved.areaType, query.period) };
}

/**
 * The same over every period.
 *
 * @param indicator what is asked about.
 * @param query as it was asked.
 * @param snapshot the release.
 * @returns as `resolveAreas`, without a period.
 * @throws Unavailable naming the field and the values there are figures for.
 * @example resolveAreaType(indicator, { areaType: 'borough' }, snapshot); // { areaType: 'borough' }
 */
export function resolveAreaType(
  indicator: Indicator,
  query: Omit<IndicatorAreasQuery, 'period'>,
  snapshot: Snapshot,
): ResolvedAreaType {
  const all = snapshot.seriesOf(indicator.id);
  const types = indicator.areaTypes.filter((type) => all.some((one) => hasShown(one, type)));
  const areaType = query.areaType ?? (types.includes('ward') ? 'ward' : types[0]);
  if (areaType === undefined || !types.includes(areaType)) {
    throw new Unavailable('areaType', areaType ?? 'areas of any type', types, { indicator });
  }
  const resolved = resolveStratum(
    indicator,
    query,
    all.filter((one) => hasCoverage(one, areaType)),
  );
  return { ...resolved, areaType };
}

/**
 * The series a question about one area over time means.
 *
 * @param indicator what is asked about.
 * @param query as it was asked.
 * @param areaType type of the area.
 * @param snapshot the release.
 * @returns the series, and the stratum it is of.
 * @throws Unavailable naming the field and the values there are figures for.
 * @example resolveTrend(indicator, { ethnicGroup: 'asian' }, 'ward', snapshot).stratum; // { ethnicScheme: 'census-2021-5', ethnicGroup: 'asian', sex: 'all' }
 */
export function resolveTrend(
  indicator: Indicator,
  query: TrendQuery,
  areaType: AreaType,
  snapshot: Snapshot,
): ResolvedStratum {
  const all = snapshot.seriesOf(indicator.id);
  const here = all.filter((one) => hasCoverage(one, areaType));
  if (here.length === 0) {
    const types = indicator.areaTypes.filter((type) => all.some((one) => hasShown(one, type)));
    throw new Unavailable('area', areaType, types, { indicator });
  }
  return resolveStratum(indicator, query, here);
}

export const hasCoverage = (series: SeriesWithCoverage, type: AreaType) =>
  series.coverage.some((row) => row.area_type === type);
const hasShown = (series: SeriesWithCoverage, type: AreaType) =>
  series.coverage.some((row) => row.area_type === type && row.shown > 0);

/**
 * The newest period of a type of area with a shown figure; where none is shown, the newest.
 *
 * @param series with what it covers.
 * @param areaType the type of area.
 * @returns undefined where it has no such areas.
 * @example newestPeriod(snapshot.seriesOf('made-up')[0], 'ward'); // '2024-25'
 */
export function newestPeriod(series: SeriesWithCoverage, areaType: AreaType): string | undefined {
  const rows = series.coverage
    .filter((row) => row.area_type === areaType)
    .sort((a, b) => comparePeriods(b.period, a.period));
  return (rows.find((row) => row.shown > 0) ?? rows[0])?.period;
}

/**
 * The period asked for, where there is one; the newest with a shown figure stands for `latest`.
 *
 * @param series with what it covers.
 * @param areaType the type of area.
 * @param asked as the query has it.
 * @returns a period as queries write it.
 * @throws Unavailable naming the periods there are, newest first.
 * @example resolvePeriod(snapshot.seriesOf('made-up')[0], 'ward', 'latest'); // '2024-25'
 */
export function resolvePeriod(
  series: Pick<SeriesWithCoverage, 'coverage'>,
  areaType: AreaType,
  asked: string | undefined,
): string {
  const rows = series.coverage.filter((row) => row.area_type === areaType);
  const periods = [...new Set(rows.map((row) => row.period))].sort((a, b) => comparePeriods(b, a));
  if (asked !== undefined && asked !== 'latest') {
    if (periods.includes(asked)) return asked;
    throw new Unavailable('period', asked, periods);
  }
  const shown = periods.find((period) => rows.some((row) => row.period === period && row.shown > 0));
  if (shown === undefined) throw new Unavailable('period', 'latest', periods);
  return shown;
}
