/** Writes down what versions and releases are defined by, so that each speaks its own words for ever. */
import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import { definitionsOf, listingOf } from '../../db/queries/definitions.ts';
import { newestRelease, versionsOf } from '../../db/queries/releases.ts';
import type { Recorded, ReleaseTables } from '../../db/schema.ts';
import { indicators } from '../indicators/catalogue.ts';
import type { Indicator } from '../indicators/indicator.ts';
import {
  type Catalogue,
  type DatasetDefinitions,
  definitionsToday,
  type Listing,
  listingToday,
  releasedCatalogue,
} from '../indicators/released-catalogue.ts';

type Released = Kysely<Pick<AllTables, keyof ReleaseTables>>;

export async function recordDefinitions(
  db: Released,
  version: number,
  definitions: DatasetDefinitions,
  recorded: Recorded = 'when-published',
): Promise<void> {
  await db
    .insertInto('release.definitions')
    .values({ version_id: version, recorded, body: JSON.stringify(definitions) })
    .onConflict((there) => there.doNothing())
    .execute();
}

/** Whether a version was published with these very definitions. */
export async function isDefinedBy(
  db: Released,
  version: number,
  definitions: DatasetDefinitions,
): Promise<boolean> {
  const stored = (await definitionsOf<DatasetDefinitions>(db, [version])).get(version);
  return stored !== undefined && isDeepStrictEqual(stored, asStored(definitions));
}

export async function recordListing(
  db: Released,
  release: number,
  own: readonly Indicator[],
  recorded: Recorded = 'when-published',
): Promise<void> {
  const body = JSON.stringify(await listingNow(db, release, own));
  await db
    .insertInto('release.listing')
    .values({ release_id: release, recorded, body })
    .onConflict((there) => there.doNothing())
    .execute();
}

/** Whether the newest release lists its indicators, and its board, as one published now would; true where there is none. */
export async function isListedAsNow(db: Released, own: readonly Indicator[]): Promise<boolean> {
  const newest = await newestRelease(db);
  if (newest === null) return true;
  return isDeepStrictEqual(await listingOf<Listing>(db, newest), asStored(await listingNow(db, newest, own)));
}

async function listingNow(db: Released, release: number, own: readonly Indicator[]): Promise<Listing> {
  const held = (await catalogueIn(db, release)).indicators.map(({ id }) => id);
  return listingToday(new Set(held), own);
}

/** What a release is read by. */
export async function catalogueIn(db: Released, release: number): Promise<Catalogue> {
  const versions = await versionsOf(db, release);
  const ids = versions.map(({ id }) => id);
  const stored = await definitionsOf<DatasetDefinitions>(db, ids);
  return releasedCatalogue(versions, stored, await listingOf<Listing>(db, release));
}

/**
 * Of what was published before definitions were kept: those of today, which are the nearest to what was said then that can
 * still be had, marked as written down later. What is written down already stays, whoever else does the same.
 */
export async function recordEarlier(owner: Kysely<AllTables>): Promise<void> {
  const db = owner.$pickTables<keyof ReleaseTables>();
  const versions = await db
    .selectFrom('release.version')
    .select(['id', 'dataset'])
    .where('id', 'not in', db.selectFrom('release.definitions').select('version_id'))
    .execute();
  for (const { id, dataset } of versions) await recordDefinitions(db, id, definitionsToday(dataset), 'later');
  const releases = await db
    .selectFrom('release.release')
    .select('id')
    .where('id', 'not in', db.selectFrom('release.listing').select('release_id'))
    .execute();
  for (const { id } of releases) await recordListing(db, id, indicators, 'later');
}

/** As it comes back from the database: without what is undefined. */
const asStored = (value: object): unknown => JSON.parse(JSON.stringify(value));
