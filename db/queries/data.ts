import type { Kysely } from 'kysely';
import type { ReleaseTables } from '../schema.ts';

type Db = Kysely<ReleaseTables>;

/** More refusals than this are history nobody looks for. */
const REFUSALS = 100;

export async function selectLoads(db: Db, versions: readonly number[]) {
  if (versions.length === 0) return [];
  return db
    .selectFrom('release.load')
    .selectAll()
    .where('version_id', 'in', versions)
    .orderBy('load_id', 'desc')
    .execute();
}
export type StoredLoad = Awaited<ReturnType<typeof selectLoads>>[number];

/** Refusals that were public in a release, newest first. */
export async function refusalsOf(db: Db, release: number) {
  return db
    .selectFrom('release.refusal')
    .selectAll()
    .where('release_id', '<=', release)
    .orderBy('refusal_id', 'desc')
    .limit(REFUSALS)
    .execute();
}
export type StoredRefusal = Awaited<ReturnType<typeof refusalsOf>>[number];

export async function publishedAt(db: Db, release: number): Promise<string> {
  const row = await db
    .selectFrom('release.release')
    .select('published_at')
    .where('id', '=', release)
    .executeTakeFirstOrThrow();
  return row.published_at;
}
