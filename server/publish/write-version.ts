/** Writes a version of a dataset into the release schema. */
import type { Transaction } from 'kysely';
import type { Database } from '../../db/connect.ts';
import { copyPieces } from '../../db/copy-format.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import type { Content, Digest } from './content.ts';
import type { DerivedSeries } from './derive.ts';
import { releaseDocuments } from './documents.ts';

type Row = readonly (string | number | null)[];

/** @returns the number of the version. */
export async function writeVersion(
  transaction: Transaction<AllTables>,
  content: Content,
  digest: Digest,
  { database, now }: { readonly database: Database<AllTables>; readonly now: () => Date },
): Promise<number> {
  const { dataset, policy, toldElsewhere = [], documents = [] } = content;
  const { id: version } = await transaction
    .insertInto('release.version')
    .values({
      dataset: dataset.id,
      policy: dataset.policy,
      told_elsewhere: JSON.stringify(toldElsewhere),
      policy_numbers: policy === undefined ? null : JSON.stringify(policy),
      published_at: now().toISOString(),
      content_sha256: digest.sha256,
      estimates: digest.estimates,
      withheld: digest.withheld,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeAreas(version, content, database);
  await releaseDocuments(transaction, version, documents);
  if (digest.modelling.length > 0)
    await transaction
      .insertInto('release.modelling')
      .values({ version_id: version, measurements: JSON.stringify(digest.modelling) })
      .execute();
  await writeSeries(content, await numberSeries(transaction, version, digest.series), database);
  return version;
}

async function writeAreas(
  version: number,
  { areas, boundaries }: Content,
  database: Database<AllTables>,
): Promise<void> {
  await database.copyIn(
    'release.area',
    ['version_id', 'type', 'edition', 'code', 'name', 'parents', 'illustrative'],
    copyPieces(
      areas.map((area) => [
        version,
        area.type,
        area.edition,
        area.code,
        area.name,
        JSON.stringify(area.parents),
        String(area.illustrative),
      ]),
    ),
  );
  await database.copyIn(
    'release.boundary',
    ['version_id', 'type', 'edition', 'code', 'geometry'],
    copyPieces(boundaries.map((b) => [version, b.type, b.edition, b.code, JSON.stringify(b.geometry)])),
  );
}

/** A statement takes 65,535 values at most. */
const SERIES_AT_ONCE = 5000;

/** @returns the numbers the series are given, in their order. */
async function numberSeries(
  transaction: Transaction<AllTables>,
  version: number,
  series: Digest['series'],
): Promise<number[]> {
  const ids: number[] = [];
  for (let at = 0; at < series.length; at += SERIES_AT_ONCE) {
    const inserted = await transaction
      .insertInto('release.series')
      .values(series.slice(at, at + SERIES_AT_ONCE).map((one) => ({ version_id: version, ...one })))
      .returning('id')
      .execute();
    ids.push(...inserted.map(({ id }) => id));
  }
  return ids;
}

const ESTIMATE_COLUMNS = [
  'series_id',
  'area_type',
  'period',
  'area_code',
  'status',
  'reason',
  'value',
  'interval',
  'lower95',
  'upper95',
  'lower998',
  'upper998',
  'numerator',
  'denominator',
  'basis',
  'notes',
  'small_areas',
  'modelling_error',
] as const;
const COVERAGE_COLUMNS = ['series_id', 'area_type', 'period', 'basis', 'areas', 'shown'];

async function writeSeries(
  content: Content,
  ids: readonly number[],
  database: Database<AllTables>,
): Promise<void> {
  let next = 0;
  for await (const ofIndicator of content.series()) {
    const coverage: Row[] = [];
    function* estimates(): Generator<Row> {
      for (const one of ofIndicator) {
        const id = ids[next++] ?? 0;
        for (const row of one.coverage)
          coverage.push([id, row.area_type, row.period, row.basis, row.areas, row.shown]);
        for (const estimate of one.estimates) yield estimateRow(id, estimate);
      }
    }
    await database.copyIn('release.estimate', ESTIMATE_COLUMNS, copyPieces(estimates()));
    await database.copyIn('release.coverage', COVERAGE_COLUMNS, copyPieces(coverage));
  }
}

function estimateRow(id: number, estimate: DerivedSeries['estimates'][number]): Row {
  const notes = estimate.notes.length === 0 ? null : JSON.stringify(estimate.notes);
  const small_areas = estimate.small_areas === undefined ? null : JSON.stringify(estimate.small_areas);
  const row = {
    series_id: id,
    ...estimate,
    notes,
    small_areas,
    modelling_error: estimate.modelling_error ?? null,
  };
  return ESTIMATE_COLUMNS.map((column) => row[column]);
}
