import { type Kysely, sql } from 'kysely';

/**
 * People counted where an area meets one of another type: records are counted in pieces finer than a ward, because
 * official totals of small areas are known exactly and small areas lie across wards.
 */
const statements = [
  `alter table intake.observation add column overlap_code text not null default ''`,
  'alter table intake.observation drop constraint observation_pkey',
  `alter table intake.observation add primary key
    (measure, period, area_type, ethnic_group, age_band, sex, deprivation, area_code, overlap_code)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
