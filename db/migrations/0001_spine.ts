import { type Kysely, sql } from 'kysely';

/** Intake (private, exact), release (public, immutable), and the role that can read the second only. */
const statements = [
  `create schema intake`,
  `create table intake.area (
    type text not null, edition text not null, code text not null, name text not null,
    known_as text, primary key (type, edition, code))`,
  `create table intake.area_link (
    from_type text not null, from_edition text not null, from_code text not null,
    to_type text not null, to_edition text not null, to_code text not null,
    weight double precision check (weight > 0 and weight <= 1),
    primary key (from_type, from_edition, to_type, to_edition, from_code, to_code))`,
  `create table intake.boundary (
    type text not null, edition text not null, code text not null, geometry jsonb not null,
    primary key (type, edition, code))`,
  `create table intake.load (
    id integer generated always as identity primary key,
    source text not null, title text not null default '', file_name text not null, sha256 text not null,
    loaded_at timestamptz not null, rows_read integer not null, rows_kept integer not null,
    rows_skipped integer not null, brings_areas boolean not null default false)`,
  `create table intake.refusal (
    id integer generated always as identity primary key,
    source text not null, title text not null, file_name text not null, refused_at timestamptz not null,
    problems integer not null, kinds jsonb not null)`,
  `create table intake.observation (
    measure text not null, period text not null, area_type text not null,
    ethnic_group text not null, age_band text not null, sex text not null, deprivation text not null,
    area_code text not null,
    status text not null, value double precision, lower95 double precision, upper95 double precision, note text,
    load_id integer not null,
    primary key (measure, period, area_type, ethnic_group, age_band, sex, deprivation, area_code),
    check ((status = 'value') = (value is not null)))`,

  `create schema release`,
  `create table release.version (
    id integer generated always as identity primary key,
    dataset text not null, policy text not null, published_at timestamptz not null,
    content_sha256 text not null, estimates integer not null, withheld integer not null)`,
  `create table release.release (
    id integer generated always as identity primary key, published_at timestamptz not null)`,
  `create table release.release_version (
    release_id integer not null, version_id integer not null, primary key (release_id, version_id))`,
  `create table release.area (
    version_id integer not null, type text not null, edition text not null, code text not null,
    name text not null, parents jsonb not null, illustrative boolean not null,
    primary key (version_id, type, edition, code))`,
  `create table release.boundary (
    version_id integer not null, type text not null, edition text not null, code text not null,
    geometry jsonb not null, primary key (version_id, type, edition, code))`,
  `create table release.series (
    id integer generated always as identity primary key,
    version_id integer not null, indicator text not null, denominator text not null,
    ethnic_group text not null, age_band text not null, sex text not null, deprivation text not null,
    unique (version_id, indicator, denominator, ethnic_group, age_band, sex, deprivation))`,
  `create table release.estimate (
    series_id integer not null, area_type text not null, period text not null, area_code text not null,
    status text not null, reason text, value double precision, interval text not null,
    lower95 double precision, upper95 double precision, lower998 double precision, upper998 double precision,
    numerator double precision, denominator double precision, basis text not null, notes jsonb,
    primary key (series_id, area_type, period, area_code),
    check ((status = 'shown') = (value is not null)),
    check (status = 'shown' or (numerator is null and denominator is null and lower95 is null)))`,
  `create index estimate_by_area on release.estimate (series_id, area_code, period)`,
  `create table release.coverage (
    series_id integer not null, area_type text not null, period text not null, basis text not null,
    areas integer not null, shown integer not null, primary key (series_id, area_type, period))`,

  `create table release.load (
    version_id integer not null, load_id integer not null, source text not null, title text not null,
    file_name text not null, sha256 text not null, loaded_at timestamptz not null,
    rows_read integer not null, rows_kept integer not null, rows_skipped integer not null,
    primary key (version_id, load_id))`,
  `create table release.refusal (
    refusal_id integer primary key, release_id integer not null, source text not null, title text not null,
    file_name text not null, refused_at timestamptz not null, problems integer not null, kinds jsonb not null)`,

  `create function release.refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'a published % never changes: publish a new version', tg_table_name; end $$`,
  ...[
    'version',
    'release',
    'release_version',
    'area',
    'boundary',
    'series',
    'estimate',
    'coverage',
    'load',
    'refusal',
  ].map(
    (table) => `create trigger immutable before update or delete on release.${table}
      for each statement execute function release.refuse_change()`,
  ),

  // Roles belong to the server, not to the database: another database on it may have made this one, or its administrator.
  `do $$ begin
    if not exists (select from pg_roles where rolname = 'release_reader') then create role release_reader nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`,
  `grant usage on schema release to release_reader`,
  `grant select on all tables in schema release to release_reader`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
