import { countTableOf } from './count-tables.ts';
import { doseOf, doseTableOf } from './dose-tables.ts';
import type { Indicator } from './indicator.ts';

/** The measure of those whom a share of people from records leaves out; undefined for every other indicator. */
export function complementOf({ countTable, doseTable }: Indicator): string | undefined {
  if (countTable !== undefined) return countTableOf(countTable.id).without;
  if (doseTable === undefined) return undefined;
  const { without, awaiting } = doseOf(doseTableOf(doseTable.id), doseTable.dose);
  return doseTable.part === 'of-before' || doseTable.part === 'awaiting' ? awaiting : without;
}
