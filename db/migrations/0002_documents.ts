import { type Kysely, sql } from 'kysely';

/** Words kept as data: one document of each kind in intake, immutable ones in the versions of release. */
const statements = [
  `create table intake.document (kind text primary key, body jsonb not null, load_id integer not null)`,
  `create table release.document (
    version_id integer not null, kind text not null, body jsonb not null, primary key (version_id, kind))`,
  `create trigger immutable before update or delete on release.document
    for each statement execute function release.refuse_change()`,
  `grant select on release.document to release_reader`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
