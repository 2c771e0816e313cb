/** Which place a database is of: it remembers the first it was loaded for, and refuses another. */
import { type Kysely, sql } from 'kysely';
import { ownFault } from './embedded/faults.ts';
import type { ReleaseTables } from './schema.ts';

/** A place as a database remembers it. */
export interface KnownPlace {
  readonly code: string;
  readonly name: string;
}

/**
 * Refuses to work for one place on the figures of another.
 *
 * @throws OwnFault that names both and what would be right; nothing is changed.
 */
export async function requirePlace<Tables extends ReleaseTables>(
  db: Kysely<Tables>,
  { code, name }: KnownPlace,
): Promise<void> {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('release.place') is not null as there`.execute(db);
  // A database from before places were remembered; it remembers from its next load on.
  if (tables[0]?.there !== true) return;
  const { rows } = await sql<KnownPlace>`select code, name from release.place`.execute(db);
  const [known] = rows;
  if (known !== undefined && known.code !== code)
    throw ownFault(
      `the database holds figures of ${known.name} (${known.code}), and PLACE_FILE names ${name} (${code}): ` +
        'nothing was changed. Name an empty database in DATA_FOLDER or DATABASE_URL, or the right PLACE_FILE',
    );
}

/** @throws OwnFault where the database is of another place already. */
export async function rememberPlace<Tables extends ReleaseTables>(
  db: Kysely<Tables>,
  place: KnownPlace,
): Promise<void> {
  await requirePlace(db, place);
  await sql`insert into release.place (code, name) values (${place.code}, ${place.name})
    on conflict (only_one) do update set name = excluded.name`.execute(db);
}
