/** Documents: a handful at most, each in place of the one of its kind that was there before. */
import { sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import type { DocumentItem } from './source.ts';

/** @returns how many are new or differ from what was loaded before. */
export async function mergeDocuments(
  transaction: Transaction<AllTables>,
  items: readonly DocumentItem[],
  loadId: number,
): Promise<number> {
  const merged = await sql`insert into intake.document (kind, body, load_id)
    select body ->> 'kind', body, ${loadId} from jsonb_array_elements(${JSON.stringify(items.map(({ body }) => body))}::jsonb) as body
    on conflict (kind) do update set body = excluded.body, load_id = excluded.load_id
    where intake.document.body is distinct from excluded.body`.execute(transaction);
  return Number(merged.numAffectedRows ?? 0n);
}
