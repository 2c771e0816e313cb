/** Observations beside what is there already: new ones are added, those that differ replaced, duplicates found. */
import { sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import { FIGURE_COLUMNS, FIGURE_WORDS, KEY_COLUMNS } from './observation-rows.ts';
import type { ProblemList } from './problems.ts';
import type { AnySource } from './source.ts';
import type { SourceFile } from './source-file.ts';

const KEY = sql.raw(KEY_COLUMNS);
const FIGURE = sql.raw(FIGURE_COLUMNS);

export async function createStaging(transaction: Transaction<AllTables>): Promise<void> {
  await sql`create temp table staged (
    measure text, period text, area_type text, ethnic_group text, age_band text, sex text, deprivation text,
    area_code text, overlap_code text, status text, value double precision, lower95 double precision, upper95 double precision,
    note text, file integer, row integer) on commit drop`.execute(transaction);
}

/** Without figures on how many rows there are, what is asked of them is planned as if they were few. */
export async function measureStaged(transaction: Transaction<AllTables>): Promise<void> {
  await sql`analyze staged`.execute(transaction);
}

/** Rows that say the same of the same, as exports list an area under two types, count once. @returns how many were left out. */
export async function dropTwins(transaction: Transaction<AllTables>): Promise<number> {
  const dropped = await sql`delete from staged using (
      select ctid, row_number() over (partition by ${KEY}, ${FIGURE} order by file, row) as position from staged
    ) as numbered where staged.ctid = numbered.ctid and position > 1`.execute(transaction);
  return Number(dropped.numAffectedRows ?? 0n);
}

const WORDS = sql.raw(FIGURE_WORDS);

/** Lists every figure that stands twice among those staged and differs, with the row it stands in first. */
export async function listDuplicates(
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
      select file, row, ${WORDS} as words,
        first_value(file) over same as first_file, first_value(row) over same as first_row,
        row_number() over same as position
      from staged window same as (partition by ${KEY} order by file, row)) as numbered
    where position > 1 order by file, row`.execute(transaction);
  for (const { file, row, first_file, first_row, words } of rows) {
    const first = `row ${first_row} of ${files[first_file]?.name ?? ''}`;
    problems.add({
      file: files[file]?.name ?? '',
      row,
      value: words,
      expected: `the figure stands in ${first} already and differs; expected it once, or twice alike`,
    });
  }
}

/** Lists every figure that was there and would be none: a cell may have lost what stood in it. */
export async function listRemovals(
  transaction: Transaction<AllTables>,
  files: readonly SourceFile[],
  problems: ProblemList,
): Promise<void> {
  const { rows } = await sql<{ file: number; row: number; status: string; words: string }>`
    select file, row, status, ${WORDS} as words from compared
    where kind = 'changed' and before_status = 'value' and status <> 'value' order by file, row`.execute(
    transaction,
  );
  for (const { file, row, status, words } of rows) {
    problems.add({
      file: files[file]?.name ?? '',
      row,
      value: words,
      expected: `a figure was loaded before and would be ${status} now; where that is meant, load with --accept-removals`,
    });
  }
}

/** The figures of a load: beside the table while it is compared, or in it where all of them were new. */
export type Whereabouts = 'staged' | { readonly load: number };

/**
 * What a source brought before and its files hold no more, measure by measure, for the indicators they hold and those that
 * came with them then: a warning in words.
 *
 * Where each file holds one period only the periods of these files are looked at.
 */
export async function warnOfAbsent(
  transaction: Transaction<AllTables>,
  { id: source, onePeriodAFile, ofAnySubject }: AnySource,
  whereabouts: Whereabouts,
): Promise<string[]> {
  const everyPeriod = onePeriodAFile !== true;
  const here =
    whereabouts === 'staged' ? sql`staged` : sql`intake.observation where load_id = ${whereabouts.load}`;
  const own = whereabouts === 'staged' ? sql`true` : sql`load_id <> ${whereabouts.load}`;
  // Sets are taken from each other, not looked up row by row: a table beside the others has no statistics to plan by.
  const both = sql`here as materialized (select ${KEY} from ${here}),
    own as materialized (
      select ${KEY}, load_id from intake.observation where ${own}
        and load_id in (select id from intake.load where source = ${source})
        and (${everyPeriod} or period in (select distinct period from here)))`;
  const { rows } = await sql<{ measure: string; absent: number; periods: string[] }>`
    with ${both}
    select measure, count(*)::int as absent, array_agg(distinct period order by period) as periods from (
      select ${KEY} from own where measure in (select distinct measure from here)
      except select ${KEY} from here) as absent
    group by measure order by measure`.execute(transaction);
  const lessened = rows.map(({ measure, absent, periods }) => {
    const which =
      periods.length > 3
        ? `${periods.length} periods, ${periods[0]} to ${periods.at(-1)}`
        : periods.join(', ');
    const figures = absent === 1 ? 'one figure' : `${absent} figures`;
    return `${measure}: ${figures} loaded before and not in these files (${which}); what was loaded stays`;
  });
  if (ofAnySubject === true) return lessened;
  const gone = await sql<{ measure: string }>`
    with ${both}
    select measure from own
    where load_id in (select distinct load_id from own where measure in (select distinct measure from here))
    except select measure from here order by measure`.execute(transaction);
  if (gone.rows.length === 0) return lessened;
  const names = gone.rows.map(({ measure }) => measure).join(', ');
  return [
    `loaded before and not in these files at all: ${names}; what was loaded stays. Was an indicator renamed?`,
    ...lessened,
  ];
}
