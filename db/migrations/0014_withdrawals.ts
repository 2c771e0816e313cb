import { type Kysely, sql } from 'kysely';

/**
 * Which file, in which edition, each figure came from; and figures taken back: by whom, why, out of which versions, and which
 * are held back from being published again. What is released still never changes, but in the very transaction that records
 * a withdrawal.
 */
const statements = [
  `create table intake.load_file (
    load_id integer not null, file smallint not null, name text not null, sha256 text not null,
    edition date, primary key (load_id, file))`,
  `alter table intake.observation add column file smallint not null default 0`,
  `create table intake.held_figure (
    withdrawal_id integer not null, indicator text not null, denominator text not null, ethnic_group text not null,
    age_band text not null, sex text not null, deprivation text not null, area_type text not null, period text not null,
    area_code text not null,
    primary key (indicator, denominator, ethnic_group, age_band, sex, deprivation, area_type, period, area_code))`,

  `create table release.load_file (
    version_id integer not null, load_id integer not null, file smallint not null, name text not null,
    sha256 text not null, edition date, primary key (version_id, load_id, file))`,
  `create table release.provenance (
    version_id integer not null, indicator text not null, part text not null, measure text not null, period text not null,
    is_of_figure boolean not null, area_type text not null, load_id integer not null, file smallint not null, areas jsonb,
    primary key (version_id, indicator, part, measure, period, area_type, load_id, file))`,
  `create table release.withdrawal (
    id integer generated always as identity primary key, withdrawn_at timestamptz not null,
    by_whom text not null check (by_whom <> ''), reason text not null check (reason <> ''),
    what text not null, versions jsonb not null)`,

  `create or replace function release.refuse_change() returns trigger language plpgsql as $$
    begin
      if exists (select from release.withdrawal where xmin = pg_current_xact_id()::xid) then return null; end if;
      raise exception 'a published % never changes: publish a new version, or withdraw it', tg_table_name;
    end $$`,
  ...['load_file', 'provenance', 'withdrawal'].flatMap((table) => [
    `create trigger immutable before update or delete on release.${table}
      for each statement execute function release.refuse_change()`,
    `grant select on release.${table} to release_reader`,
  ]),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
