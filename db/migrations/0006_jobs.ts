import { type Kysely, sql } from 'kysely';

/** What people do with the product at their desks, apart from figures; first of it, the long work they ask for. */
const statements = [
  `create schema desk`,
  `create table desk.job (
    id integer generated always as identity primary key,
    kind text not null, request jsonb not null, asked_at timestamptz not null default now(),
    outcome text check (outcome in ('done', 'failed')), result jsonb, fault text, ended_at timestamptz,
    check ((outcome = 'failed') = (fault is not null)), check ((outcome is null) = (ended_at is null)))`,
  // Beside the job, whose row the worker holds locked while it works.
  `create table desk.job_attempt (
    job_id integer not null references desk.job, worker integer not null,
    started_at timestamptz not null default now())`,
  `create table desk.job_progress (
    job_id integer primary key references desk.job, share double precision not null, what text not null)`,
  `create table desk.job_line (
    id bigint generated always as identity primary key, job_id integer not null references desk.job, line text not null)`,
  `create index job_line_by_job on desk.job_line (job_id, id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
