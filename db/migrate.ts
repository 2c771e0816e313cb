import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as spine from './migrations/0001_spine.ts';
import * as documents from './migrations/0002_documents.ts';
import * as protectedTables from './migrations/0003_protected_tables.ts';
import * as overlaps from './migrations/0004_overlaps.ts';
import * as keptPlaces from './migrations/0005_kept_places.ts';
import * as smallAreas from './migrations/0006_small_areas.ts';

/** In order; a migration that has been released is never edited, only followed by another. */
const migrations: Record<string, Migration> = {
  '0001_spine': spine,
  '0002_documents': documents,
  '0003_protected_tables': protectedTables,
  '0004_overlaps': overlaps,
  '0005_kept_places': keptPlaces,
  '0006_small_areas': smallAreas,
};

/** Brings the database to the newest schema; does nothing where it is there already. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
