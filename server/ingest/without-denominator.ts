/** People counted among nobody knows whom: numerators of a load whose denominator is neither in it nor loaded already. */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import { indicators } from '../indicators/catalogue.ts';
import { measureOf } from '../indicators/measures.ts';
import type { ProblemList } from './problems.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Measures that are counted among one other and among nothing else, with that one. What is counted among several, or among
 * the people of a fixed day, has them from other publications, which may be loaded before or after.
 */
export const amongOf = (): ReadonlyMap<string, string> => {
  const pairs = indicators.flatMap((indicator) =>
    indicator.valueType === 'proportion'
      ? indicator.denominators.map((among) => ({ counted: indicator.measure, among }))
      : [],
  );
  const found = new Map<string, string>();
  for (const [counted, all] of Map.groupBy(pairs, (pair) => pair.counted)) {
    const [only, ...others] = new Set(all.map(({ among }) => among.measure));
    const isDated = all.some(({ among }) => among.period !== undefined);
    if (only !== undefined && others.length === 0 && !isDated && measureOf(counted).livingIn === undefined)
      found.set(counted, only);
  }
  return found;
};

/** Ages are left aside: those of the one may be cut otherwise, and add up to those of the other. */
const KEY = ['period', 'area_type', 'area_code', 'ethnic_group', 'sex', 'deprivation'] as const;

/**
 * Rows of figures that lack their denominator.
 *
 * @param rows where the figures of the load are.
 * @param held every place where a denominator may be.
 */
function lackingIn<Row>(rows: RawBuilder<unknown>, held: readonly string[]): RawBuilder<Row> {
  const among = amongOf();
  const isSame = sql.raw(KEY.map((column) => `d.${column} = n.${column}`).join(' and '));
  const nowhere = held.map(
    (table) => sql`not exists (select 1 from ${sql.raw(table)} d where d.measure = pair.among and ${isSame})`,
  );
  return sql<Row>`select n.*, pair.among from ${rows} n
    join unnest(${[...among.keys()]}::text[], ${[...among.values()]}::text[]) as pair(counted, among)
      on pair.counted = n.measure
    where n.status = 'value' and ${sql.join(nowhere, sql` and `)}`;
}

/** Whether any figure that a load has added lacks its denominator. */
export async function isLackingDenominators(
  transaction: Transaction<AllTables>,
  loadId: number,
): Promise<boolean> {
  const added = sql`(select * from intake.observation where load_id = ${loadId})`;
  const { rows } =
    await sql`select 1 from (${lackingIn(added, ['intake.observation'])}) as lacking limit 1`.execute(
      transaction,
    );
  return rows.length > 0;
}

/** Lists every figure staged that lacks its denominator, with its row. */
export async function listLackingDenominators(
  transaction: Transaction<AllTables>,
  files: readonly SourceFile[],
  problems: ProblemList,
): Promise<void> {
  interface Lacking {
    readonly file: number;
    readonly row: number;
    readonly measure: string;
    readonly period: string;
    readonly area_code: string;
    readonly among: string;
  }
  const { rows } = await sql<Lacking>`
    select * from (${lackingIn<Lacking>(sql`staged`, ['staged', 'intake.observation'])}) as lacking
    order by file, row`.execute(transaction);
  for (const { file, row, measure, period, area_code, among } of rows) {
    problems.add({
      file: files[file]?.name ?? '',
      row,
      value: `${measure} ${period} ${area_code}`,
      expected: `expected "${among}" of the same period, area and group, in these files or loaded before: a count says nothing without those it is counted among`,
    });
  }
}
