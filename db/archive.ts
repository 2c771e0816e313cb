/**
 * Everything a database holds, in one file: what COPY writes of each table, between lines that say which table it is.
 *
 * The file is text, compressed with zstd: a line of JSON that names the migration; for each table a line of JSON, its rows as
 * COPY writes them and `\.`; at the end a line of JSON with the rows and the digest of each table.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { sql, type Transaction } from 'kysely';
import { type Digests, readArchive, type TableDigest } from './archive-format.ts';
import { archivedRows, continueNumbers, requireEmpty, restoreTable, tablesOf } from './archive-tables.ts';
import type { Database } from './connect.ts';
import type { AllTables } from './desk-schema.ts';
import { type KnownPlace, requirePlace } from './known-place.ts';
import { migrate, migrateTo, newestMigration } from './migrate.ts';

/** How hard a file is compressed: one for every night, or one that is kept in a repository. */
const QUICK = 6;
export const STRONGEST_COMPRESSION = 19;

/** @throws Error where it cannot be written; there is then no file. */
export async function writeArchive(
  owner: Database<AllTables>,
  path: string,
  { level = QUICK }: { readonly level?: number } = {},
): Promise<Digests> {
  if (existsSync(path) && !statSync(path).isFile()) throw new Error(`${path} is no file that can be written`);
  // A name nobody can have prepared, for its owner alone.
  const making = `${path}.${randomUUID()}.making`;
  const digests = await reading(owner, async (transaction) => {
    const found: Record<string, TableDigest> = {};
    async function* pieces() {
      yield line({ archive: 'population-health', migration: await newestMigration(transaction) });
      for (const table of await tablesOf(transaction)) {
        yield line({ table: table.name, columns: table.columns });
        found[table.name] = yield* archivedRows(owner, table);
        yield '\\.\n';
      }
      yield line({ digests: found });
    }
    const compress = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: level } });
    await pipeline(
      Readable.from(pieces()),
      compress,
      createWriteStream(making, { mode: 0o600, flags: 'wx' }),
    );
    return found;
  }).catch((error: NodeJS.ErrnoException) => {
    rmSync(making, { force: true });
    throw error.code === 'ENOSPC' ? new Error(`${path} cannot be written: the disk is full`) : error;
  });
  await rename(making, path);
  return digests;
}

/** What an archive would say of the database as it is now. */
export async function digestsOf(owner: Database<AllTables>): Promise<Digests> {
  return reading(owner, async (transaction) => {
    const found: Record<string, TableDigest> = {};
    for (const table of await tablesOf(transaction)) {
      const rows = archivedRows(owner, table);
      let next = await rows.next();
      while (!next.done) next = await rows.next();
      found[table.name] = next.value;
    }
    return found;
  });
}

/**
 * Fills an empty database from an archive, at the newest schema.
 *
 * @param place what the database is of: an archive of another place is refused.
 * @throws Error where the database holds something already, or the archive is cut short, altered, newer than this code or
 * of another place; the database is then as it was.
 */
export async function restoreArchive(
  owner: Database<AllTables>,
  path: string,
  place: KnownPlace,
): Promise<Digests> {
  const content = unpacked(path);
  const { migration, tables, digests } = await readArchive(content);
  await migrateTo(owner.kysely, migration);
  const restored = await owner.kysely.transaction().execute(async (transaction) => {
    const found: Record<string, TableDigest> = {};
    const numbered = new Map((await tablesOf(transaction)).map(({ name, identity }) => [name, identity]));
    for await (const table of tables()) {
      if (!numbered.has(table.name))
        throw new Error(`the archive has a table ${table.name}, which is unknown here`);
      await requireEmpty(transaction, table.name);
      found[table.name] = await restoreTable(owner, table);
      await continueNumbers(transaction, table.name, numbered.get(table.name) ?? null);
    }
    const written = digests();
    for (const name of Object.keys(found))
      if (written[name] === undefined)
        throw new Error(`the archive is damaged: nothing tells the rows of ${name}`);
    for (const [name, { rows, sha256 }] of Object.entries(written)) {
      if (found[name]?.sha256 !== sha256 || found[name]?.rows !== rows)
        throw new Error(`the archive is damaged: the rows of ${name} are not those that were written`);
    }
    await endOpenJobs(transaction);
    await requirePlace(transaction, place);
    return found;
  });
  await migrate(owner.kysely);
  return restored;
}

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  try {
    const [file, content] = [createReadStream(path), createZstdDecompress()];
    file.once('error', (error) => content.destroy(error));
    yield* file.pipe(content);
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('ZSTD_')) throw error;
    throw new Error(`${path} is no archive of this product, or is damaged`, { cause: error });
  }
}

/** Whoever asked for them is gone, and their files may be. */
async function endOpenJobs(transaction: Transaction<AllTables>): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('desk.job') is not null as there`.execute(
    transaction,
  );
  if (rows[0]?.there !== true) return;
  await transaction
    .updateTable('desk.job')
    .set({
      outcome: 'failed',
      fault: 'it was not done when the backup was made',
      ended_at: new Date().toISOString(),
    })
    .where('outcome', 'is', null)
    .execute();
}

const line = (value: object) => `${JSON.stringify(value)}\n`;

function reading<Result>(
  owner: Database<AllTables>,
  read: (transaction: Transaction<AllTables>) => Promise<Result>,
): Promise<Result> {
  return owner.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(read);
}
