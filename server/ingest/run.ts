/** Loads files into intake: all of them or, with every problem listed, nothing. */

import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { rememberPlace } from '../../db/known-place.ts';
import type { Place } from '../contract/place.ts';
import { listChanges } from './changed-figures.ts';
import { listContradictions } from './contradictions.ts';
import { recordFiles } from './editions.ts';
import type { Held } from './held.ts';
import { holdWithdrawn } from './held.ts';
import { areaLists, type LiveAreas } from './known-areas.ts';
import { mergeAreas } from './merge-areas.ts';
import { mergeDocuments } from './merge-documents.ts';
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
import { type Load, Reading } from './reading.ts';
import { recordRefusal } from './refusals.ts';
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
import type { Tally } from './source.ts';
import { sha256Of } from './source-file.ts';
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
export interface LoadSummary extends Tally {
  /** Figures, areas, links, outlines and documents of the place that the files hold. */
  kept: number;
  /** How many of them are new or differ from what was loaded before. */
  changed: number;
  /** How its figures stand beside those loaded before. */
  revisions: Revisions;
  /** Figures that stay as they are, because a source that goes before this one gave them. */
  leftFor: readonly LeftFor[];
  /** Withdrawn figures that may be published again. */
  lifted: number;
  /** Rows that stood twice alike and count once. */
  twins: number;
  /** What was there before and is missing from the files, in words. */
  warnings: readonly string[];
}

/** Thrown to leave the database as it was: nothing is wrong. */
class NothingToKeep extends Error {}

/** @throws LoadRefused with every problem of every file; the database is then as it was. */
export async function runLoad(load: Load, options: LoadOptions): Promise<LoadSummary> {
  let summary: LoadSummary | undefined;
  try {
    await options.database.kysely.transaction().execute(async (transaction) => {
      const { isNews, ...loaded } = await loadFiles(load, options, transaction);
      summary = loaded;
      if (options.dryRun === true || !isNews) throw new NothingToKeep();
    });
  } catch (error) {
    if (error instanceof LoadRefused && options.dryRun !== true) await recordRefusal(load, error, options);
    if (!(error instanceof NothingToKeep)) throw error;
  }
  if (summary === undefined) throw new Error('a load that ends has a summary');
  return summary;
}

async function loadFiles(
  load: Load,
  options: LoadOptions,
  transaction: Transaction<AllTables>,
): Promise<LoadSummary & { readonly isNews: boolean }> {
  await rememberPlace(transaction, options.place);
  const loadId = await recordLoad(transaction, load, options.now());
  const added =
    options.changesTo === undefined ? await addAll(load, options, transaction, loadId) : undefined;
  const { reading, revisions, leftFor, confirmed, twins, warnings, held } =
    added ?? (await mergeAll(load, options, transaction, loadId));
  const { doubts = new Map<string, number[]>(), ...tally } = reading.tally;
  const summary = {
    ...tally,
    kept: reading.kept - twins,
    twins,
    warnings: [
      ...[...doubts].map(([why, rows]) => `${why} (${inRows(rows)})`),
      ...warnings,
      ...held.warnings,
    ],
    revisions,
    leftFor,
    lifted: held.lifted,
    changed:
      revisions.added +
      revisions.changed +
      (await mergeAreas(transaction, reading.geography)) +
      (await mergeDocuments(transaction, reading.documents, loadId)),
  };
  await transaction
    .updateTable('intake.load')
    .set({
      rows_read: summary.read,
      rows_kept: summary.kept,
      rows_skipped: summary.skipped,
      brings_areas: reading.geography.length > 0,
    })
    .where('id', '=', loadId)
    .execute();
  return { ...summary, isNews: summary.changed + confirmed + held.lifted > 0 };
}

/** Rows of one kind that are named; the others are counted. */
const NAMED = 5;

function inRows(rows: readonly number[]): string {
  const others = rows.length - NAMED;
  return `row${rows.length === 1 ? '' : 's'} ${rows.slice(0, NAMED).join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

interface Loaded {
  readonly reading: Reading;
  readonly revisions: Revisions;
  readonly leftFor: readonly LeftFor[];
  /** Figures that a newer edition says too. */
  readonly confirmed: number;
  readonly held: Held;
  readonly twins: number;
  readonly warnings: readonly string[];
}

/**
 * Straight into the table, as fast as COPY goes: right where every figure is new. Undefined, with nothing
 * done, where one is there already or anything is wrong.
 */
async function addAll(
  load: Load,
  { database, place, now, acceptChanges = false, acceptWithdrawn = false }: LoadOptions,
  transaction: Transaction<AllTables>,
  loadId: number,
): Promise<Loaded | undefined> {
  await sql`savepoint adding`.execute(transaction);
  const { files } = load;
  const areas = await knownAreas(transaction);
  const reading = new Reading(load, place, areas, { today: now(), acceptChanges });
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
async function mergeAll(
  load: Load,
  { database, place, now, acceptChanges = false, ...options }: LoadOptions,
  transaction: Transaction<AllTables>,
  loadId: number,
): Promise<Loaded> {
  await createStaging(transaction);
  const { files } = load;
  const areas = await knownAreas(transaction);
  const reading = new Reading(load, place, areas, { today: now(), acceptChanges });
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

async function recordLoad(transaction: Transaction<AllTables>, load: Load, now: Date): Promise<number> {
  const digests = await Promise.all(load.files.map(sha256Of));
  const { id } = await transaction
    .insertInto('intake.load')
    .values({
      source: load.source.id,
      title: load.source.title,
      file_name: load.files.map((file) => file.name).join(', '),
      sha256: digests.join(' '),
      loaded_at: now.toISOString(),
      rows_read: 0,
      rows_kept: 0,
      rows_skipped: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
