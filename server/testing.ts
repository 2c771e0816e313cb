/** The app on a real database with the demonstration in it, for tests. */
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { KyselyPlugin } from 'kysely';
import { inject } from 'vitest';
import { connectReader, type DatabaseLocation } from '../db/connect.ts';
import { newDatabase } from '../db/testing.ts';
import { type AppParts, buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { holdToContract } from './testing-contract.ts';
import { ensureDemonstration } from './testing-demonstration.ts';

export const testConfig = readConfig({ DATA_FOLDER: resolve('data'), REQUESTS_PER_MINUTE: '1000000' });

/** A database with the demonstration, for the caller alone. */
export const demonstrationDatabase = (): Promise<DatabaseLocation> =>
  copyOfDemonstration(inject('postgresUrl'), inject('demonstration'));

/** The same where no test is running: in what is set up before all of them. */
export async function copyOfDemonstration(server: string, original: string): Promise<DatabaseLocation> {
  await ensureDemonstration(server, original);
  return { databaseUrl: await newDatabase(original, server) };
}

export async function demonstrationApp(parts: Partial<AppParts> = {}) {
  const location = await demonstrationDatabase();
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
  holdToContract(app);
  // Who has just worked long without a pause, as tests do, is asked to try again in a few seconds.
  const answered = async (url: string, tries = 20): Promise<Awaited<ReturnType<typeof app.inject>>> => {
    const reply = await app.inject(url);
    if (reply.statusCode !== 503 || tries === 1) return reply;
    await setTimeout(500);
    return answered(url, tries - 1);
  };
  return {
    app,
    db: reader.kysely,
    location,
    /** How many statements the database was asked so far. */
    statements: () => statements,
    /** The body of a good reply. */
    get: async <T>(url: string): Promise<T> => {
      const reply = await answered(url);
      if (reply.statusCode !== 200) throw new Error(`${url} gave ${reply.statusCode}: ${reply.body}`);
      return reply.json<T>();
    },
    close: async () => {
      await app.close();
      await reader.close();
    },
  };
}
