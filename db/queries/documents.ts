import type { Kysely } from 'kysely';
import type { AnyDocument } from '../../server/contract/documents/schemas.ts';
import type { ReleaseTables } from '../schema.ts';

export async function documentsOf(
  db: Kysely<ReleaseTables>,
  versions: readonly number[],
): Promise<AnyDocument[]> {
  if (versions.length === 0) return [];
  const rows = await db
    .selectFrom('release.document')
    .select('body')
    .where('version_id', 'in', versions)
    .orderBy('kind')
    .execute();
  return rows.map(({ body }) => body);
}
