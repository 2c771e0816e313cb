/**
 * Vitest global setup: the PostgreSQL server that the tests share, and that other runs beside this one join. Its folder is kept
 * between runs, for what is slow to make; databases that a run left behind go with the next.
 */
import { resolve } from 'node:path';
import pg from 'pg';
import { joinServer } from './embedded/server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

const FOLDER = resolve(import.meta.dirname, '..', 'node_modules', '.cache', 'test-database');

/** What tests need not wait for, and room for many of them. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', max_connections: '200', file_copy_method: 'clone' };

/** Databases of tests, which nothing is kept of. */
export const TEST_PREFIX = 'test_';
/** Logins of tests, likewise: roles belong to the whole server. */
export const TEST_ROLE_PREFIX = 'reader_';

export async function joinTestServer(): Promise<{ url: string; leave: () => Promise<void> }> {
  const { databaseUrl, leave, started } = await joinServer(FOLDER, SETTINGS);
  // Where others are at work, what looks left behind may be theirs.
  if (started) {
    await dropDatabases(databaseUrl, (name) => name.startsWith(TEST_PREFIX));
    await dropRoles(databaseUrl);
  }
  return { url: databaseUrl, leave };
}

export async function dropDatabases(server: string, which: (name: string) => boolean): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
  for (const { datname } of rows)
    if (which(datname)) await client.query(`drop database ${datname} with (force)`);
  await client.end();
}

async function dropRoles(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where starts_with(rolname, $1)',
    [TEST_ROLE_PREFIX],
  );
  for (const { rolname } of rows) await client.query(`drop role ${rolname}`);
  await client.end();
}

/** The address of another database on a server. */
export function databaseOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export default async function setup(project: {
  provide: (key: 'postgresUrl', value: string) => void;
}): Promise<() => Promise<void>> {
  const { url, leave } = await joinTestServer();
  project.provide('postgresUrl', url);
  return leave;
}
