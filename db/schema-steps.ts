/**
 * Which steps of the schema a database has made, for code that is not the code that made them. A step that only adds leaves
 * older code able to serve, so that servers can be updated one after the other, and the last update taken back.
 */
import { type Kysely, sql } from 'kysely';
import { ownFault } from './embedded/faults.ts';

export interface SchemaStep {
  readonly name: string;
  /** Whether code from before the step can still read what is released. */
  readonly additive: boolean;
}

/** @returns the steps the database knows of; undefined where it is from before they were recorded. */
async function recordedSteps<Tables>(db: Kysely<Tables>): Promise<readonly SchemaStep[] | undefined> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('release.schema_step') is not null as there`.execute(db);
  if (rows[0]?.there !== true) return undefined;
  const steps = await sql<SchemaStep>`select name, additive from release.schema_step order by name`.execute(
    db,
  );
  return steps.rows;
}

/** @returns how many were not recorded yet. */
export async function recordSteps<Tables>(db: Kysely<Tables>, steps: readonly SchemaStep[]): Promise<number> {
  const recorded = new Set((await recordedSteps(db))?.map(({ name }) => name));
  const lacking = steps.filter(({ name }) => !recorded.has(name));
  for (const { name, additive } of lacking)
    await sql`insert into release.schema_step values (${name}, ${additive}) on conflict do nothing`.execute(
      db,
    );
  return lacking.length;
}

/** Steps that this code does not know: the database was changed by newer code. */
export async function unknownSteps<Tables>(
  db: Kysely<Tables>,
  known: readonly string[],
): Promise<readonly SchemaStep[]> {
  return ((await recordedSteps(db)) ?? []).filter(({ name }) => !known.includes(name));
}

/**
 * Whether this code can serve the database as it stands.
 *
 * @returns a line to say where the database is newer and only adds.
 * @throws OwnFault where it is older, or newer in more than additions.
 */
export async function requireReadable<Tables>(
  db: Kysely<Tables>,
  known: readonly string[],
  setting: string,
): Promise<string | undefined> {
  const recorded = await recordedSteps(db);
  const made = new Set(recorded?.map(({ name }) => name));
  const newest = recorded?.at(-1)?.name;
  const lacking = known.find((name) => !made.has(name));
  if (lacking !== undefined)
    throw ownFault(
      `${setting}: the database is older than this code (it lacks ${lacking}); run npm run grants first`,
    );
  const unknown = recorded?.filter(({ name }) => !known.includes(name)) ?? [];
  const breaking = unknown.find(({ additive }) => !additive);
  if (breaking !== undefined)
    throw ownFault(
      `${setting}: the database is newer than this code and cannot be read by it (${breaking.name}); update this code`,
    );
  return unknown.length === 0
    ? undefined
    : `the database is newer than this code (${newest}); it only adds, so this code goes on serving`;
}
