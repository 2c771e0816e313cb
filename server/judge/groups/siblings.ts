/** Series that differ in nothing but the part compared. Pure. */
import type { SeriesWithCoverage } from '../release/snapshot.ts';
import { Unavailable } from '../release/unavailable.ts';

/**
 * The part that is compared is not chosen.
 *
 * @param field of the query.
 * @param value asked for.
 * @throws Unavailable for anything but `all`.
 * @example refuseChosen('sex', 'all'); // undefined
 */
export function refuseChosen(field: string, value: string | undefined): void {
  if (value !== undefined && value !== 'all') throw new Unavailable(field, value, ['all']);
}

/**
 * Whether two series differ in nothing but the part compared and in age.
 *
 * @param a one series.
 * @param b another.
 * @param compared the part that may differ.
 * @returns true of a series and itself.
 * @example isSameBut(snapshot.seriesOf('made-up')[1], snapshot.seriesOf('made-up')[2], 'ethnic_group'); // true
 */
export function isSameBut(
  a: SeriesWithCoverage,
  b: SeriesWithCoverage,
  compared: 'ethnic_group' | 'deprivation',
): boolean {
  const parts = ['ethnic_group', 'deprivation', 'sex', 'denominator', 'version_id'] as const;
  return parts.every((part) => part === compared || a[part] === b[part]);
}
