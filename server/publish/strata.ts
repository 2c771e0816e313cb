/** The strata an indicator is published for, and at which areas: its lists, every combination once. Pure. */
import type { AreaType } from '../contract/dimensions.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { StratumParts } from './figures.ts';

export interface PublishedStratum {
  readonly stratum: StratumParts;
  readonly areaTypes: readonly AreaType[];
}

export function strataOf(indicator: Indicator): PublishedStratum[] {
  const found = new Map<string, PublishedStratum>();
  for (const list of indicator.strata) {
    const at = list.areaTypes ?? indicator.areaTypes;
    for (const ageBand of list.ageBands ?? ['all']) {
      for (const ethnic of list.ethnicGroups ?? [undefined]) {
        for (const sex of list.sexes ?? ['all']) {
          for (const deprivation of list.deprivation ?? ['all']) {
            const ethnicGroup = ethnic === undefined ? 'all' : `${ethnic.scheme}/${ethnic.group}`;
            const stratum = { ethnicGroup, ageBand, sex, deprivation };
            const key = Object.values(stratum).join('|');
            const listed = found.get(key)?.areaTypes ?? [];
            found.set(key, {
              stratum,
              areaTypes: indicator.areaTypes.filter((type) => listed.includes(type) || at.includes(type)),
            });
          }
        }
      }
    }
  }
  return [...found.values()];
}
