/** A database with two releases for browser tests: the demonstration, and a revision of it made for the test. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectOwner, type DatabaseLocation } from '../db/connect.ts';
import { runLoad } from '../server/ingest/run.ts';
import { openSourceFile } from '../server/ingest/source-file.ts';
import { sourceOf } from '../server/ingest/sources.ts';
import { runPublish } from '../server/publish/run.ts';
import { demonstrationDatabase, testConfig } from '../server/testing.ts';

const { place } = testConfig;

/** MMR: a quarter revised, a quarter added, well above the one a year before. */
const REVISION = [
  'measure,period,area_type,area_code,value',
  `mmr-1-at-2-years,2024-25-Q1,borough,${place.code},700`,
  `children-reaching-2-years,2024-25-Q1,borough,${place.code},760`,
  `mmr-1-at-2-years,2025-26-Q1,borough,${place.code},745`,
  `children-reaching-2-years,2025-26-Q1,borough,${place.code},760`,
].join('\n');

export async function databaseWithTwoReleases(): Promise<DatabaseLocation> {
  const location = await demonstrationDatabase();
  const database = connectOwner(location);
  const file = join(await mkdtemp(join(tmpdir(), 'revision-')), 'revision.csv');
  await writeFile(file, REVISION);
  const now = () => new Date('2026-11-25T09:00:00Z');
  await runLoad({ source: sourceOf('plain'), files: [await openSourceFile(file)] }, { database, place, now });
  await runPublish(['childhood-vaccination'], { database, place, now });
  await database.close();
  return location;
}
