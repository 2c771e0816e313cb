/** Figures that are there already and would become quite other ones: somebody has to say that they are right. */

import { sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';

import { measures } from '../indicators/measures.ts';
import { FIGURE_WORDS } from './observation-rows.ts';
import type { ProblemList } from './problems.ts';
import type { SourceFile } from './source-file.ts';

/** A count of few people is often half as large again a year later, and nobody has to look at that. */
const FEW = 20;
/** Figures of one file that are named; the others are counted. */
const NAMED = 5;

/** Lists, file by file, the figures compared that differ by more than half from the same ones loaded before. */
export async function listChanges(
  transaction: Transaction<AllTables>,
  files: readonly SourceFile[],
  problems: ProblemList,
): Promise<void> {
  const counts = [...measures.values()].filter(({ valueType }) => valueType === 'count').map(({ id }) => id);
  const { rows } = await sql<{ file: number; row: number; words: string }>`
    select file, row, ${sql.raw(FIGURE_WORDS)} as words
    from compared
    where kind = 'changed' and before_status = 'value' and status = 'value' and abs(value - before_value) > abs(before_value) / 2
      and not (measure in (${sql.join(counts)}) and greatest(before_value, value) < ${FEW})
    order by file, row`.execute(transaction);
  for (const [file, changed] of Map.groupBy(rows, (one) => one.file)) {
    const named = changed.slice(0, NAMED).map(({ row, words }) => `${words} (row ${row})`);
    const others = changed.length - named.length;
    problems.add({
      file: files[file]?.name ?? '',
      expected: `${changed.length === 1 ? 'one figure differs' : `${changed.length} figures differ`} from the last edition by more than half: ${named.join('; ')}${others > 0 ? `; and ${others} more` : ''}. Where that is right, confirm with --accept-changes`,
    });
  }
}
