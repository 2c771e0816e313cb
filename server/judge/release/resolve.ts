/** Fills in what a query leaves out and refuses what the release does not have. Pure. */

import {
  type AreaType,
  type Denominator,
  denominators,
  type EthnicScheme,
} from '../../contract/dimensions.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { IndicatorAreasQuery, Stratum, TrendQuery } from '../../contract/queries.ts';
import type { GroupMembership, Indicator } from '../../indicators/indicator.ts';
import type { SeriesWithCoverage, Snapshot } from './snapshot.ts';
import type { StratumKey } from './stored.ts';
import { Unavailable } from './unavailable.ts';

export interface ResolvedStratum {
  readonly series: SeriesWithCoverage;
  readonly stratum: Stratum;
}
export interface ResolvedAreaType extends ResolvedStratum {
  readonly areaType: AreaType;
}
export interface ResolvedAreas extends ResolvedAreaType {
  readonly period: string;
}

export type StratumQuery = Omit<TrendQuery, 'release' | 'area'>;

/**
 * The series, type of area and period a question about areas means; what it leaves out takes the default.
 *
 * @param indicator what is asked about.
 * @param query as it was asked.
 * @param snapshot the release.
 * @returns wards and the newest period with a figure, where nothing is asked for.
 * @throws Unavailable naming the field and the values there are figures for.
 * @see README of server/judge: what a release holds.
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
 * @see README of server/judge: what a release holds.
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
 * @see README of server/judge: what a release holds.
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
export const hasShown = (series: SeriesWithCoverage, type: AreaType) =>
  series.coverage.some((row) => row.area_type === type && row.shown > 0);

/**
 * The one series of the candidates that a query and the defaults of the indicator name.
 *
 * @param indicator what is asked about.
 * @param query what is asked for by name is kept to; the rest takes the default.
 * @param candidates the series there are.
 * @returns the series, and the stratum it is of.
 * @throws Unavailable naming the field and the values there are figures for.
 * @see README of server/judge: what a release holds.
 * @example resolveStratum(indicator, {}, snapshot.seriesOf('made-up')).series; // { id: 1, ethnic_group: 'all' }
 */
export function resolveStratum(
  indicator: Indicator,
  query: StratumQuery,
  candidates: readonly SeriesWithCoverage[],
): ResolvedStratum {
  const group = resolveGroup(indicator, query);
  const ethnicGroup = ethnicKey(query);
  // Parts asked for by name come first, so that a default never rules out what was asked for.
  let left = candidates;
  left = keep(left, 'denominator', (one) => one.denominator, query.denominator);
  left = keep(left, 'ethnicGroup', (one) => one.ethnic_group, ethnicGroup);
  left = keep(left, 'sex', (one) => one.sex, query.sex);
  left = keep(left, 'deprivation', (one) => one.deprivation, query.deprivation);
  left = keep(
    left.filter((one) => group.ageBands.includes(one.age_band)),
    'ageBand',
    (one) => one.age_band,
    query.ageBand,
  );
  left = prefer(left, (one) => one.denominator, ['', ...denominatorOrder(indicator)]);
  left = prefer(left, (one) => one.ethnic_group, ['all']);
  left = prefer(left, (one) => one.sex, ['all']);
  left = prefer(left, (one) => one.deprivation, ['all']);
  left = prefer(left, (one) => one.age_band, group.ageBands);
  const [series] = left;
  if (series === undefined)
    throw new Unavailable(
      'populationGroup',
      group.id,
      indicator.populationGroups.map((g) => g.id),
      { indicator },
    );
  return { series, stratum: stratumOf(series, group) };
}

function resolveGroup(indicator: Indicator, query: StratumQuery): GroupMembership {
  const groups = indicator.populationGroups;
  const asked = query.populationGroup;
  const group =
    asked === undefined
      ? (groups.find((one) => query.ageBand !== undefined && one.ageBands.includes(query.ageBand)) ??
        groups[0])
      : groups.find((one) => one.id === asked);
  if (group === undefined)
    throw new Unavailable(
      'populationGroup',
      asked ?? '',
      groups.map((one) => one.id),
      { indicator },
    );
  if (query.ageBand !== undefined && !group.ageBands.includes(query.ageBand)) {
    throw new Unavailable('ageBand', query.ageBand, group.ageBands, { indicator });
  }
  return group;
}

function ethnicKey(query: StratumQuery): string | undefined {
  if (query.ethnicGroup === undefined || query.ethnicGroup === 'all') return query.ethnicGroup;
  return `${query.ethnicScheme ?? 'census-2021-5'}/${query.ethnicGroup}`;
}

function keep(
  candidates: readonly SeriesWithCoverage[],
  field: string,
  part: (series: SeriesWithCoverage) => string,
  asked: string | undefined,
): readonly SeriesWithCoverage[] {
  if (asked === undefined) return candidates;
  const kept = candidates.filter((one) => part(one) === asked);
  if (kept.length > 0) return kept;
  const has = [...new Set(candidates.map(part))].filter((value) => value !== '');
  throw new Unavailable(
    field,
    asked.replace(/^.*\//, ''),
    has.map((value) => value.replace(/^.*\//, '')),
  );
}

function prefer(
  candidates: readonly SeriesWithCoverage[],
  part: (series: SeriesWithCoverage) => string,
  order: readonly string[],
): readonly SeriesWithCoverage[] {
  for (const value of order) {
    const kept = candidates.filter((one) => part(one) === value);
    if (kept.length > 0) return kept;
  }
  const first = candidates[0];
  return first === undefined ? [] : candidates.filter((one) => part(one) === part(first));
}

function denominatorOrder(indicator: Indicator): readonly (Denominator | '')[] {
  return indicator.valueType === 'proportion'
    ? indicator.denominators.map((one) => one.id)
    : denominators.map((d) => d.id);
}

/**
 * The stratum of a series, as queries and replies write it.
 *
 * @param series as it is stored, an ethnic group with its scheme.
 * @param group the population group it is shown for.
 * @returns scheme and group apart.
 * @throws nothing.
 * @see README of server/judge: what a release holds.
 * @example stratumOf({ ethnic_group: 'nhs-16/african', age_band: '65-plus', sex: 'all', deprivation: 'all', denominator: 'nims' }, { id: 'frailty' });
 *   // { populationGroup: 'frailty', ethnicScheme: 'nhs-16', ethnicGroup: 'african', ageBand: '65-plus', denominator: 'nims' }
 */
export function stratumOf(
  series: StratumKey & Pick<SeriesWithCoverage, 'denominator'>,
  group: Pick<GroupMembership, 'id'>,
): Stratum {
  const [scheme, ethnicGroup] = series.ethnic_group.split('/');
  return {
    populationGroup: group.id,
    ...(ethnicGroup !== undefined && { ethnicScheme: scheme as EthnicScheme }),
    ethnicGroup: ethnicGroup ?? 'all',
    ageBand: series.age_band,
    sex: series.sex as Stratum['sex'],
    deprivation: series.deprivation as Stratum['deprivation'],
    ...(series.denominator !== '' && { denominator: series.denominator }),
  };
}

/**
 * The newest period of a type of area with a shown figure; where none is shown, the newest.
 *
 * @param series with what it covers.
 * @param areaType the type of area.
 * @returns undefined where it has no such areas.
 * @throws nothing.
 * @see README of server/judge: what a release holds.
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
 * @see README of server/judge: what a release holds.
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
