import type { Kysely } from 'kysely';
import type { ModellingMeasurement } from '../../server/contract/modelling-reply.ts';
import type { ReleaseTables } from '../schema.ts';

export interface StoredModelling {
  readonly version_id: number;
  readonly measurements: readonly ModellingMeasurement[];
}

/** What modelled figures of some versions are off, as it was measured when they were published. */
export async function modellingOf(
  db: Kysely<ReleaseTables>,
  versions: readonly number[],
): Promise<StoredModelling[]> {
  if (versions.length === 0) return [];
  return db.selectFrom('release.modelling').selectAll().where('version_id', 'in', versions).execute();
}
