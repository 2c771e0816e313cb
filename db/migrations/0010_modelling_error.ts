import { type Kysely, sql } from 'kysely';

/** What modelled figures are off: the error of each, and how it was measured for the version. */
const statements = [
  'alter table release.estimate add column modelling_error double precision',
  'create table release.modelling (version_id integer primary key, measurements jsonb not null)',
  `create trigger immutable before update or delete on release.modelling
    for each statement execute function release.refuse_change()`,
  'grant select on release.modelling to release_reader',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
