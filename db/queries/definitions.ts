/** What versions and releases were published with, as publishing wrote it down. */
import type { Kysely } from 'kysely';
import type { ReleaseTables } from '../schema.ts';

type Db = Kysely<ReleaseTables>;

/** By version; a version published before definitions were kept may have none yet. */
export async function definitionsOf<Body>(db: Db, versions: readonly number[]): Promise<Map<number, Body>> {
  if (versions.length === 0) return new Map();
  const rows = await db
    .selectFrom('release.definitions')
    .select(['version_id', 'body'])
    .where('version_id', 'in', versions)
    .execute();
  return new Map(rows.map(({ version_id, body }) => [version_id, body as Body]));
}

export async function listingOf<Body>(db: Db, release: number): Promise<Body | undefined> {
  const row = await db
    .selectFrom('release.listing')
    .select('body')
    .where('release_id', '=', release)
    .executeTakeFirst();
  return row?.body as Body | undefined;
}
