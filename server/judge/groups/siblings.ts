/** Series that differ in nothing but the part compared. Pure. */
import type { SeriesWithCoverage } from '../release/snapshot.ts';
import { Unavailable } from '../release/unavailable.ts';

/** The part that is compared is not chosen. */
export function refuseChosen(field: string, value: string | undefined): void {
  if (value !== undefined && value !== 'all') throw new Unavailable(field, value, ['all']);
}

export function isSameBut(
  a: SeriesWithCoverage,
  b: SeriesWithCoverage,
  compared: 'ethnic_group' | 'deprivation',
): boolean {
  const parts = ['ethnic_group', 'deprivation', 'sex', 'denominator', 'version_id'] as const;
  return parts.every((part) => part === compared || a[part] === b[part]);
}
