/** What is staged beside what was loaded before: which figures are new, which changed, which are older than those they would replace. */

import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';

import { FIGURE_COLUMNS, KEY_COLUMNS } from './observation-rows.ts';
import { placeInOrder } from './source-order.ts';

const KEY = sql.raw(KEY_COLUMNS);
const FIGURES = FIGURE_COLUMNS.split(', ');
const own = sql.raw(FIGURES.map((column) => `staged.${column}`).join(', '));
const before = sql.raw(FIGURES.map((column) => `before.${column}`).join(', '));
const beforeNamed = sql.raw(FIGURES.map((column) => `before.${column} as before_${column}`).join(', '));

/** How many figures of a load are of which kind, beside those that were loaded before. */
export interface Revisions {
  readonly added: number;
  readonly changed: number;
  /** As they were loaded before. */
  readonly same: number;
  /** They differ, and come from a file older than the one that was loaded: those loaded stay. */
  readonly older: number;
  /** They differ, and a source that goes before this one gave those that were loaded, which stay. */
  readonly lesser: number;
}

/**
 * Holds every staged figure against the one that was loaded before, in a table `compared`. One that says the same in a newer
 * edition, or in a source that goes before, is `confirmed`: nothing changes but where it came from.
 *
 * Of two sources that have an order the one that goes before is right, whatever day their files are of; but a figure of the
 * other is more than none.
 *
 * @param acceptOlder an older file may take the place of a newer one.
 */
export async function compareStaged(
  transaction: Transaction<AllTables>,
  loadId: number,
  acceptOlder: boolean,
): Promise<void> {
  const [here, there] = [placeInOrder('own_load.source'), placeInOrder('former_load.source')];
  await sql`create temp table compared on commit drop as
    select staged.*, ${beforeNamed}, own.edition, former.edition as before_edition, former_load.source as before_source,
      coalesce(${here} <> ${there}, false) as is_ordered,
      case when before.measure is null then 'added'
        when (${own}) is not distinct from (${before}) then case
          when ${here} < ${there} then 'confirmed'
          when ${here} > ${there} then 'same'
          when own.edition > former.edition or (own.edition is not null and former.edition is null) then 'confirmed'
          else 'same' end
        when ${here} <> ${there} then case
          when (staged.status <> 'value', ${here}) > (before.status <> 'value', ${there}) then 'lesser' else 'changed' end
        when own.edition < former.edition and not ${sql.lit(acceptOlder)} then 'older'
        else 'changed' end as kind
    from staged join intake.load_file as own on own.load_id = ${sql.lit(loadId)} and own.file = staged.file
      join intake.load as own_load on own_load.id = own.load_id
      left join intake.observation as before using (${KEY})
      left join intake.load as former_load on former_load.id = before.load_id
      left join intake.load_file as former on former.load_id = before.load_id and former.file = before.file`.execute(
    transaction,
  );
}

export interface ComparedRevisions extends Revisions {
  readonly confirmed: number;
  /** Changed though nothing tells which of the two files is the newer. */
  readonly undated: number;
}

export async function countCompared(transaction: Transaction<AllTables>): Promise<ComparedRevisions> {
  const { rows } = await sql<ComparedRevisions>`select
      count(*) filter (where kind = 'added') as added, count(*) filter (where kind = 'changed') as changed,
      count(*) filter (where kind in ('same', 'confirmed')) as same, count(*) filter (where kind = 'older') as older,
      count(*) filter (where kind = 'confirmed') as confirmed,
      count(*) filter (where kind = 'lesser') as lesser,
      count(*) filter (where kind = 'changed' and not is_ordered and (edition is null or before_edition is null)) as undated
    from compared`.execute(transaction);
  const [counts] = rows;
  if (counts === undefined) throw new Error('a count is one row');
  return counts;
}

/** Figures that are left, by the source that goes before this one and gave the same. */
export interface LeftFor {
  readonly source: string;
  readonly figures: number;
}

export async function countLeft(transaction: Transaction<AllTables>): Promise<LeftFor[]> {
  const { rows } = await sql<LeftFor>`select before_source as source, count(*) as figures
    from compared where kind = 'lesser' group by before_source order by before_source`.execute(transaction);
  return rows;
}

/** What is not as it was, in words for whoever loads. */
export async function warnOfAge(transaction: Transaction<AllTables>, undated: number): Promise<string[]> {
  const { rows } = await sql<{ measure: string; figures: number; edition: string; held: string }>`
    select measure, count(*) as figures, min(edition)::text as edition, max(before_edition)::text as held
    from compared where kind = 'older' group by measure order by measure`.execute(transaction);
  const older = rows.map(
    ({ measure, figures, edition, held }) =>
      `${measure}: ${figuresIn(figures)} of ${edition} not taken: what was loaded is of ${held}, and stays; where the older is right, load with --accept-older`,
  );
  if (undated === 0) return older;
  return [
    ...older,
    `${figuresIn(undated)} changed, and the files do not both say of which day they are: the last one loaded stands (--edition names the day of a file that does not)`,
  ];
}

const figuresIn = (count: number) => (count === 1 ? 'one figure' : `${count} figures`);

/**
 * Writes every figure that is new or differs to a CSV file, before anything is published.
 *
 * @param countsPeople then what stood there and stands there now is left out: it may be a count of few.
 */
export async function writeChanges(
  database: Database<AllTables>,
  path: string,
  countsPeople: boolean,
): Promise<void> {
  const figures = countsPeople
    ? ''
    : `coalesce(before_value::text, before_status) as before, coalesce(value::text, status) as after,
      before_lower95, before_upper95, lower95, upper95, before_note, note,`;
  const query = `select
      case when kind = 'changed' and status <> 'value' and before_status = 'value' then 'taken away' else kind end as change,
      ${KEY_COLUMNS}, ${figures} before_edition, edition, row
    from compared where kind in ('added', 'changed', 'older', 'lesser') order by kind, ${KEY_COLUMNS}`;
  await pipeline(database.copyOut(query, '(format csv, header)'), createWriteStream(path));
}

/** Takes what is new or differs, and the origin of what a newer edition says too. */
export async function mergeCompared(transaction: Transaction<AllTables>, loadId: number): Promise<void> {
  const set = [...FIGURES, 'load_id', 'file'].map((column) => `${column} = excluded.${column}`).join(', ');
  await sql`insert into intake.observation (${KEY}, ${sql.raw(FIGURE_COLUMNS)}, load_id, file)
    select ${KEY}, ${sql.raw(FIGURE_COLUMNS)}, ${loadId}, file from compared where kind in ('added', 'changed', 'confirmed')
    on conflict (${KEY}) do update set ${sql.raw(set)}`.execute(transaction);
}
