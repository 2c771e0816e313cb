/** Empty migrated databases for tests, one per call, on the run's real server. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connectOwner, type Database, type DatabaseLocation } from './connect.ts';
import type { AllTables } from './desk-schema.ts';
import { migrate } from './migrate.ts';
import { databaseOn, TEST_PREFIX } from './testing-postgres.ts';

/** A place for a new database on the run's server: empty, or a copy of one that nobody is connected to. */
export async function newDatabase(original = 'template1', server = inject('postgresUrl')): Promise<string> {
  const name = `${TEST_PREFIX}${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  // Files are copied as they are: quicker than through the log where the original is large.
  const strategy = original === 'template1' ? '' : 'strategy file_copy';
  await client.query(`create database ${name} template ${original} ${strategy}`);
  await client.end();
  return databaseOn(server, name);
}

/** An owner's connection to an empty database with the newest schema. */
export async function emptyDatabase(): Promise<{ location: DatabaseLocation; owner: Database<AllTables> }> {
  const location = { databaseUrl: await newDatabase() };
  const owner = connectOwner(location);
  await migrate(owner.kysely);
  return { location, owner };
}
