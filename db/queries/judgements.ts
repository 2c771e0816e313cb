import type { Kysely } from 'kysely';
import type { ReleaseTables } from '../schema.ts';

type Db = Kysely<ReleaseTables>;

/** What looking up needs of a release; undefined where it was published before comparisons were judged. */
export async function judgementOf(db: Db, release: number) {
  return db.selectFrom('release.judgement').selectAll().where('release_id', '=', release).executeTakeFirst();
}

/** The answer of every comparison a release judged. */
export async function comparisonsOf(db: Db, release: number) {
  return db
    .selectFrom('release.comparison')
    .select(['comparison', 'indicator', 'p', 'verdict', 'could_be_chance', 'compared'])
    .where('release_id', '=', release)
    .orderBy('comparison')
    .execute();
}

/** Every list of comparisons that a release judged together. */
export async function judgedListsOf(db: Db, release: number) {
  return db
    .selectFrom('release.judged_list')
    .select(['sort', 'name', 'making', 'compared', 'p', 'selected'])
    .where('release_id', '=', release)
    .orderBy('sort')
    .orderBy('making')
    .orderBy('name')
    .execute();
}
