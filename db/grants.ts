/**
 * Who may do what in the database: the role that reads what is published, and the login that serves it. The statements can be
 * run any number of times, by us or, printed, by whoever administers the server.
 */
import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { ownFault } from './embedded/faults.ts';
import { READER_ROLE } from './reader-role.ts';

/** What the reader's role may do; run by the owner of the schemas, after every change of them. */
export const GRANTS: readonly string[] = [
  // Only where it is missing, so that an owner without CREATEROLE can run this on a role that was made for it.
  `do $$ begin
  if not exists (select from pg_roles where rolname = '${READER_ROLE}') then
    create role ${READER_ROLE} nologin;
  end if;
end $$`,
  `grant usage on schema release to ${READER_ROLE}`,
  `grant select on all tables in schema release to ${READER_ROLE}`,
  // Tables that later versions add are readable at once.
  `alter default privileges in schema release grant select on tables to ${READER_ROLE}`,
];

/** A login that may do what the reader's role may; `name` is checked, for it stands in the statements as it is. */
export function loginStatements(name: string, password: string): readonly string[] {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(name) || name === READER_ROLE)
    throw ownFault(
      `"${name}" is no name for a login: lower-case letters, digits and underscores, and not ${READER_ROLE} itself`,
    );
  return [
    `do $$ begin
  if not exists (select from pg_roles where rolname = '${name}') then
    create role ${name} login;
  end if;
end $$`,
    `alter role ${name} login password '${password.replaceAll("'", "''")}'`,
    `alter role ${name} set default_transaction_read_only = on`,
    `grant ${READER_ROLE} to ${name}`,
  ];
}

/** Of characters that can stand in an address as they are. */
export const newPassword = (): string => randomBytes(24).toString('base64url');

export async function grantReading<Tables>(db: Kysely<Tables>): Promise<void> {
  await run(db, GRANTS);
}

/** PostgreSQL's word for a right that is lacking. */
const NOT_ALLOWED = '42501';

/**
 * Makes the login, or gives the one there is another password.
 *
 * @returns whether its password is this one now: an owner who may make no roles leaves a login that is there as it is.
 * @throws OwnFault where the name is somebody else's already: another program's, an administrator's, the owner's own; and where the
 *   login is missing and this user may not make it.
 */
export async function makeLogin<Tables>(
  db: Kysely<Tables>,
  name: string,
  password: string,
): Promise<boolean> {
  const statements = loginStatements(name, password);
  const { rows } = await sql<{ foreign: boolean }>`
    select rolsuper or rolname = current_user or not pg_has_role(oid, ${READER_ROLE}, 'member') as foreign
    from pg_roles where rolname = ${name}`.execute(db);
  if (rows[0]?.foreign === true)
    throw ownFault(`the user ${name} is there already and does not serve readers: choose a name of its own`);
  try {
    await run(db, statements);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== NOT_ALLOWED) throw error;
    if (rows.length > 0) return false;
    throw ownFault(
      `this user may not make the login ${name} (it lacks CREATEROLE): have an administrator make it, with what npm run grants -- --print --login ${name} prints`,
    );
  }
}

async function run<Tables>(db: Kysely<Tables>, statements: readonly string[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const statement of statements) await sql.raw(statement).execute(transaction);
  });
}

/** The address of a database for another login. */
export function addressFor(databaseUrl: string, name: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = name;
  url.password = password;
  return url.href;
}
