/** The strata an indicator is published for: its lists, every combination once. Pure. */
import type { Indicator } from '../indicators/indicator.ts';
import type { StratumParts } from './observed.ts';

export function strataOf(indicator: Indicator): StratumParts[] {
  const found = new Map<string, StratumParts>();
  for (const list of indicator.strata) {
    for (const ageBand of list.ageBands ?? ['all']) {
      for (const ethnic of list.ethnicGroups ?? [undefined]) {
        for (const sex of list.sexes ?? ['all']) {
          for (const deprivation of list.deprivation ?? ['all']) {
            const ethnicGroup = ethnic === undefined ? 'all' : `${ethnic.scheme}/${ethnic.group}`;
            const stratum = { ethnicGroup, ageBand, sex, deprivation };
            found.set(Object.values(stratum).join('|'), stratum);
          }
        }
      }
    }
  }
  return [...found.values()];
}
