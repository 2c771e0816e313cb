import { type Kysely, sql } from 'kysely';

/** Tables too large to be kept whole: the places that are, of all products of codes. */
const statement = 'alter table intake.protected_table add column places jsonb';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db);
}
