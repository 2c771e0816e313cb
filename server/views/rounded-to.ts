/** Whether the counts of a version are rounded. Pure. */
import { ROUNDED_TO } from '../contract/policies.ts';
import type { Snapshot } from './snapshot.ts';

/** What the counts of a version are rounded to the nearest of; null where they are not. */
export function roundedToOf(version: number, snapshot: Pick<Snapshot, 'versions'>): number | null {
  return snapshot.versions.find(({ id }) => id === version)?.policy === 'protect' ? ROUNDED_TO : null;
}
