/** Which series a query about a stratum means. Pure. */
import { type Denominator, denominators, type EthnicScheme } from '../../contract/dimensions.ts';
import type { Stratum, TrendQuery } from '../../contract/queries.ts';
import type { GroupMembership, Indicator } from '../../indicators/indicator.ts';
import type { SeriesWithCoverage } from './snapshot.ts';
import type { StoredStratum } from './stored.ts';
import { Unavailable } from './unavailable.ts';

export interface ResolvedStratum {
  readonly series: SeriesWithCoverage;
  readonly stratum: Stratum;
}
export type StratumQuery = Omit<TrendQuery, 'release' | 'area'>;

/**
 * The one series of the candidates that a query and the defaults of the indicator name.
 *
 * @param indicator what is asked about.
 * @param query what is asked for by name is kept to; the rest takes the default.
 * @param candidates the series there are.
 * @returns the series, and the stratum it is of.
 * @throws Unavailable naming the field and the values there are figures for.
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
 * @example stratumOf({ ethnic_group: 'nhs-16/african', age_band: '65-plus', sex: 'all', deprivation: 'all', denominator: 'nims' }, { id: 'frailty' });
 *   // { populationGroup: 'frailty', ethnicScheme: 'nhs-16', ethnicGroup: 'african', ageBand: '65-plus', denominator: 'nims' }
 */
export function stratumOf(
  series: StoredStratum & Pick<SeriesWithCoverage, 'denominator'>,
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
