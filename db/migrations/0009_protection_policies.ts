import { type Kysely, sql } from 'kysely';

/** What was published before was protected by these numbers, and its statuses were numbers in this order. */
const BEFORE = { largestSmall: 7, roundedTo: 5, notBelow: 4, edition: 1 };
const STATUSES = ['shown', 'small', 'others', 'unpublished', 'known', 'not-small'];

/** The policy of every version and protected table, with the numbers it had then; statuses in words. */
const statements = [
  `alter table intake.protected_table add column policy jsonb not null default '${JSON.stringify(BEFORE)}'`,
  'alter table intake.protected_table alter column policy drop default',
  `update intake.protected_table set statuses = (
    select coalesce(jsonb_agg((array['${STATUSES.join("','")}'])[one.number::integer + 1] order by one.place), '[]')
    from jsonb_array_elements_text(statuses) with ordinality as one (number, place))`,
  'alter table release.version add column policy_numbers jsonb',
  `alter table release.version add column told_elsewhere jsonb not null default '[]'`,
  // Nothing that was said is changed: what was always so is now written down.
  'alter table release.version disable trigger immutable',
  `update release.version set policy_numbers = '${JSON.stringify(BEFORE)}' where policy = 'protect'`,
  'alter table release.version enable trigger immutable',
  `alter table release.version add check ((policy = 'protect') = (policy_numbers is not null))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
