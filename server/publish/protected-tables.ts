/** The exact tables behind protected versions, kept in intake: a version is proved together with all before it. */

import type { Kysely, Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import type { EarlierRow } from './earlier-tables.ts';

import { type Proved, rowOf } from './proving.ts';

/** By dataset, oldest version first. */
export async function readProtectedTables(db: Kysely<AllTables>): Promise<Map<string, EarlierRow[]>> {
  const rows = await db
    .selectFrom('intake.protected_table as table')
    .innerJoin('release.version as version', 'version.id', 'table.version_id')
    .select([
      'version.dataset',
      'table.count_table',
      'table.period',
      'table.layout',
      'table.places',
      'table.truth',
      'table.statuses',
      'table.policy',
    ])
    .orderBy('table.version_id')
    .execute();
  return Map.groupBy(rows, ({ dataset }) => dataset);
}

export async function keepProtectedTables(
  transaction: Transaction<AllTables>,
  version: number,
  tables: readonly Proved[],
): Promise<void> {
  for (const table of tables) {
    const { layout, places, truth, statuses, policy, ...key } = rowOf(table);
    await transaction
      .insertInto('intake.protected_table')
      .values({
        version_id: version,
        ...key,
        layout: JSON.stringify(layout),
        places: places && JSON.stringify(places),
        truth: JSON.stringify(truth),
        statuses: JSON.stringify(statuses),
        policy: JSON.stringify(policy),
      })
      .execute();
  }
}
