import { type Kysely, sql } from 'kysely';

/**
 * The definitions each version was published with, and for each release the order of its indicators and what its board reads.
 * Of what was published before this step they are written down later, by the definitions of that day, and say so.
 */
const statements = [
  `create table release.definitions (
    version_id integer primary key, recorded text not null check (recorded in ('when-published', 'later')), body jsonb not null)`,
  `create table release.listing (
    release_id integer primary key, recorded text not null check (recorded in ('when-published', 'later')), body jsonb not null)`,
  ...['definitions', 'listing'].flatMap((table) => [
    `create trigger immutable before update or delete on release.${table}
      for each statement execute function release.refuse_change()`,
    `grant select on release.${table} to release_reader`,
  ]),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
