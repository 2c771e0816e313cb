import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectLogin, connectOwner, connectReader, type Database } from './connect.ts';
import type { AllTables } from './desk-schema.ts';
import { addressFor, grantReading, loginStatements, makeLogin, newPassword } from './grants.ts';
import { migrate } from './migrate.ts';
import { READER_ROLE } from './reader-role.ts';
import { requireServingLogin } from './serving-login.ts';
import { emptyDatabase, newDatabase } from './testing.ts';

let owner: Database<AllTables>;
let ownerUrl: string;
let login: string;
let readerUrl: string;

beforeAll(async () => {
  const made = await emptyDatabase();
  owner = made.owner;
  ownerUrl = made.location.databaseUrl;
  login = `reader_${new URL(ownerUrl).pathname.slice(6)}`;
  const password = newPassword();
  await makeLogin(owner.kysely, login, password);
  readerUrl = addressFor(ownerUrl, login, password);
});
afterAll(async () => {
  await sql.raw(`drop role ${login}`).execute(owner.kysely);
  await owner.close();
});

const tablesIn = async (schemas: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables where schemaname = any(${schemas}) order by 1`.execute(
    owner.kysely,
  );
  return rows.map(({ name }) => name);
};

test('with the serving login every private table and every write is refused by the database itself', async () => {
  const client = new pg.Client({ connectionString: readerUrl });
  await client.connect();
  const refused = async (statement: string) => {
    await expect(client.query(statement), statement).rejects.toThrow(
      /permission denied|read-only transaction/,
    );
  };
  for (const acting of ['reset role', `set role ${READER_ROLE}`]) {
    await client.query(acting);
    // The setting is the login's own to change: rights must hold without it.
    for (const readOnly of ['on', 'off']) {
      await client.query(`set default_transaction_read_only = ${readOnly}`);
      const hidden = await tablesIn(['intake', 'desk']);
      expect(hidden.length).toBeGreaterThan(10);
      for (const table of hidden) await refused(`select count(*) from ${table}`);
      const published = await tablesIn(['release']);
      expect(published.length).toBeGreaterThan(10);
      for (const table of published) {
        await client.query(`select * from ${table} limit 0`);
        await refused(`delete from ${table}`);
        await refused(`insert into ${table} default values`);
        await refused(`truncate ${table}`);
      }
      await refused('create table release.mine (a int)');
      await refused('create table intake.mine (a int)');
    }
  }
  await expect(client.query('set role postgres')).rejects.toThrow();
  await client.end();
});

const check = async (databaseUrl: string): Promise<void> => {
  const asking = connectLogin({ databaseUrl });
  await requireServingLogin(asking.kysely, 'READER_DATABASE_URL').finally(() => asking.close());
};

test('a login that may read what is published, and nothing else, may serve', async () => {
  await check(readerUrl);
  const reader = connectReader({ databaseUrl: readerUrl });
  expect(await reader.kysely.selectFrom('release.release').selectAll().execute()).toEqual([]);
  await reader.close();
});

test('the login of the owner may not serve', async () => {
  await expect(check(ownerUrl)).rejects.toThrow(
    /^READER_DATABASE_URL: its user \S+ is a superuser; serve with a login/,
  );
});

test.each([
  ['reads private counts', 'grant usage on schema intake to', 'may read the schema intake'],
  ['writes what is published', 'grant insert on release.estimate to', 'may write release.estimate'],
])('a login that also %s may not serve', async (_, grant, words) => {
  await sql.raw(`${grant} ${login}`).execute(owner.kysely);
  await expect(check(readerUrl)).rejects.toThrow(
    `READER_DATABASE_URL: its user ${login} ${words}; serve with`,
  );
  await sql.raw(`${grant.replace('grant', 'revoke').replace(' to', ' from')} ${login}`).execute(owner.kysely);
  await check(readerUrl);
});

test('a login without the role, and a database without the product, are told what to run', async () => {
  await sql.raw(`revoke ${READER_ROLE} from ${login}`).execute(owner.kysely);
  await expect(check(readerUrl)).rejects.toThrow(
    `is no member of ${READER_ROLE}; run npm run grants -- --login ${login}`,
  );
  await sql.raw(`grant ${READER_ROLE} to ${login}`).execute(owner.kysely);
  const empty = new URL(readerUrl);
  empty.pathname = new URL(await newDatabase()).pathname;
  await expect(check(empty.href)).rejects.toThrow(
    'holds nothing of this product yet; run npm run grants first',
  );
});

test('an owner who may not make roles prepares a database where the role is there', async () => {
  const databaseUrl = await newDatabase();
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  const name = `plain_${new URL(databaseUrl).pathname.slice(6)}`;
  await admin.query(`create role ${name} login nocreaterole password 'secret'`);
  await admin.query(`alter database ${new URL(databaseUrl).pathname.slice(1)} owner to ${name}`);
  await admin.query(`grant create on schema public to ${name}`);
  const plain = connectOwner({ databaseUrl: addressFor(databaseUrl, name, 'secret') });
  await migrate(plain.kysely);
  await grantReading(plain.kysely);
  await grantReading(plain.kysely);
  expect(await plain.kysely.selectFrom('release.release').selectAll().execute()).toEqual([]);
  await plain.close();
  await admin.query(`drop owned by ${name} cascade`);
  await admin.query(`alter database ${new URL(databaseUrl).pathname.slice(1)} owner to current_user`);
  await admin.query(`drop role ${name}`);
  await admin.end();
});

test.each(['Reader', 'a b', "x'; drop role y", READER_ROLE, ''])(
  '"%s" is refused as a name for a login',
  (name) => {
    expect(() => loginStatements(name, 'secret')).toThrow('is no name for a login');
  },
);
