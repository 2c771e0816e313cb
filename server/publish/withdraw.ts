/** Takes figures back: out of every release, with a reason and a name. One transaction: all of it, or nothing. */

import { isDeepStrictEqual } from 'node:util';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { requirePlace } from '../../db/known-place.ts';
import type { WithdrawnOfVersion } from '../../db/schema.ts';
import type { Place } from '../contract/place.ts';
import { recordEarlier } from './definitions.ts';
import { withdrawnWords } from './held.ts';
import { candidatesIn } from './judge-release.ts';
import { hold, takeOut } from './take-out.ts';
import { selectionOf, type WithdrawalScope, type WithdrawalSelection } from './withdrawal-scope.ts';

export interface WithdrawalOptions {
  readonly database: Database<AllTables>;
  readonly place: Place;
  readonly now: () => Date;
  readonly by: string;
  readonly reason: string;
  /** Finds out what would be taken out, and leaves everything as it was. */
  readonly dryRun?: boolean;
}
export interface WithdrawalSummary {
  readonly what: string;
  /** Its number; undefined where nothing of it was served any more. */
  readonly withdrawal: number | undefined;
  readonly versions: readonly WithdrawnOfVersion[];
  /** What was asked for and is not taken back, in words. */
  readonly stays?: string;
  /** The releases that held it. */
  readonly releases: readonly number[];
  /** Verdicts that rested on it. */
  readonly comparisons: number;
  /** By indicator and period, how many figures in the newest version that held them. */
  readonly figures: readonly {
    readonly indicator: string;
    readonly period: string;
    readonly figures: number;
  }[];
}

/** Thrown to leave the database as it was: nothing is wrong. */
class NothingToKeep extends Error {}

/**
 * @throws Error where what is asked for is not there, or no name or reason is given; the database is then as it was.
 */
export async function runWithdraw(
  scope: WithdrawalScope,
  options: WithdrawalOptions,
): Promise<WithdrawalSummary> {
  if (options.by.trim() === '' || options.reason.trim() === '')
    throw new Error('a withdrawal needs the name of who takes back, and the reason');
  let summary: WithdrawalSummary | undefined;
  try {
    await options.database.kysely.transaction().execute(async (transaction) => {
      summary = await withdrawIn(transaction, scope, options);
      if (options.dryRun === true || summary.withdrawal === undefined) throw new NothingToKeep();
    });
  } catch (error) {
    if (!(error instanceof NothingToKeep)) throw error;
  }
  if (summary === undefined) throw new Error('a withdrawal that ends has a summary');
  return summary;
}

async function withdrawIn(
  transaction: Transaction<AllTables>,
  scope: WithdrawalScope,
  { place, now, by, reason }: WithdrawalOptions,
): Promise<WithdrawalSummary> {
  // As publishing does: a version written meanwhile would bring the figures back.
  await sql`lock table release.version in exclusive mode`.execute(transaction);
  await requirePlace(transaction, place);
  await recordEarlier(transaction);
  const selection = await selectionOf(transaction, scope, place);
  await listTaken(transaction, selection);
  const versions = await countByVersion(transaction);
  const releases = await releasesOf(transaction, versions);
  const found = {
    what: selection.what,
    versions,
    releases,
    figures: await countByPeriod(transaction),
    ...(selection.stays !== undefined && { stays: selection.stays }),
  };
  if (versions.length === 0) return { ...found, withdrawal: undefined, comparisons: 0 };
  const at = now().toISOString();
  const { id } = await transaction
    .insertInto('release.withdrawal')
    .values({
      withdrawn_at: at,
      by_whom: by.trim(),
      reason: reason.trim(),
      what: selection.what,
      versions: JSON.stringify(versions),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const before = await outcomesIn(transaction, releases, place);
  await takeOut(transaction, id, withdrawnWords(at, reason.trim()));
  if (selection.isLoaded) await hold(transaction, id);
  const after = await outcomesIn(transaction, releases, place);
  return { ...found, withdrawal: id, comparisons: await dropVerdicts(transaction, before, after) };
}

/** Every stored figure that is asked for and not withdrawn yet, in a table `taken`. */
async function listTaken(
  transaction: Transaction<AllTables>,
  { selectors }: WithdrawalSelection,
): Promise<void> {
  const PARTS = [
    'indicator',
    'period',
    'area_type',
    'area_code',
    'ethnic_group',
    'age_band',
    'sex',
    'deprivation',
  ];
  const columns = sql.raw(PARTS.map((part) => `${part} text`).join(', '));
  const isAsked = (table: string, parts: readonly string[]) =>
    sql.raw(parts.map((part) => `(asked.${part} is null or asked.${part} = ${table}.${part})`).join(' and '));
  const ofSeries = PARTS.filter((part) => !['period', 'area_type', 'area_code'].includes(part));
  await sql`create temp table taken on commit drop as
    select distinct estimate.series_id, estimate.area_type, estimate.period, estimate.area_code, series.version_id, basis
    from jsonb_to_recordset(${JSON.stringify(selectors)}::jsonb) as asked(version_id integer, ${columns})
      join release.series on ${isAsked('series', ofSeries)}
        and (asked.version_id is null or asked.version_id = series.version_id)
      join release.estimate on estimate.series_id = series.id
        and ${isAsked('estimate', ['period', 'area_type', 'area_code'])}
    where status <> 'withdrawn'`.execute(transaction);
  await sql`analyze taken`.execute(transaction);
}

async function countByVersion(transaction: Transaction<AllTables>): Promise<WithdrawnOfVersion[]> {
  const { rows } = await sql<WithdrawnOfVersion>`select version_id as version, dataset, count(*) as figures,
      bool_and(basis = 'synthetic') as synthetic from taken join release.version on version.id = version_id group by version_id, dataset order by version_id`.execute(
    transaction,
  );
  return rows;
}

async function countByPeriod(transaction: Transaction<AllTables>): Promise<WithdrawalSummary['figures']> {
  const { rows } = await sql<WithdrawalSummary['figures'][number]>`
    select indicator, period, max(figures)::integer as figures from (
      select indicator, period, count(*) as figures from taken join release.series on series.id = series_id
      group by indicator, period, taken.version_id) as ofVersion
    group by indicator, period order by indicator, period`.execute(transaction);
  return rows;
}

async function releasesOf(
  transaction: Transaction<AllTables>,
  versions: readonly WithdrawnOfVersion[],
): Promise<number[]> {
  if (versions.length === 0) return [];
  const rows = await transaction
    .selectFrom('release.release_version')
    .select('release_id')
    .distinct()
    .where(
      'version_id',
      'in',
      versions.map(({ version }) => version),
    )
    .orderBy('release_id')
    .execute();
  return rows.map(({ release_id }) => release_id);
}

type Outcomes = ReadonlyMap<number, ReadonlyMap<string, unknown>>;

async function outcomesIn(
  transaction: Transaction<AllTables>,
  releases: readonly number[],
  place: Place,
): Promise<Outcomes> {
  const found = new Map<number, ReadonlyMap<string, unknown>>();
  for (const release of releases) {
    const candidates = await candidatesIn(transaction, release, place);
    found.set(release, new Map(candidates.map(({ id, outcome }) => [id, outcome])));
  }
  return found;
}

/**
 * Verdicts that rested on what is gone: those whose test comes out otherwise by the figures that are left. All others stay as
 * they were told.
 */
async function dropVerdicts(
  transaction: Transaction<AllTables>,
  before: Outcomes,
  after: Outcomes,
): Promise<number> {
  let dropped = 0;
  for (const [release, outcomes] of before) {
    const left = after.get(release);
    const moved = [...outcomes].flatMap(([id, outcome]) =>
      isDeepStrictEqual(outcome, left?.get(id)) ? [] : [id],
    );
    if (moved.length === 0) continue;
    const gone = await transaction
      .deleteFrom('release.comparison')
      .where('release_id', '=', release)
      .where('comparison', 'in', moved)
      .executeTakeFirst();
    dropped += Number(gone.numDeletedRows);
  }
  return dropped;
}
