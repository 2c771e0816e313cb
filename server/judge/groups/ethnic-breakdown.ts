/** An indicator by the ethnic groups of one scheme. Pure. */
import { ethnicSchemes } from '../../contract/dimensions.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Part } from '../figures/part.ts';
import { hasCoverage } from '../release/resolve.ts';
import { resolveStratum } from '../release/resolve-stratum.ts';
import type { SeriesWithCoverage } from '../release/snapshot.ts';
import { Unavailable } from '../release/unavailable.ts';
import { bandsOf } from './age-parts.ts';
import { type BreakdownKind, isGroupOf, UNKNOWN } from './breakdown-kinds.ts';
import type { BreakdownQuery, GroupBreakdown } from './group-breakdown.ts';
import { isSameBut, refuseChosen } from './siblings.ts';

/**
 * An indicator by the ethnic groups of one scheme; people of unknown group stand beside them.
 *
 * @param indicator what is asked about.
 * @param query for whom, and by which scheme.
 * @param kinds the ways it can be broken down by ethnic group.
 * @param held its series.
 * @returns the groups that have figures, in the order of the scheme.
 * @throws Unavailable naming the field and the values there are figures for.
 * @see ONS, Census 2021 (5 and 19 groups); NHS Data Dictionary, ethnic category (16+1).
 * @example byEthnicGroup(indicator, {}, breakdownKinds(indicator, borough, context), snapshot.seriesOf('made-up')).groups.map(({ part }) => part.series);
 *   // [2, 3]
 */
export function byEthnicGroup(
  indicator: Indicator,
  query: BreakdownQuery,
  kinds: readonly BreakdownKind[],
  held: readonly SeriesWithCoverage[],
): GroupBreakdown {
  refuseChosen('ethnicGroup', query.ethnicGroup);
  const schemes = kinds.flatMap(({ scheme }) => (scheme === undefined ? [] : [scheme]));
  const kind = kinds.find(({ scheme }) => scheme === (query.ethnicScheme ?? schemes[0]));
  if (kind?.scheme === undefined) throw new Unavailable('ethnicScheme', query.ethnicScheme ?? '', schemes);
  const scheme = ethnicSchemes.find(({ id }) => id === kind.scheme) ?? ethnicSchemes[0];
  const { areaType, codes } = kind.read;
  const here = held.filter((one) => hasCoverage(one, areaType));
  const { ethnicGroup: _, ethnicScheme: __, ...within } = query;
  const chosen = resolveStratum(
    indicator,
    within,
    here.filter((one) => isGroupOf(one, scheme.id)),
  );
  const find = (group: string, ageBand = chosen.series.age_band) =>
    here.find(
      (one) =>
        one.ethnic_group === group &&
        one.age_band === ageBand &&
        isSameBut(one, chosen.series, 'ethnic_group'),
    );
  const partOf = (series: SeriesWithCoverage | undefined): Part | undefined =>
    series && { series: series.id, areaType, codes };
  const groups = scheme.groups.flatMap(({ id, label }) => {
    const series = id === UNKNOWN ? undefined : find(`${scheme.id}/${id}`);
    return series === undefined ? [] : [{ id, label, series }];
  });
  const seriesAt = (band: string) => groups.map(({ id }) => find(`${scheme.id}/${id}`, band));
  return {
    facts: {
      by: 'ethnicGroup',
      label: scheme.label,
      ethnicScheme: scheme.id,
      description: `Ethnic groups of the scheme ${scheme.label}; other schemes draw them differently.`,
      ordered: false,
    },
    stratum: withoutScheme({ ...chosen.stratum, ethnicGroup: 'all' }),
    groups: groups.map(({ id, label, series }) => ({
      id,
      label,
      part: { series: series.id, areaType, codes },
    })),
    unknown: partOf(find(`${scheme.id}/${UNKNOWN}`)),
    whole: partOf(find('all')),
    bandsAt: bandsOf(indicator, chosen.stratum, here, areaType, (band) => {
      const parts = seriesAt(band).map(partOf);
      return parts.every((part) => part !== undefined)
        ? {
            groups: parts,
            unknown: partOf(find(`${scheme.id}/${UNKNOWN}`, band)),
            whole: partOf(find('all', band)),
          }
        : undefined;
    }),
    areaType,
    coverage: groups.flatMap(({ series }) => series.coverage),
    version: chosen.series.version_id,
  };
}

function withoutScheme({ ethnicScheme: _, ...stratum }: Stratum): Stratum {
  return stratum;
}
