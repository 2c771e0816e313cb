/** What a login may do that serves readers: read what is published, and nothing else. Checked before anything is served. */
import { type Kysely, sql } from 'kysely';
import { ownFault } from './embedded/faults.ts';
import { READER_ROLE } from './reader-role.ts';

/** What a database says of the login that asks, whatever role it acts as. */
interface Rights {
  readonly login: string;
  /** Whether there is a release schema at all, and whether the role that reads it exists and is the login's. */
  readonly prepared: boolean;
  readonly reader: boolean;
  readonly excess: readonly string[];
}

const OUR_SCHEMAS = ['intake', 'release', 'desk'];

async function rightsOf<Tables>(db: Kysely<Tables>): Promise<Rights> {
  const { rows } = await sql<Rights>`
    select session_user as login,
      exists (select from pg_namespace where nspname = 'release') as prepared,
      exists (select from pg_roles where rolname = ${READER_ROLE} and pg_has_role(session_user, oid, 'member')) as reader,
      array(
        select 'is a superuser' from pg_roles where rolname = session_user and rolsuper
        union all
        select 'may make roles' from pg_roles where rolname = session_user and rolcreaterole
        union all
        select 'may make databases, copy the whole server or see past its rules' from pg_roles
          where rolname = session_user and (rolcreatedb or rolreplication or rolbypassrls)
        union all
        select 'is a member of ' || rolname from pg_roles
          where rolname not in (session_user, ${READER_ROLE}) and pg_has_role(session_user, oid, 'member')
          and not (select rolsuper from pg_roles where rolname = session_user)
        union all
        select 'owns the schema ' || nspname from pg_namespace
          where nspname = any(${OUR_SCHEMAS}) and pg_has_role(session_user, nspowner, 'member')
        union all
        select 'may read the schema ' || nspname from pg_namespace
          where nspname in ('intake', 'desk') and has_schema_privilege(session_user, oid, 'usage, create')
        union all
        select 'may write ' || nspname || '.' || relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
          where nspname = 'release' and relkind in ('r', 'p')
          and has_table_privilege(session_user, pg_class.oid, 'insert, update, delete, truncate')
        limit 5) as excess`.execute(db);
  const [rights] = rows;
  if (rights === undefined) throw new Error('the database says nothing of the login');
  return rights;
}

/**
 * Refuses to serve with a login that could do harm.
 *
 * @param setting names the login in the refusal.
 * @throws OwnFault in one line that says what it may do too much, or what it lacks, and the command that mends it.
 */
export async function requireServingLogin<Tables>(db: Kysely<Tables>, setting: string): Promise<void> {
  const { login, prepared, reader, excess } = await rightsOf(db);
  const [first] = excess;
  if (first !== undefined)
    throw ownFault(
      `${setting}: its user ${login} ${first}; serve with a login that may read what is published and nothing else (npm run grants -- --login <name>)`,
    );
  if (!prepared)
    throw ownFault(`${setting}: the database holds nothing of this product yet; run npm run grants first`);
  if (!reader)
    throw ownFault(
      `${setting}: its user ${login} is no member of ${READER_ROLE}; run npm run grants -- --login ${login}`,
    );
}
