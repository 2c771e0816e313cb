/** Empty migrated databases for tests: both engines, real ones, one database per call. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { connectOwner, type Database, type DatabaseLocation } from './connect.ts';
import { migrate } from './migrate.ts';
import type { AllTables } from './schema.ts';

export const engines = ['pglite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

/** A place for a new database on the run's PostgreSQL server: empty, or a copy of one that nobody is connected to. */
export async function newPostgresDatabase(original = 'template1'): Promise<string> {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name} template ${original}`);
  await client.end();
  return server.replace(/\/postgres$/, `/${name}`);
}

/** An owner's connection to an empty database with the newest schema. */
export async function emptyDatabase(
  engine: Engine,
): Promise<{ location: DatabaseLocation; owner: Database<AllTables> }> {
  const location: DatabaseLocation =
    engine === 'postgres'
      ? { databaseUrl: await newPostgresDatabase() }
      : { dataFolder: mkdtempSync(join(tmpdir(), 'data-folder-')) };
  const owner = connectOwner(location);
  await migrate(owner.kysely);
  return { location, owner };
}
