import { type Kysely, sql } from 'kysely';

/** The small areas behind a figure that is a property of areas: its interval, and that of a gap, come from them. */
const statement = 'alter table release.estimate add column small_areas jsonb';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db);
}
