/** Documents go across as they are: they hold words, no counts of people. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import type { IntakeDocumentRow } from '../../db/intake-schema.ts';

export type DocumentOfVersion = Selectable<IntakeDocumentRow>;

export async function readDocuments(db: Kysely<AllTables>): Promise<DocumentOfVersion[]> {
  return db.selectFrom('intake.document').selectAll().orderBy('kind').execute();
}

export async function releaseDocuments(
  transaction: Transaction<AllTables>,
  version: number,
  documents: readonly Pick<DocumentOfVersion, 'kind' | 'body'>[],
): Promise<void> {
  if (documents.length === 0) return;
  await transaction
    .insertInto('release.document')
    .values(documents.map(({ kind, body }) => ({ version_id: version, kind, body: JSON.stringify(body) })))
    .execute();
}
