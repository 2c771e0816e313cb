/** The app on a real database with the demonstration in it, for tests. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { constants, cpSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { KyselyPlugin } from 'kysely';
import { inject } from 'vitest';
import { connectReader, type DatabaseLocation } from '../db/connect.ts';
import { type Engine, newPostgresDatabase } from '../db/testing.ts';
import { type AppParts, buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { ORIGINAL } from './testing-demonstration.ts';

export const testConfig = readConfig({ DATA_FOLDER: resolve('data'), REQUESTS_PER_MINUTE: '1000000' });

/** Waits until the run has loaded the demonstration, which the first to ask sets going. */
async function loaded(engine: Engine): Promise<void> {
  const { port } = inject('demonstration');
  // `get` has no time limit of its own, as fetch has; without an agent it takes no connection that has gone cold.
  const asked = get({ port, path: `/${engine}`, agent: false });
  const [reply] = (await once(asked, 'response')) as [IncomingMessage];
  const words = await text(reply);
  if (reply.statusCode !== 204) throw new Error(`the demonstration does not load on ${engine}: ${words}`);
}

/** A data folder with the demonstration, for the caller alone; it goes when the run ends. */
export async function demonstrationFolder(): Promise<string> {
  await loaded('pglite');
  const { folder } = inject('demonstration');
  const copy = join(folder, randomUUID());
  cpSync(join(folder, ORIGINAL), copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
}

/** A database with the demonstration, for the caller alone. */
export async function demonstrationDatabase(engine: Engine): Promise<DatabaseLocation> {
  if (engine === 'pglite') return { dataFolder: await demonstrationFolder() };
  await loaded(engine);
  return { databaseUrl: await newPostgresDatabase(ORIGINAL) };
}

export async function demonstrationApp(engine: Engine, parts: Partial<AppParts> = {}) {
  const location = await demonstrationDatabase(engine);
  const reader = connectReader(location);
  let statements = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const app = await buildApp({
    db: reader.kysely.withPlugin(counting),
    config: testConfig,
    now: () => new Date(),
    ...parts,
  });
  return {
    app,
    db: reader.kysely,
    location,
    /** How many statements the database was asked so far. */
    statements: () => statements,
    /** The body of a good reply. */
    get: async <T>(url: string): Promise<T> => {
      const reply = await app.inject(url);
      if (reply.statusCode !== 200) throw new Error(`${url} gave ${reply.statusCode}: ${reply.body}`);
      return reply.json<T>();
    },
    close: async () => {
      await app.close();
      await reader.close();
    },
  };
}
