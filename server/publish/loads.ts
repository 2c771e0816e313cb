/** What is public about the loads behind a version: which file, when, how many rows - never what stood in them. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import type { LoadRow } from '../../db/intake-schema.ts';
import { DOCUMENTS, GEOGRAPHY } from '../indicators/catalogue.ts';
import type { DatasetDefinition, Indicator } from '../indicators/indicator.ts';
import { measuresBehind } from './observations.ts';

export type LoadOfVersion = Selectable<LoadRow>;

/** The loads any figure or document of the dataset is from; of the geography, those that brought areas, links or outlines. */
export async function loadsBehind(
  db: Kysely<AllTables>,
  dataset: DatasetDefinition,
  own: readonly Indicator[],
): Promise<LoadOfVersion[]> {
  const loads = db.selectFrom('intake.load').selectAll().orderBy('id');
  if (dataset.id === GEOGRAPHY) return loads.where('brings_areas', '=', true).execute();
  if (dataset.id === DOCUMENTS)
    return loads.where('id', 'in', db.selectFrom('intake.document').select('load_id')).execute();
  const measures = [...new Set(own.flatMap(measuresBehind))];
  const figures = db.selectFrom('intake.observation').select('load_id').where('measure', 'in', measures);
  return loads.where('id', 'in', figures).execute();
}

export async function releaseLoads(
  transaction: Transaction<AllTables>,
  version: number,
  { policy }: DatasetDefinition,
  loads: readonly LoadOfVersion[],
): Promise<void> {
  if (loads.length === 0) return;
  await transaction
    .insertInto('release.load')
    .values(
      loads.map(({ id, brings_areas: _, ...load }) => ({
        version_id: version,
        load_id: id,
        ...load,
        // A name may say more than it should, and from a digest somebody who knows the rest could try out one count.
        ...(policy === 'protect' && { file_name: '', sha256: '' }),
      })),
    )
    .execute();
}

/** Refusals since the release before become public with this one. */
export async function releaseRefusals(transaction: Transaction<AllTables>, release: number): Promise<void> {
  const { newest } = await transaction
    .selectFrom('release.refusal')
    .select((refusal) => refusal.fn.max('refusal_id').as('newest'))
    .executeTakeFirstOrThrow();
  const refusals = await transaction
    .selectFrom('intake.refusal')
    .selectAll()
    .where('id', '>', newest ?? 0)
    .execute();
  if (refusals.length === 0) return;
  await transaction
    .insertInto('release.refusal')
    .values(
      refusals.map(({ id, kinds, ...refusal }) => ({
        refusal_id: id,
        release_id: release,
        ...refusal,
        kinds: JSON.stringify(kinds),
      })),
    )
    .execute();
}
