/**
 * Vitest global setup: the demonstration is loaded and published once per engine, when a test first asks for it, and every
 * test file gets a copy of its own. Run as a program it is the load itself, in a process where it holds up no test.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connectOwner, type DatabaseLocation } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import type { Engine } from '../db/testing.ts';
import { readConfig } from './config.ts';
import { loadDemonstration } from './demonstration.ts';
import { runProgram } from './testing-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where copies are asked for, and the folder they lie in. */
    demonstration: { readonly port: number; readonly folder: string };
  }
}

/** The name of the database, and of the folder in `folder`, that tests copy and nobody opens. */
export const ORIGINAL = 'demonstration';

async function loadInto(location: DatabaseLocation): Promise<void> {
  const owner = connectOwner(location);
  await migrate(owner.kysely);
  await loadDemonstration(owner, readConfig({}).place, () => new Date('2026-01-05T09:00:00Z'));
  await owner.close();
}

async function createDatabase(server: string): Promise<DatabaseLocation> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${ORIGINAL}`);
  await client.end();
  return { databaseUrl: server.replace(/\/postgres$/, `/${ORIGINAL}`) };
}

export default async function setup(project: TestProject): Promise<() => void> {
  const { postgresUrl } = project.getProvidedContext();
  const folder = mkdtempSync(join(tmpdir(), 'demonstration-for-tests-'));
  const load = async (engine: Engine): Promise<void> => {
    const location =
      engine === 'postgres' ? await createDatabase(postgresUrl) : { dataFolder: join(folder, ORIGINAL) };
    const { code, err } = await runProgram([import.meta.filename, JSON.stringify(location)], {});
    if (code !== 0) throw new Error(err);
  };
  const loads = new Map<Engine, Promise<void>>();
  const service = createServer(({ url }, reply) => {
    const engine = url?.slice(1) as Engine;
    const loading = loads.get(engine) ?? load(engine);
    loads.set(engine, loading);
    loading.then(
      () => reply.writeHead(204).end(),
      (error: Error) => reply.writeHead(500).end(error.message),
    );
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  const address = service.address();
  project.provide('demonstration', {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    folder,
  });
  return () => {
    service.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

if (process.argv[1] === import.meta.filename) {
  await loadInto(JSON.parse(process.argv[2] ?? '{}') as DatabaseLocation);
}
