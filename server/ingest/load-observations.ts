/** Figures of a load into intake: straight into the table, or beside it first, where they can be told from those there. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import type { Place } from '../contract/place.ts';
import { listChanges } from './changed-figures.ts';
import { listContradictions } from './contradictions.ts';
import { recordFiles } from './editions.ts';
import type { HeldBack } from './held.ts';
import { holdWithdrawn } from './held.ts';
import { areaLists, type LiveAreas } from './known-areas.ts';
import {
  createStaging,
  dropTwins,
  listDuplicates,
  listRemovals,
  measureStaged,
  warnOfAbsent,
} from './merge-observations.ts';
import { OBSERVATION_COLUMNS, observationLine, STAGED_COLUMNS } from './observation-rows.ts';
import { LoadRefused } from './problems.ts';
import { FileReading, type Load } from './reading.ts';
import {
  compareStaged,
  countCompared,
  countLeft,
  type LeftFor,
  mergeCompared,
  type Revisions,
  warnOfAge,
  writeChanges,
} from './revisions.ts';
import { isLackingDenominators, listLackingDenominators } from './without-denominator.ts';

export interface LoadOptions {
  readonly database: Database<AllTables>;
  readonly place: Place;
  readonly now: () => Date;
  /** Read and check everything, then leave the database as it was. */
  readonly dryRun?: boolean;
  /** Figures that were loaded before may be none now. */
  readonly acceptRemovals?: boolean;
  /** Figures that are odd, or differ from the last edition by more than half, are right all the same. */
  readonly acceptChanges?: boolean;
  /** Figures of a file older than the one that was loaded take its place. */
  readonly acceptOlder?: boolean;
  /** Figures that were withdrawn are right now. */
  readonly acceptWithdrawn?: boolean;
  /** Where to write every figure that is new or differs, as CSV. */
  readonly changesTo?: string;
}

interface Loaded {
  readonly reading: FileReading;
  readonly revisions: Revisions;
  readonly leftFor: readonly LeftFor[];
  /** Figures that a newer edition says too. */
  readonly confirmed: number;
  readonly held: HeldBack;
  readonly twins: number;
  readonly warnings: readonly string[];
}

/**
 * Straight into the table, as fast as COPY goes: right where every figure is new. Undefined, with nothing
 * done, where one is there already or anything is wrong.
 */
export async function addAll(
  load: Load,
  { database, place, now, acceptChanges = false, acceptWithdrawn = false }: LoadOptions,
  transaction: Transaction<AllTables>,
  loadId: number,
): Promise<Loaded | undefined> {
  await sql`savepoint adding`.execute(transaction);
  const { files } = load;
  const areas = await knownAreas(transaction);
  const reading = new FileReading(load, place, areas, { today: now(), acceptChanges });
  let added = 0;
  async function* pieces() {
    for await (const { file, items } of reading.observations()) {
      added += items.length;
      yield items.map((item) => observationLine(item, [loadId, file])).join('');
    }
  }
  try {
    await database.copyIn('intake.observation', OBSERVATION_COLUMNS, pieces());
    const figures = { load: loadId };
    const { problems } = reading;
    const isWhole = problems.count === 0 && !(await isLackingDenominators(transaction, loadId));
    if (isWhole)
      await listContradictions({ transaction, figures, place, areas, files, problems, acceptChanges });
    if (isWhole && problems.count === 0) {
      await recordFiles(transaction, loadId, load.files, reading.editions);
      const warnings = await warnOfAbsent(transaction, load.source, { load: loadId });
      const here = sql`intake.observation where load_id = ${loadId}`;
      const held = await holdWithdrawn(transaction, here, acceptWithdrawn);
      const revisions = { added, changed: 0, same: 0, older: 0, lesser: 0 };
      return { reading, revisions, leftFor: [], confirmed: 0, twins: 0, warnings, held };
    }
  } catch (error) {
    if (!isThereAlready(error)) throw error;
  }
  await sql`rollback to savepoint adding`.execute(transaction);
  return undefined;
}

/** PostgreSQL's unique violation. */
function isThereAlready(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

/** Beside the table first, where duplicates can be told from revisions. */
export async function mergeAll(
  load: Load,
  { database, place, now, acceptChanges = false, ...options }: LoadOptions,
  transaction: Transaction<AllTables>,
  loadId: number,
): Promise<Loaded> {
  await createStaging(transaction);
  const { files } = load;
  const areas = await knownAreas(transaction);
  const reading = new FileReading(load, place, areas, { today: now(), acceptChanges });
  async function* pieces() {
    for await (const { file, items } of reading.observations()) {
      yield items.map((item) => observationLine(item, [file, item.row])).join('');
    }
  }
  await database.copyIn('staged', STAGED_COLUMNS, pieces());
  await measureStaged(transaction);
  const twins = await dropTwins(transaction);
  const { problems } = reading;
  await listDuplicates(transaction, files, problems);
  await listLackingDenominators(transaction, files, problems);
  // Where figures lack or stand twice nothing can be said about what they are together.
  if (problems.count > 0) throw new LoadRefused(problems);
  await recordFiles(transaction, loadId, files, reading.editions);
  await compareStaged(transaction, loadId, options.acceptOlder ?? false);
  if (options.changesTo !== undefined)
    await writeChanges(database, options.changesTo, load.source.countsPeople === true);
  if (options.acceptRemovals !== true) await listRemovals(transaction, files, problems);
  if (!acceptChanges) await listChanges(transaction, files, problems);
  const { confirmed, undated, ...revisions } = await countCompared(transaction);
  const leftFor = await countLeft(transaction);
  const warnings = [
    ...(await warnOfAbsent(transaction, load.source, 'staged')),
    ...(await warnOfAge(transaction, undated)),
  ];
  await mergeCompared(transaction, loadId);
  await listContradictions({
    transaction,
    figures: 'staged',
    place,
    areas,
    files,
    problems,
    acceptChanges,
  });
  if (problems.count > 0) throw new LoadRefused(problems);
  const held = await holdWithdrawn(transaction, sql`staged`, options.acceptWithdrawn ?? false);
  return { reading, revisions, leftFor, confirmed, twins, warnings, held };
}

/** The areas that are loaded. */
export async function knownAreas(db: Kysely<AllTables>): Promise<LiveAreas> {
  const rows = await db
    .selectFrom('intake.area')
    .select(['type', 'edition', 'code', 'name', 'known_as'])
    .execute();
  return areaLists(
    rows.flatMap(({ known_as, ...area }) =>
      known_as === null ? [area] : [area, { ...area, name: known_as }],
    ),
  );
}
