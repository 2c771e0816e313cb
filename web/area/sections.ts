import type { AreaIndicator } from '../../server/contract/area-replies.ts';
import { type Aim, aims, type PopulationGroup, populationGroups } from '../../server/contract/dimensions.ts';

export interface GroupRows {
  readonly group: PopulationGroup;
  readonly label: string;
  readonly rows: readonly AreaIndicator[];
}
export interface AimRows {
  readonly aim: Aim;
  readonly label: string;
  readonly groups: readonly GroupRows[];
}

/** Rows by aim and by population group, both in the order of the contract; what is empty is left out. */
export function sectionsOf(rows: readonly AreaIndicator[]): AimRows[] {
  return aims
    .map(({ id: aim, label }) => ({ aim, label, groups: groupsOf(rows.filter((row) => row.aim === aim)) }))
    .filter(({ groups }) => groups.length > 0);
}

const groupsOf = (rows: readonly AreaIndicator[]): GroupRows[] =>
  populationGroups
    .map(({ id: group, label }) => ({
      group,
      label,
      rows: rows.filter((row) => row.populationGroup === group),
    }))
    .filter((one) => one.rows.length > 0);
