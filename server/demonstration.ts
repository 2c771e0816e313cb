/** The figures in fixtures/, loaded and published, so that a new installation shows something true at once. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { restoreArchive } from '../db/archive.ts';
import type { Database } from '../db/connect.ts';
import type { AllTables } from '../db/schema.ts';
import type { Place } from './contract/place.ts';
import { runLoad } from './ingest/run.ts';
import { openSourceFile } from './ingest/source-file.ts';
import { sourceOf } from './ingest/sources.ts';
import type { Pattern } from './publish/pattern.ts';
import { runPublish } from './publish/run.ts';

const FIXTURES = resolve(import.meta.dirname, '..', 'fixtures');

interface Demonstration {
  readonly loads: readonly { readonly source: string; readonly files: readonly string[] }[];
  readonly publish: readonly string[];
  /** Files of what was found out about protecting its tables, so that a first start only has to check it. */
  readonly patterns: readonly string[];
}

/** What loading and publishing the extracts gives, kept so that a first start takes seconds (`npm run demonstration`). */
export const DEMONSTRATION_ARCHIVE = join(FIXTURES, 'demonstration.archive.zst');
/** When the demonstration is said to be published, however often it is made again: after the newest of what it holds. */
export const demonstrationNow = () => new Date('2026-11-23T09:00:00Z');

/** @throws Error where the database holds something, or is of another place than the demonstration. */
export async function restoreDemonstration(database: Database<AllTables>, place: Place): Promise<void> {
  await restoreArchive(database, DEMONSTRATION_ARCHIVE, place);
}

/** Loads the extracts and publishes them: what the archive is made of. */
export async function loadDemonstration(
  database: Database<AllTables>,
  place: Place,
  now: () => Date,
): Promise<void> {
  const plan = JSON.parse(readFileSync(join(FIXTURES, 'demonstration.json'), 'utf8')) as Demonstration;
  await loadFiles(plan, database, place, now);
  const patterns = plan.patterns.flatMap(
    (file) => JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')) as Pattern[],
  );
  await runPublish(plan.publish, { database, place, now, patterns });
}

/** Loads its files alone, for whoever asks something of them before they are published. */
export async function loadFiles(
  { loads }: Pick<Demonstration, 'loads'>,
  database: Database<AllTables>,
  place: Place,
  now: () => Date,
): Promise<void> {
  for (const { source, files } of loads) {
    const opened = await Promise.all(files.map((file) => openSourceFile(join(FIXTURES, file))));
    await runLoad({ source: sourceOf(source), files: opened }, { database, place, now });
  }
}
