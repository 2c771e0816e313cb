/** What is public about the loads behind a version: which file, when, how many rows - never what stood in them. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AllTables, IntakeDocumentRow, LoadRow, ObservationRow } from '../../db/schema.ts';
import { DOCUMENTS, GEOGRAPHY, indicators } from '../indicators/catalogue.ts';
import type { DatasetDefinition, Indicator } from '../indicators/indicator.ts';
import { measureOf, nationalFifths } from '../indicators/measures.ts';

export type LoadOfVersion = Selectable<LoadRow>;

export async function readLoads(db: Kysely<AllTables>): Promise<LoadOfVersion[]> {
  return db.selectFrom('intake.load').selectAll().orderBy('id').execute();
}

/** What a load brought: figures, each of a measure, or documents, each of a kind. */
type Brought = Pick<ObservationRow, 'measure' | 'load_id'> | Pick<IntakeDocumentRow, 'kind' | 'load_id'>;

/** The loads any figure or document of the dataset is from; of the geography, those that brought areas, links or outlines. */
export function loadsBehind(
  dataset: DatasetDefinition,
  loads: readonly LoadOfVersion[],
  rows: readonly Brought[],
): LoadOfVersion[] {
  if (dataset.id === GEOGRAPHY) return loads.filter((load) => load.brings_areas);
  const measures = new Set(
    indicators.filter((indicator) => indicator.dataset === dataset.id).flatMap(measuresBehind),
  );
  const belongs = (row: Brought) => ('measure' in row ? measures.has(row.measure) : dataset.id === DOCUMENTS);
  const behind = new Set(rows.filter(belongs).map((row) => row.load_id));
  return loads.filter((load) => behind.has(load.id));
}

/** What an indicator is made of: its counts, those they are worked out from, and the tenths behind its fifths. */
function measuresBehind(indicator: Indicator): string[] {
  const denominators = indicator.kind === 'proportion' ? indicator.denominators : [];
  const named = [indicator.measure, ...denominators.map((one) => one.measure)];
  const worked = named.flatMap((id) => {
    const living = measureOf(id).livingIn;
    return living === undefined ? [id] : [living.people, living.fifthsBy.decile];
  });
  const byFifth = indicator.strata.some((list) => list.deprivation?.some((fifth) => fifth !== 'all'));
  return byFifth ? [...worked, nationalFifths.decile] : worked;
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
