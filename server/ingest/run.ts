/** Loads files into intake: all of them or, with every problem listed, nothing. */

import type { Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import { rememberPlace } from '../../db/known-place.ts';

import { addAll, type LoadOptions, mergeAll } from './load-observations.ts';
import { mergeAreas } from './merge-areas.ts';
import { mergeDocuments } from './merge-documents.ts';
import { LoadRefused } from './problems.ts';
import type { Load } from './reading.ts';
import { recordRefusal } from './refusals.ts';
import type { LeftFor, Revisions } from './revisions.ts';
import type { Tally } from './source.ts';
import { sha256Of } from './source-file.ts';

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
