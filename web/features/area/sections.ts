import type { AreaIndicator } from '../../../server/contract/area-replies.ts';
import { aims, type PopulationGroup, populationGroups } from '../../../server/contract/dimensions.ts';

interface GroupRows {
  readonly group: PopulationGroup;
  readonly label: string;
  readonly rows: readonly AreaIndicator[];
}
export interface AimRows {
  /** An aim; or what is described beside them: causes of health, and who lives here. */
  readonly aim: string;
  readonly label: string;
  readonly groups: readonly GroupRows[];
}

interface Section {
  readonly id: string;
  readonly label: string;
  has(row: AreaIndicator): boolean;
}

const isOutcome = ({ kind }: AreaIndicator) => kind === 'outcome' || kind === 'service';

const sections: readonly Section[] = [
  ...aims.map(({ id, label }) => ({
    id,
    label,
    has: (row: AreaIndicator) => isOutcome(row) && row.aim === id,
  })),
  {
    id: 'described',
    label: 'What shapes health, and who lives here: described, not judged',
    has: (row) => !isOutcome(row),
  },
];

/** Outcomes and services by aim, then what is described; each by population group. What is empty is left out. */
export function sectionsOf(rows: readonly AreaIndicator[]): AimRows[] {
  return sections
    .map(({ id: aim, label, has }) => ({ aim, label, groups: groupsOf(rows.filter(has)) }))
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
