/** What was taken back of everything that was ever published. */
import type { Kysely } from 'kysely';
import type { ReleaseTables } from '../schema.ts';

/** Newest first. */
export async function withdrawalsOf(db: Kysely<ReleaseTables>) {
  return db.selectFrom('release.withdrawal').selectAll().orderBy('id', 'desc').execute();
}
export type StoredWithdrawal = Awaited<ReturnType<typeof withdrawalsOf>>[number];
