import { type Kysely, sql } from 'kysely';

/**
 * What a database knows of itself: its place, and the steps of its schema. And what the first step lacked where it was made
 * before it was edited: those databases have every later step and not these tables and columns.
 */
const statements = [
  `create table release.place (
    only_one boolean primary key default true check (only_one), code text not null, name text not null)`,
  `create table release.schema_step (name text primary key, additive boolean not null)`,

  `alter table intake.area add column if not exists known_as text`,
  `alter table intake.load add column if not exists title text not null default ''`,
  `alter table intake.load add column if not exists brings_areas boolean not null default false`,
  `alter table intake.observation add column if not exists note text`,
  `create table if not exists intake.refusal (
    id integer generated always as identity primary key,
    source text not null, title text not null, file_name text not null, refused_at timestamptz not null,
    problems integer not null, kinds jsonb not null)`,
  `create table if not exists release.load (
    version_id integer not null, load_id integer not null, source text not null, title text not null,
    file_name text not null, sha256 text not null, loaded_at timestamptz not null,
    rows_read integer not null, rows_kept integer not null, rows_skipped integer not null,
    primary key (version_id, load_id))`,
  `create table if not exists release.refusal (
    refusal_id integer primary key, release_id integer not null, source text not null, title text not null,
    file_name text not null, refused_at timestamptz not null, problems integer not null, kinds jsonb not null)`,
  ...['load', 'refusal'].map(
    (table) => `create or replace trigger immutable before update or delete on release.${table}
      for each statement execute function release.refuse_change()`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
