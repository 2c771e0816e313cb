/** The two measures beside that of a share of people from records: all of its people, and those it leaves out. Pure. */
import { countTableOf } from './count-tables.ts';
import { doseOf, doseTableOf } from './dose-tables.ts';
import type { Indicator } from './indicator.ts';

export interface Complement {
  /** Those with and those without, together. */
  readonly everybody: string;
  readonly without: string;
}

/** Undefined for every indicator that is no share of people from records. */
export function complementOf({ countTable, doseTable }: Indicator): Complement | undefined {
  if (countTable !== undefined) {
    const { people, without } = countTableOf(countTable.id);
    return { everybody: people, without };
  }
  if (doseTable === undefined) return undefined;
  const table = doseTableOf(doseTable.id);
  const { without, awaiting } = doseOf(table, doseTable.dose);
  if (doseTable.part !== 'of-before' && doseTable.part !== 'awaiting')
    return { everybody: table.people, without };
  const before = table.doses[table.doses.findIndex(({ id }) => id === doseTable.dose) - 1];
  return { everybody: before?.with ?? table.people, without: awaiting };
}
