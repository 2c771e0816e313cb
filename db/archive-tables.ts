/** The tables of an archive, one at a time: read out of a database, and into one. */
import { createHash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import { sql, type Transaction } from 'kysely';
import type { ArchiveTable, TableDigest } from './archive-format.ts';
import type { Database } from './connect.ts';
import type { AllTables } from './desk-schema.ts';

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** What its rows are ordered by: its key, or where it has none all of its columns. */
  readonly key: readonly string[];
  /** The column that numbers rows by itself, where there is one. */
  readonly identity: string | null;
}

/** All tables of the product but the steps of the schema, which belong to the code that restores and not to what it restores. */
export async function tablesOf(transaction: Transaction<AllTables>): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select table_schema || '.' || table_name as name,
      json_agg(column_name::text order by ordinal_position) as columns,
      coalesce(json_agg(column_name::text order by position_in_key) filter (where position_in_key is not null),
        json_agg(column_name::text order by ordinal_position)) as key,
      max(column_name) filter (where is_identity = 'YES')::text as identity
    from information_schema.columns
    left join (
      select table_schema, table_name, column_name, ordinal_position as position_in_key
      from information_schema.key_column_usage join information_schema.table_constraints
        using (constraint_schema, constraint_name, table_schema, table_name)
      where constraint_type = 'PRIMARY KEY') keys using (table_schema, table_name, column_name)
    where table_schema in ('intake', 'release', 'desk') and (table_schema, table_name) <> ('release', 'schema_step')
    group by table_schema, table_name order by 1`.execute(transaction);
  return rows;
}

export async function* archivedRows(
  owner: Database<AllTables>,
  { name, columns, key }: Table,
): AsyncGenerator<Buffer, TableDigest> {
  const hash = createHash('sha256');
  let rows = 0;
  const copy = owner.copyOut(`select ${columns.join(', ')} from ${name} order by ${key.join(', ')}`);
  try {
    for await (const chunk of copy.iterator({ destroyOnReturn: false })) {
      rows += countLines(chunk as Buffer);
      hash.update(chunk as Buffer);
      yield chunk as Buffer;
    }
  } finally {
    // Whoever stops reading leaves a connection that is still sending: the transaction could not be ended on it.
    if (!copy.readableEnded) {
      copy.resume();
      await finished(copy).catch(() => undefined);
    }
  }
  return { rows, sha256: hash.digest('hex') };
}

const countLines = (chunk: Buffer) => {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count++;
  return count;
};

export async function restoreTable(
  owner: Database<AllTables>,
  { name, columns, rows }: ArchiveTable,
): Promise<TableDigest> {
  const hash = createHash('sha256');
  let count = 0;
  async function* pieces() {
    for await (const chunk of rows) {
      hash.update(chunk);
      count += countLines(chunk);
      yield chunk;
    }
  }
  await owner.copyIn(name, columns, pieces());
  return { rows: count, sha256: hash.digest('hex') };
}

/** Work that was asked for and came to nothing is no reason to refuse: the work of the archive takes its place. */
export async function requireEmpty(transaction: Transaction<AllTables>, table: string): Promise<void> {
  if (table === 'desk.job') await sql`truncate desk.job cascade`.execute(transaction);
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(transaction);
  if (rows.length > 0) throw new Error(`the database is not empty: ${table} holds rows`);
}

export async function continueNumbers(
  transaction: Transaction<AllTables>,
  table: string,
  column: string | null,
): Promise<void> {
  if (column === null) return;
  await sql`select setval(pg_get_serial_sequence(${table}, ${column}), greatest(max(${sql.ref(column)}), 1), count(*) > 0)
    from ${sql.table(table)}`.execute(transaction);
}
