/** A made-up place of two wards, and files written as a steward would save them, for tests. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import type { Place } from '../contract/place.ts';
import { areaLists, type KnownArea } from './known-areas.ts';
import type { LoadOptions } from './load-observations.ts';
import { type FileProblem, LoadRefused, ProblemList } from './problems.ts';
import { type Load, readAll } from './reading.ts';
import { type LoadSummary, runLoad } from './run.ts';
import type { AnySource, Item, Tally } from './source.ts';
import { openSourceFile } from './source-file.ts';
import { sourceOf } from './sources.ts';

export const testPlace: Place = {
  code: 'E09000099',
  name: 'Exampleton',
  type: 'borough',
  parents: [{ code: 'E92000001', name: 'England', type: 'country' }],
  comparators: { plural: 'boroughs', others: [{ code: 'E09000097', name: 'Sampleford' }] },
};

export const lsoas = ['E01000001', 'E01000002', 'E01000003'] as const;
export const msoas = ['E02000001', 'E02000002'] as const;
export const wards = ['E05000001', 'E05000002'] as const;

const AREAS = `type,edition,code,name,borough_code
${lsoas.map((code, i) => `lsoa,2021,${code},Small ${i + 1},${testPlace.code}\nlsoa,2011,${code},Small ${i + 1},${testPlace.code}`).join('\n')}
${msoas.map((code, i) => `msoa,2011,${code},Middle ${i + 1},${testPlace.code}`).join('\n')}
${wards.map((code, i) => `ward,2025,${code},Ward ${i + 1},${testPlace.code}`).join('\n')}
`;
/** The second small area lies in the first MSOA but the second ward: MSOAs do not nest in wards. */
const LINKS = `from_type,from_edition,from_code,to_type,to_edition,to_code,weight
lsoa,2021,E01000001,ward,,E05000001,1
lsoa,2021,E01000002,ward,,E05000002,1
lsoa,2021,E01000003,ward,,E05000002,1
lsoa,2011,E01000001,lsoa,2021,E01000001,1
lsoa,2011,E01000002,lsoa,2021,E01000002,1
lsoa,2011,E01000003,lsoa,2021,E01000003,1
lsoa,2011,E01000001,msoa,2011,E02000001,1
lsoa,2011,E01000002,msoa,2011,E02000001,1
lsoa,2011,E01000003,msoa,2011,E02000002,1
`;

export interface FileOfTest {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Saves files in a new folder of the system's temporary folder and returns their paths. */
export function savedFiles(...files: readonly FileOfTest[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'files-to-load-'));
  return files.map(({ name, content }) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}

/** The areas of the made-up place. */
const listed: readonly KnownArea[] = [
  ...lsoas.flatMap((code) => [
    { type: 'lsoa' as const, edition: '2021', code },
    { type: 'lsoa' as const, edition: '2011', code },
  ]),
  ...msoas.map((code) => ({ type: 'msoa' as const, edition: '2011', code })),
  ...wards.map((code) => ({ type: 'ward' as const, edition: '2025', code })),
];

export interface ReadOfTest {
  readonly name?: string;
  readonly period?: string;
  readonly nothingLoaded?: boolean;
  /** Areas that are listed beside those of the made-up place. */
  readonly also?: readonly KnownArea[];
}

/** What a source makes of one file about the made-up place, without a database. */
export const readBy = (
  source: AnySource,
  content: string | Uint8Array,
  { name = 'figures.csv', ...options }: ReadOfTest = {},
) => readAllBy(source, [{ name, content }], options);

/** What it makes of several files. */
export async function readAllBy(
  source: AnySource,
  files: readonly FileOfTest[],
  { period, nothingLoaded = false, also = [] }: Omit<ReadOfTest, 'name'> = {},
): Promise<{ items: Item[]; problems: readonly FileProblem[]; tally: Tally }> {
  const opened = await Promise.all(savedFiles(...files).map((path) => openSourceFile(path)));
  const problems = new ProblemList();
  const tally = { read: 0, skipped: 0 };
  const areas = areaLists(nothingLoaded ? [] : [...listed, ...also]);
  const outside = { first: undefined, unlisted: undefined };
  const context = {
    place: testPlace,
    problems,
    tally,
    areas,
    outside,
    ...(period !== undefined && { period }),
  };
  const items = (await Array.fromAsync(readAll(source, opened, context))).flatMap((batch) => batch.items);
  return { items, problems: problems.listed, tally };
}

/** Where each problem lies, as "row, column". */
export function placesOf(problems: readonly FileProblem[]): string[] {
  return problems.map(({ row, column }) => [row, column].filter((part) => part !== undefined).join(', '));
}

export interface LoadOfTest
  extends Partial<Omit<LoadOptions, 'database' | 'place' | 'now'>>,
    Partial<Pick<Load, 'period' | 'edition'>> {
  /** The day of loading: no period ends after it. */
  readonly day?: string;
}

export async function load(
  database: Database<AllTables>,
  source: string,
  files: readonly FileOfTest[],
  { period, edition, day = '2026-01-05', ...options }: LoadOfTest = {},
): Promise<LoadSummary> {
  const opened = await Promise.all(savedFiles(...files).map((path) => openSourceFile(path)));
  const named = { ...(period !== undefined && { period }), ...(edition !== undefined && { edition }) };
  return runLoad(
    { source: sourceOf(source), files: opened, ...named },
    { database, place: testPlace, now: () => new Date(`${day}T09:00:00Z`), ...options },
  );
}

/** The problems of a load that must be refused. */
export async function problemsOf(
  database: Database<AllTables>,
  source: string,
  files: readonly FileOfTest[],
  options: LoadOfTest = {},
): Promise<readonly FileProblem[]> {
  try {
    await load(database, source, files, options);
  } catch (error) {
    if (error instanceof LoadRefused) return error.problems.listed;
    throw error;
  }
  throw new Error('the load was not refused');
}

/** Areas and links of the made-up place, as every other file needs them. */
export async function loadPlace(database: Database<AllTables>): Promise<void> {
  await load(database, 'plain', [
    { name: 'areas.csv', content: AREAS },
    { name: 'links.csv', content: LINKS },
  ]);
}

/** Everything in intake, so that a test can say "nothing changed". */
export async function intakeOf(database: Database<AllTables>) {
  const { kysely } = database;
  return {
    areas: await kysely.selectFrom('intake.area').selectAll().orderBy('code').execute(),
    links: await kysely.selectFrom('intake.area_link').selectAll().orderBy('from_code').execute(),
    documents: await kysely.selectFrom('intake.document').selectAll().orderBy('kind').execute(),
    boundaries: await kysely.selectFrom('intake.boundary').selectAll().orderBy('code').execute(),
    loads: await kysely.selectFrom('intake.load').selectAll().orderBy('id').execute(),
    observations: await kysely
      .selectFrom('intake.observation')
      .selectAll()
      .orderBy('measure')
      .orderBy('area_code')
      .orderBy('age_band')
      .orderBy('ethnic_group')
      .execute(),
  };
}
