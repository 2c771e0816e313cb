/**
 * The demonstration for tests: loaded and published from the extracts when a test first asks, kept as a template database under
 * the digest of everything it is made by, and copied for every test file. A change that cannot change it costs no test a minute.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connectOwner } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { databaseOn, dropDatabases } from '../db/testing-postgres.ts';
import { readConfig } from './config.ts';
import { loadDemonstration } from './demonstration.ts';
import { runProgram } from './testing-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The name of the database that tests copy and nobody opens. */
    demonstration: string;
  }
}

const PREFIX = 'demonstration_';

/** What the demonstration is made of and by; tests, benches and views change nothing in it. */
const MADE_BY = [
  'fixtures/**/*.{csv,json}',
  'db/**/*.ts',
  'server/{contract,stats,disclosure,indicators,ingest,judge,publish}/**/*.ts',
  'server/{demonstration,testing-demonstration}.ts',
  'server/place.json',
  'package-lock.json',
];

function digest(): string {
  const project = resolve(import.meta.dirname, '..');
  const hash = createHash('sha256');
  const files = globSync(MADE_BY, { cwd: project }).filter((file) => !/\.test\.ts$/.test(file));
  for (const file of files.sort()) hash.update(file).update(readFileSync(resolve(project, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Makes the template where it is not there yet; others who ask meanwhile wait for it. */
export async function ensureDemonstration(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return;
    await dropDatabases(server, (other) => other.startsWith(PREFIX));
    await client.query(`create database ${name}_making`);
    // In a process of its own, where it holds up no test.
    const { code, err } = await runProgram([import.meta.filename, databaseOn(server, `${name}_making`)], {});
    if (code !== 0) throw new Error(err);
    await client.query(`alter database ${name}_making rename to ${name}`);
  } finally {
    await client.end();
  }
}

export default function setup(project: TestProject): void {
  project.provide('demonstration', `${PREFIX}${digest()}`);
}

async function loadInto(databaseUrl: string): Promise<void> {
  const owner = connectOwner({ databaseUrl });
  await migrate(owner.kysely);
  await loadDemonstration(owner, readConfig({}).place);
  await owner.close();
}

if (process.argv[1] === import.meta.filename) await loadInto(process.argv[2] ?? '');
