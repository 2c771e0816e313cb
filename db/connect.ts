/** The one place that knows which engine is behind: PGlite in a folder, or a PostgreSQL server. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PGlite, types } from '@electric-sql/pglite';
import { CompiledQuery, type DatabaseConnection, Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { lockFolder } from './folder-lock.ts';
import type { AllTables, ReleaseTables } from './schema.ts';

export interface DatabaseLocation {
  /** A PostgreSQL server; where absent, PGlite keeps its files in `dataFolder`, or in memory where that is absent too. */
  readonly databaseUrl?: string | undefined;
  readonly dataFolder?: string | undefined;
}

export interface Database<Tables> {
  readonly engine: 'pglite' | 'postgres';
  readonly kysely: Kysely<Tables>;
  /** Bulk load in COPY's text format, inside the transaction that is open on `kysely`, if one is. */
  copyIn(table: string, columns: readonly string[], lines: AsyncIterable<string>): Promise<void>;
  close(): Promise<void>;
}

const instant = (text: string) => new Date(text).toISOString();
/** Both engines hand over the same JavaScript values: numbers, `YYYY-MM-DD`, ISO instants. */
const parsers: Record<number, (text: string) => unknown> = {
  [types.INT8]: Number,
  [types.NUMERIC]: Number,
  [types.DATE]: (text) => text,
  [types.TIMESTAMPTZ]: instant,
};
const pgTypes = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[id]) ||
    pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};

/** For commands that migrate, load and publish. One connection: a COPY runs inside the open transaction. */
export function connectOwner(location: DatabaseLocation): Database<AllTables> {
  return location.databaseUrl === undefined
    ? connectPglite<AllTables>(location.dataFolder)
    : connectPostgres<AllTables>(location.databaseUrl, 1);
}

/** For the API: a connection that has no rights on intake, in a type that does not know its tables. */
export function connectReader(location: DatabaseLocation, poolSize = 10): Database<ReleaseTables> {
  const asReader = async (connection: DatabaseConnection) => {
    await connection.executeQuery(CompiledQuery.raw('set role release_reader'));
    // Every question is a look-up by a whole key: one plan serves all values, and planning would cost more than the look-up.
    await connection.executeQuery(CompiledQuery.raw('set plan_cache_mode = force_generic_plan'));
  };
  return location.databaseUrl === undefined
    ? connectPglite<ReleaseTables>(location.dataFolder, asReader)
    : connectPostgres<ReleaseTables>(location.databaseUrl, poolSize, asReader);
}

type OnConnection = (connection: DatabaseConnection) => Promise<void>;

function connectPostgres<Tables>(
  url: string,
  max: number,
  onCreateConnection?: OnConnection,
): Database<Tables> {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max,
    types: pgTypes,
    connectionTimeoutMillis: 5000,
    application_name: 'population-health',
  });
  // Without a listener a server that goes away while a connection is idle would end the process.
  pool.on('error', () => undefined);
  let client: pg.PoolClient | undefined;
  pool.on('connect', (connected) => {
    client = connected;
  });
  return {
    engine: 'postgres',
    kysely: new Kysely<Tables>({
      dialect: new PostgresDialect({ pool, ...(onCreateConnection && { onCreateConnection }) }),
    }),
    copyIn: async (table, columns, lines) => {
      if (max !== 1 || client === undefined) throw new Error('copyIn needs an open transaction of the owner');
      const copy = client.query(copyFrom(copyStatement(table, columns, 'stdin')));
      await pipeline(Readable.from(lines, { objectMode: true, highWaterMark: 4 }), copy);
    },
    close: () => pool.end(),
  };
}

/** A question is asked in few wordings and many values: the server parses and plans each wording once per connection. */
class PreparingClient extends pg.Client {
  static readonly #names = new Map<string, string>();

  override query(...parameters: unknown[]): never {
    const [text, values, ...rest] = parameters;
    if (
      typeof text !== 'string' ||
      !Array.isArray(values) ||
      values.length === 0 ||
      !text.startsWith('select ')
    ) {
      return super.query(...(parameters as [never])) as never;
    }
    const names = PreparingClient.#names;
    const name = names.get(text) ?? `question_${names.size}`;
    names.set(text, name);
    return super.query({ name, text, values } as never, ...(rest as [never])) as never;
  }
}

/** PGlite takes a COPY as one blob: pieces of this size keep the memory it needs small. */
const BLOB_CHARACTERS = 8_000_000;

function connectPglite<Tables>(
  folder: string | undefined,
  onCreateConnection?: OnConnection,
): Database<Tables> {
  const lock = folder === undefined ? undefined : lockFolder(folder);
  if (folder !== undefined) mkdirSync(join(folder, 'pglite'), { recursive: true });
  const pglite = new PGlite({
    ...(folder && { dataDir: join(folder, 'pglite') }),
    parsers,
    relaxedDurability: false,
  });
  let transaction: Pick<PGlite, 'query'> | undefined;
  const observed = {
    query: pglite.query.bind(pglite),
    close: pglite.close.bind(pglite),
    get ready() {
      return pglite.ready;
    },
    get closed() {
      return pglite.closed;
    },
    waitReady: pglite.waitReady,
    // Kysely's open transaction owns the connection, so a COPY has to go through that very object.
    transaction: <T>(run: (tx: Parameters<Parameters<PGlite['transaction']>[0]>[0]) => Promise<T>) =>
      pglite.transaction(async (tx) => {
        transaction = tx;
        try {
          return await run(tx);
        } finally {
          transaction = undefined;
        }
      }),
  };
  return {
    engine: 'pglite',
    kysely: new Kysely<Tables>({
      dialect: new PGliteDialect({ pglite: observed, ...(onCreateConnection && { onCreateConnection }) }),
    }),
    copyIn: async (table, columns, lines) => {
      const send = async (pieces: string[]) => {
        const blob = new Blob(pieces);
        await (transaction ?? pglite).query(copyStatement(table, columns, "'/dev/blob'"), [], { blob });
      };
      let pieces: string[] = [];
      let length = 0;
      for await (const piece of lines) {
        pieces.push(piece);
        length += piece.length;
        if (length < BLOB_CHARACTERS) continue;
        await send(pieces);
        pieces = [];
        length = 0;
      }
      if (length > 0) await send(pieces);
    },
    close: async () => {
      if (!pglite.closed) await pglite.close();
      lock?.release();
    },
  };
}

function copyStatement(table: string, columns: readonly string[], from: string): string {
  return `copy ${table} (${columns.join(', ')}) from ${from}`;
}
