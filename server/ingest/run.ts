/** Loads files into intake: all of them or, with every problem listed, nothing. */
import { sql, type Transaction } from 'kysely';
import type { Database } from '../../db/connect.ts';
import { copyPieces } from '../../db/copy-format.ts';
import type { AllTables } from '../../db/schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import type { Place } from '../contract/place.ts';
import { LoadRefused, ProblemList } from './problems.ts';
import type { Item, KnownAreas, ObservationItem, Source, Tally } from './source.ts';
import { type SourceFile, sha256Of } from './source-file.ts';

export interface Load {
  readonly source: Source;
  readonly files: readonly SourceFile[];
  readonly period?: string;
}
export interface LoadOptions {
  readonly database: Database<AllTables>;
  readonly place: Place;
  readonly now: () => Date;
  /** Read and check everything, then leave the database as it was. */
  readonly dryRun?: boolean;
}
export interface LoadSummary extends Tally {
  /** Figures, areas, links and outlines of the place that the files hold. */
  kept: number;
  /** How many of them are new or differ from what was loaded before. */
  changed: number;
}

/** Thrown to leave the database as it was: nothing is wrong. */
class NothingToKeep extends Error {}

/** @throws LoadRefused with every problem of every file; the database is then as it was. */
export async function runLoad(load: Load, options: LoadOptions): Promise<LoadSummary> {
  const summary: LoadSummary = { read: 0, skipped: 0, kept: 0, changed: 0 };
  try {
    await options.database.kysely.transaction().execute(async (transaction) => {
      await loadFiles(load, options, transaction, summary);
      if (options.dryRun === true || summary.changed === 0) throw new NothingToKeep();
    });
  } catch (error) {
    if (!(error instanceof NothingToKeep)) throw error;
  }
  return summary;
}

async function loadFiles(
  load: Load,
  { database, place, now }: LoadOptions,
  transaction: Transaction<AllTables>,
  summary: LoadSummary,
): Promise<void> {
  await sql`create temp table staged (
    file integer, row integer, measure text, period text, area_type text, ethnic_group text, age_band text,
    sex text, deprivation text, area_code text, status text, value double precision,
    lower95 double precision, upper95 double precision) on commit drop`.execute(transaction);
  const problems = new ProblemList();
  const areas = await knownAreas(transaction);
  const others: Exclude<Item, ObservationItem>[] = [];

  async function* staged(): AsyncGenerator<readonly (string | number | null)[]> {
    for (const [index, file] of load.files.entries()) {
      const context = { place, problems, tally: summary, areas, ...(load.period && { period: load.period }) };
      for await (const item of load.source.read(file, context)) {
        summary.kept++;
        if (item.kind === 'observation') yield stagedRow(index, item);
        else {
          if (item.kind === 'area') areas.add(item.type, item.edition, item.code);
          others.push(item);
        }
      }
    }
  }
  await database.copyIn('staged', STAGED_COLUMNS, copyPieces(staged()));
  if (problems.count > 0) {
    await listDuplicates(transaction, load.files, problems);
    throw new LoadRefused(problems);
  }
  if (summary.kept === 0) {
    for (const file of load.files) {
      problems.add({ file: file.name, expected: `nothing in it is about ${place.name} (${place.code})` });
    }
    throw new LoadRefused(problems);
  }
  const loadId = await recordLoad(transaction, load, summary, now());
  summary.changed += await mergeOthers(transaction, others);
  summary.changed += await mergeObservations(transaction, load.files, loadId, problems);
}

const STAGED_COLUMNS = [
  'file',
  'row',
  'measure',
  'period',
  'area_type',
  'ethnic_group',
  'age_band',
  'sex',
  'deprivation',
  'area_code',
  'status',
  'value',
  'lower95',
  'upper95',
];

function stagedRow(file: number, item: ObservationItem): readonly (string | number | null)[] {
  return [
    file,
    item.row,
    item.measure,
    item.period,
    item.areaType,
    item.ethnicGroup === undefined || item.ethnicGroup === 'all'
      ? 'all'
      : `${item.ethnicScheme}/${item.ethnicGroup}`,
    item.ageBand ?? 'all',
    item.sex ?? 'all',
    item.deprivation ?? 'all',
    item.areaCode,
    item.status,
    item.value,
    item.lower95 ?? null,
    item.upper95 ?? null,
  ];
}

type LiveAreas = KnownAreas & { add(type: AreaType, edition: string, code: string): void };

async function knownAreas(transaction: Transaction<AllTables>): Promise<LiveAreas> {
  const byEdition = new Map<string, Set<string>>();
  const key = (type: AreaType, edition: string) => `${type} ${type === 'ward' ? '' : edition}`;
  const known: LiveAreas = {
    has: (type, edition, code) => byEdition.get(key(type, edition))?.has(code) ?? false,
    hasAny: (type, edition) => byEdition.has(key(type, edition)),
    codes: (type, edition) => [...(byEdition.get(key(type, edition)) ?? [])].sort(),
    add: (type, edition, code) => {
      const codes = byEdition.get(key(type, edition)) ?? new Set();
      byEdition.set(key(type, edition), codes.add(code));
    },
  };
  for (const row of await transaction
    .selectFrom('intake.area')
    .select(['type', 'edition', 'code'])
    .execute()) {
    known.add(row.type, row.edition, row.code);
  }
  return known;
}

async function recordLoad(
  transaction: Transaction<AllTables>,
  load: Load,
  summary: LoadSummary,
  now: Date,
): Promise<number> {
  const digests = await Promise.all(load.files.map(sha256Of));
  const { id } = await transaction
    .insertInto('intake.load')
    .values({
      source: load.source.id,
      file_name: load.files.map((file) => file.name).join(', '),
      sha256: digests.join(' '),
      loaded_at: now.toISOString(),
      rows_read: summary.read,
      rows_kept: summary.kept,
      rows_skipped: summary.skipped,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Areas, links and outlines: a few thousand at most, so one statement per kind takes them as JSON. */
async function mergeOthers(
  transaction: Transaction<AllTables>,
  items: readonly Exclude<Item, ObservationItem>[],
): Promise<number> {
  const lastOf = (kind: Item['kind'], key: (item: never) => string) => {
    const last = new Map<string, unknown>();
    for (const item of items) if (item.kind === kind) last.set(key(item as never), item);
    return JSON.stringify([...last.values()]);
  };
  const areaKey = (item: { type: string; edition: string; code: string }) =>
    `${item.type} ${item.edition} ${item.code}`;
  const statements = [
    sql`insert into intake.area (type, edition, code, name)
      select type, edition, code, name
      from jsonb_to_recordset(${lastOf('area', areaKey)}::jsonb) as item(type text, edition text, code text, name text)
      on conflict (type, edition, code) do update set name = excluded.name
      where intake.area.name is distinct from excluded.name`,
    sql`update intake.area as area set known_as = item.name
      from jsonb_to_recordset(${lastOf('known-as', areaKey)}::jsonb) as item(type text, edition text, code text, name text)
      where (area.type, area.edition, area.code) = (item.type, item.edition, item.code)
      and area.known_as is distinct from item.name`,
    sql`insert into intake.area_link
      select "from" ->> 'type', "from" ->> 'edition', "from" ->> 'code', "to" ->> 'type', "to" ->> 'edition', "to" ->> 'code', weight
      from jsonb_to_recordset(${lastOf('link', (item: Item & { kind: 'link' }) => areaKey(item.from) + areaKey(item.to))}::jsonb)
        as item("from" jsonb, "to" jsonb, weight double precision)
      on conflict (from_type, from_edition, to_type, to_edition, from_code, to_code) do update set weight = excluded.weight
      where intake.area_link.weight is distinct from excluded.weight`,
    sql`insert into intake.boundary (type, edition, code, geometry)
      select type, edition, code, geometry
      from jsonb_to_recordset(${lastOf('boundary', areaKey)}::jsonb) as item(type text, edition text, code text, geometry jsonb)
      on conflict (type, edition, code) do update set geometry = excluded.geometry
      where intake.boundary.geometry is distinct from excluded.geometry`,
  ];
  let changed = 0n;
  for (const statement of statements) changed += (await statement.execute(transaction)).numAffectedRows ?? 0n;
  return Number(changed);
}

/** @throws LoadRefused where a figure stands twice in the files. */
async function mergeObservations(
  transaction: Transaction<AllTables>,
  files: readonly SourceFile[],
  loadId: number,
  problems: ProblemList,
): Promise<number> {
  await sql`savepoint merging`.execute(transaction);
  try {
    const merged = await sql`insert into intake.observation
      select measure, period, area_type, ethnic_group, age_band, sex, deprivation, area_code,
        status, value, lower95, upper95, ${loadId}
      from staged
      on conflict (measure, period, area_type, ethnic_group, age_band, sex, deprivation, area_code)
      do update set status = excluded.status, value = excluded.value, lower95 = excluded.lower95,
        upper95 = excluded.upper95, load_id = excluded.load_id
      where (intake.observation.status, intake.observation.value, intake.observation.lower95, intake.observation.upper95)
        is distinct from (excluded.status, excluded.value, excluded.lower95, excluded.upper95)`.execute(
      transaction,
    );
    return Number(merged.numAffectedRows ?? 0n);
  } catch (error) {
    if (!isTwiceAffected(error)) throw error;
    await sql`rollback to savepoint merging`.execute(transaction);
    await listDuplicates(transaction, files, problems);
    throw new LoadRefused(problems);
  }
}

/** PostgreSQL's cardinality violation: one command met the same key twice. */
function isTwiceAffected(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '21000';
}

async function listDuplicates(
  transaction: Transaction<AllTables>,
  files: readonly SourceFile[],
  problems: ProblemList,
): Promise<void> {
  const { rows } = await sql<{
    file: number;
    row: number;
    first_file: number;
    first_row: number;
    words: string;
  }>`
    select file, row, first_file, first_row, words from (
      select file, row, concat_ws(' ', measure, period, area_code, nullif(ethnic_group, 'all'), nullif(age_band, 'all')) as words,
        first_value(file) over same as first_file, first_value(row) over same as first_row,
        row_number() over same as position
      from staged
      window same as (partition by measure, period, area_type, ethnic_group, age_band, sex, deprivation, area_code
        order by file, row)) as numbered
    where position > 1 order by file, row`.execute(transaction);
  for (const { file, row, first_file, first_row, words } of rows) {
    problems.add({
      file: files[file]?.name ?? '',
      row,
      value: words,
      expected: `the figure stands in row ${first_row} of ${files[first_file]?.name ?? ''} already; expected it once`,
    });
  }
}
