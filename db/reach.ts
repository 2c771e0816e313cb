/** The way to the database that the configuration names: a server somewhere, or the embedded one in the data folder. */
import pg from 'pg';
import type { DatabaseLocation } from './connect.ts';
import { databaseFault, ownFault } from './embedded/faults.ts';
import { joinServer } from './embedded/server.ts';
import { needSpace } from './embedded/space.ts';

export interface DatabaseSettings {
  readonly databaseUrl: string | undefined;
  /** Named where somebody else serves: then the embedded database is not meant. */
  readonly readerDatabaseUrl?: string | undefined;
  readonly dataFolder: string;
}

export interface ReachedDatabase extends DatabaseLocation {
  /** @throws OwnFault where the disk of the embedded database has less room; of another server's disk nothing is known. */
  requireRoom(bytes: number): void;
  /** What a fault means, in one line that names the setting, where it is one of the database. */
  explain(error: unknown): Error;
}

/** @throws OwnFault in one line that names the setting at fault, before anything was asked of the database. */
export async function reachDatabase(
  settings: DatabaseSettings,
): Promise<ReachedDatabase & { leave(): Promise<void> }> {
  const { databaseUrl, dataFolder } = settings;
  if (databaseUrl === undefined && settings.readerDatabaseUrl !== undefined)
    throw ownFault(
      'DATABASE_URL is missing: READER_DATABASE_URL names a server, and commands need the login that owns its database',
    );
  if (databaseUrl === undefined) {
    const joined = await joinServer(dataFolder);
    return {
      ...joined,
      requireRoom: (bytes) => needSpace(dataFolder, bytes),
      explain: (error) => databaseFault(error, joined.databaseUrl, `DATA_FOLDER ${dataFolder}`),
    };
  }
  await tryServer(databaseUrl, 'DATABASE_URL');
  return {
    databaseUrl,
    requireRoom: () => undefined,
    explain: (error) => databaseFault(error, databaseUrl, 'DATABASE_URL'),
    leave: async () => undefined,
  };
}

/** @throws OwnFault in one line that names the setting, where nobody answers at the address or lets us in. */
export async function tryServer(databaseUrl: string, setting: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw databaseFault(error, databaseUrl, setting, { always: true });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Does some work with the database of the settings and leaves it, whatever came of the work.
 *
 * @throws what the work throws; where the database is at fault, one line that names the setting.
 */
export async function withDatabase<Result>(
  settings: DatabaseSettings,
  work: (database: ReachedDatabase) => Promise<Result>,
): Promise<Result> {
  const { leave, ...database } = await reachDatabase(settings);
  try {
    return await work(database);
  } catch (error) {
    throw database.explain(error);
  } finally {
    await leave();
  }
}
