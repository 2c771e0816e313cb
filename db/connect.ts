/** Connections to the PostgreSQL server behind, embedded or not: one for commands, a pool for the API. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { AllTables } from './desk-schema.ts';
import { READER_ROLE } from './reader-role.ts';
import type { ReleaseTables } from './schema.ts';

export interface DatabaseLocation {
  readonly databaseUrl: string;
}

export interface Database<Tables> {
  readonly kysely: Kysely<Tables>;
  /** Bulk load in COPY's text format, inside the transaction that is open on `kysely`, if one is. */
  copyIn(table: string, columns: readonly string[], lines: AsyncIterable<string | Uint8Array>): Promise<void>;
  /** Rows of a query in COPY's text format, or in the form named, as the transaction that is open on `kysely` sees them. */
  copyOut(query: string, form?: string): Readable;
  close(): Promise<void>;
}

const instant = (text: string) => new Date(text).toISOString();
const { INT8, NUMERIC, DATE, TIMESTAMPTZ } = pg.types.builtins;
/** Values arrive as numbers, `YYYY-MM-DD` and ISO instants. */
const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: instant,
};
const pgTypes = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[id]) ||
    pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};

/** For commands that migrate, load and publish. One connection: a COPY runs inside the open transaction. */
export function connectOwner({ databaseUrl }: DatabaseLocation): Database<AllTables> {
  return connect<AllTables>(databaseUrl, 1, undefined, OWNER_LIMITS);
}

/** For the API: a connection that has no rights on intake, in a type that does not know its tables. */
export function connectReader(
  { databaseUrl }: DatabaseLocation,
  poolSize = 10,
  limits = READING_LIMITS,
): Database<ReleaseTables> {
  const asReader = async (connection: DatabaseConnection) => {
    await connection.executeQuery(CompiledQuery.raw(`set role ${READER_ROLE}`));
    // Every question is a look-up by a whole key: one plan serves all values, and planning would cost more than the look-up.
    await connection.executeQuery(CompiledQuery.raw('set plan_cache_mode = force_generic_plan'));
  };
  return connect<ReleaseTables>(databaseUrl, poolSize, asReader, limits);
}

/** To ask what a login may do, as itself. */
export function connectLogin({ databaseUrl }: DatabaseLocation): Database<ReleaseTables> {
  return connect<ReleaseTables>(databaseUrl, 1);
}

type OnConnection = (connection: DatabaseConnection) => Promise<void>;

/**
 * A large workbook is read in one go, and on a busy machine that takes longer than a connection may take to be made elsewhere: a
 * worker that gave up then left its job to another, which gave up at the same file. It keeps the connection it has.
 */
const OWNER_LIMITS = { connectionTimeoutMillis: 120_000, idleTimeoutMillis: 0 };

/** What a reader's question may take: the server ends it then, and where nothing comes back at all the client does. */
const READING_LIMITS = { statement_timeout: 10_000, query_timeout: 12_000 };

function connect<Tables>(
  url: string,
  max: number,
  onCreateConnection?: OnConnection,
  limits: Pick<
    pg.PoolConfig,
    'statement_timeout' | 'query_timeout' | 'connectionTimeoutMillis' | 'idleTimeoutMillis'
  > = {},
): Database<Tables> {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max,
    types: pgTypes,
    connectionTimeoutMillis: 5000,
    // A connection that no longer carries anything is noticed by the system, too.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...limits,
    application_name: 'population-health',
  });
  // Without a listener a server that goes away would end the process, whether the connection is idle or at work: whoever
  // waits for an answer on it is told all the same.
  pool.on('error', () => undefined);
  let client: pg.PoolClient | undefined;
  pool.on('connect', (connected) => {
    connected.on('error', () => undefined);
    client = connected;
  });
  const only = () => {
    if (max !== 1 || client === undefined) throw new Error('COPY needs an open transaction of the owner');
    return client;
  };
  return {
    kysely: new Kysely<Tables>({
      dialect: new PostgresDialect({ pool, ...(onCreateConnection && { onCreateConnection }) }),
    }),
    copyIn: async (table, columns, lines) => {
      const copy = only().query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
      await pipeline(Readable.from(lines, { objectMode: true, highWaterMark: 4 }), copy);
    },
    copyOut: (query, form = '') => only().query(copyTo(`copy (${query}) to stdout ${form}`)),
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
      return this.#asked(super.query(...(parameters as [never])));
    }
    const names = PreparingClient.#names;
    const name = names.get(text) ?? `question_${names.size}`;
    names.set(text, name);
    return this.#asked(super.query({ name, text, values } as never, ...(rest as [never])));
  }
  /** A connection on which an answer stays out is given up: the next question would wait behind that one. */
  #asked(answer: unknown): never {
    if (answer instanceof Promise)
      answer.catch((error: Error) => {
        if (error.message === 'Query read timeout') this.connection.stream.destroy(error);
      });
    return answer as never;
  }
}
