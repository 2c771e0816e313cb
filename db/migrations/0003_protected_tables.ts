import { type Kysely, sql } from 'kysely';

/** The exact tables behind every version of a protected dataset: private, for proving the next version beside them. */
const statements = [
  `create table intake.protected_table (
    version_id integer not null, count_table text not null, period text not null,
    layout jsonb not null, truth jsonb not null, statuses jsonb not null,
    primary key (version_id, count_table, period))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
