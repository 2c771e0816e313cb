import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { ownFault } from './embedded/faults.ts';
import { grantReading } from './grants.ts';
import * as spine from './migrations/0001_spine.ts';
import * as documents from './migrations/0002_documents.ts';
import * as protectedTables from './migrations/0003_protected_tables.ts';
import * as overlaps from './migrations/0004_overlaps.ts';
import * as keptPlaces from './migrations/0005_kept_places.ts';
import * as jobs from './migrations/0006_jobs.ts';
import * as smallAreas from './migrations/0007_small_areas.ts';
import * as comparisons from './migrations/0008_comparisons.ts';
import * as protectionPolicies from './migrations/0009_protection_policies.ts';
import * as modellingError from './migrations/0010_modelling_error.ts';
import * as upkeep from './migrations/0011_upkeep.ts';
import * as definitions from './migrations/0013_definitions.ts';
import * as withdrawals from './migrations/0014_withdrawals.ts';
import { recordSteps, unknownSteps } from './schema-steps.ts';

/** In order; a migration that has been released is never edited, only followed by another (a test holds their digests). */
const migrations: Record<string, Migration> = {
  '0001_spine': spine,
  '0002_documents': documents,
  '0003_protected_tables': protectedTables,
  '0004_overlaps': overlaps,
  '0005_kept_places': keptPlaces,
  '0006_jobs': jobs,
  '0007_small_areas': smallAreas,
  '0008_comparisons': comparisons,
  '0009_protection_policies': protectionPolicies,
  '0010_modelling_error': modellingError,
  '0011_upkeep': upkeep,
  '0013_definitions': definitions,
  '0014_withdrawals': withdrawals,
};

/** Steps after which code from before them cannot read what is released; all others only add. */
const BREAKING: ReadonlySet<string> = new Set();

/** The steps that this code knows, in order. */
export const knownSteps: readonly string[] = Object.keys(migrations);

const migratorOf = <Tables>(db: Kysely<Tables>) =>
  new Migrator({ db, provider: { getMigrations: async () => migrations } });

/**
 * Brings the database to the newest schema, with the reader's rights on it; does nothing where it is there already.
 *
 * @throws OwnFault where newer code has changed it: loading and publishing would not know what they leave out.
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const [unknown] = await unknownSteps(db, knownSteps);
  if (unknown !== undefined)
    throw ownFault(`the database is newer than this code (it has ${unknown.name}); update this code`);
  const made = await migratorOf(db).migrateToLatest();
  if (made.error !== undefined) throw made.error;
  // Not only those just made: a restored database has made its steps without them.
  const recorded = await recordSteps(
    db,
    knownSteps.map((name) => ({ name, additive: !BREAKING.has(name) })),
  );
  if (recorded > 0) await grantReading(db);
}

/**
 * Brings a database at least to an earlier schema; one that is further already stays as it is.
 *
 * @throws Error for a migration that this code does not know.
 */
export async function migrateTo<Tables>(db: Kysely<Tables>, name: string): Promise<void> {
  if (!(name in migrations))
    throw new Error(`the archive was written by newer code (its schema is "${name}"); update this code`);
  const made = (await migratorOf(db).getMigrations()).some(
    (one) => one.name === name && one.executedAt !== undefined,
  );
  const { error } = made ? {} : await migratorOf(db).migrateTo(name);
  if (error !== undefined) throw error;
}

/** The last migration that was made on the database. */
export async function newestMigration<Tables>(db: Kysely<Tables>): Promise<string> {
  const made = (await migratorOf(db).getMigrations()).filter(({ executedAt }) => executedAt !== undefined);
  const newest = made.at(-1);
  if (newest === undefined) throw new Error('the database has no schema yet');
  return newest.name;
}
