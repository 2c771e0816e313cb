/** The figures in fixtures/, loaded and published, so that a new installation shows something true at once. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { restoreArchive } from '../db/archive.ts';
import type { Database } from '../db/connect.ts';
import type { AllTables } from '../db/desk-schema.ts';
import type { Place } from './contract/place.ts';
import { runLoad } from './ingest/run.ts';
import { openSourceFile } from './ingest/source-file.ts';
import { sourceOf } from './ingest/sources.ts';
import type { Pattern } from './publish/pattern.ts';
import { runPublish } from './publish/run.ts';

const FIXTURES = resolve(import.meta.dirname, '..', 'fixtures');

/** A release of it: what is loaded for it, and published, at a moment. */
interface PlannedRelease {
  readonly at: string;
  readonly loads: readonly { readonly source: string; readonly files: readonly string[] }[];
  readonly publish: readonly string[];
}
interface Demonstration {
  /** Some weeks apart, so that what changed, and what was reported then, can be seen. */
  readonly releases: readonly PlannedRelease[];
  /** Files of what was found out about protecting its tables, so that a first start only has to check it. */
  readonly patterns: readonly string[];
}

/** What loading and publishing the extracts gives, kept so that a first start takes seconds (`npm run demonstration`). */
export const DEMONSTRATION_ARCHIVE = join(FIXTURES, 'demonstration.archive.zst');
/** @throws Error where the database holds something, or is of another place than the demonstration. */
export async function restoreDemonstration(database: Database<AllTables>, place: Place): Promise<void> {
  await restoreArchive(database, DEMONSTRATION_ARCHIVE, place);
}

/** Loads the extracts and publishes them: what the archive is made of. */
export async function loadDemonstration(database: Database<AllTables>, place: Place): Promise<void> {
  const plan = readPlan();
  const patterns = plan.patterns.flatMap(
    (file) => JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')) as Pattern[],
  );
  for (const release of plan.releases) {
    // Said to be then, however often it is made again.
    const now = () => new Date(release.at);
    await loadFiles(release, database, place, now);
    await runPublish(release.publish, { database, place, now, patterns });
  }
}

const readPlan = () =>
  JSON.parse(readFileSync(join(FIXTURES, 'demonstration.json'), 'utf8')) as Demonstration;

/** Loads the files of all its releases, for whoever asks something of them before they are published. */
export async function loadEverything(
  database: Database<AllTables>,
  place: Place,
  now: () => Date,
): Promise<void> {
  for (const release of readPlan().releases) await loadFiles(release, database, place, now);
}

async function loadFiles(
  { loads }: PlannedRelease,
  database: Database<AllTables>,
  place: Place,
  now: () => Date,
): Promise<void> {
  for (const { source, files } of loads) {
    const opened = await Promise.all(files.map((file) => openSourceFile(join(FIXTURES, file))));
    await runLoad({ source: sourceOf(source), files: opened }, { database, place, now });
  }
}
