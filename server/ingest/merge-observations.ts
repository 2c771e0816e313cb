/** Observations beside what is there already: new ones are added, those that differ replaced, duplicates found. */
import { sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/schema.ts';
import { FIGURE_COLUMNS, KEY_COLUMNS } from './observation-rows.ts';
import type { ProblemList } from './problems.ts';
import type { SourceFile } from './source-file.ts';

const KEY = sql.raw(KEY_COLUMNS);
const FIGURE = sql.raw(FIGURE_COLUMNS);

export async function createStaging(transaction: Transaction<AllTables>): Promise<void> {
  await sql`create temp table staged (
    measure text, period text, area_type text, ethnic_group text, age_band text, sex text, deprivation text,
    area_code text, overlap_code text, status text, value double precision, lower95 double precision, upper95 double precision,
    note text, file integer, row integer) on commit drop`.execute(transaction);
}

/** Lists every figure that stands twice among those staged, with the row it stands in first. */
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
      select file, row,
        concat_ws(' ', measure, period, area_code, nullif(overlap_code, ''), nullif(ethnic_group, 'all'), nullif(age_band, 'all')) as words,
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
      expected: `the figure stands in ${first} already; expected it once`,
    });
  }
}

/** @returns how many figures are new or differ from what was loaded before. */
export async function mergeStaged(transaction: Transaction<AllTables>, loadId: number): Promise<number> {
  const merged = await sql`insert into intake.observation (${KEY}, ${FIGURE}, load_id)
    select ${KEY}, ${FIGURE}, ${loadId} from staged
    on conflict (${KEY}) do update set status = excluded.status, value = excluded.value,
      lower95 = excluded.lower95, upper95 = excluded.upper95, note = excluded.note, load_id = excluded.load_id
    where (intake.observation.status, intake.observation.value, intake.observation.lower95, intake.observation.upper95, intake.observation.note)
      is distinct from (excluded.status, excluded.value, excluded.lower95, excluded.upper95, excluded.note)`.execute(
    transaction,
  );
  return Number(merged.numAffectedRows ?? 0n);
}
