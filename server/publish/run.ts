/** Publishes datasets: the only way from intake to release. One transaction, one new release, or nothing. */
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../db/connect.ts';
import { copyPieces } from '../../db/copy-format.ts';
import type { AllTables, BoundaryRow } from '../../db/schema.ts';
import type { Place } from '../contract/place.ts';
import { DOCUMENTS, datasetOf, GEOGRAPHY, indicators } from '../indicators/catalogue.ts';
import { countTables } from '../indicators/count-tables.ts';
import { doseTables } from '../indicators/dose-tables.ts';
import type { DatasetDefinition } from '../indicators/indicator.ts';
import { type DerivedSeries, deriveSeries } from './derive.ts';
import { type DocumentOfVersion, readDocuments, releaseDocuments } from './documents.ts';
import { type LoadOfVersion, loadsBehind, readLoads, releaseLoads, releaseRefusals } from './loads.ts';
import { type FigureSource, Observed } from './observed.ts';
import { type ProtectedTable, protectDataset, shownCounts } from './protected.ts';
import { keepProtectedTables, readProtectedTables } from './protected-tables.ts';
import { type ReleasedArea, releasedAreas } from './released-areas.ts';

export interface PublishOptions {
  readonly database: Database<AllTables>;
  readonly place: Place;
  readonly now: () => Date;
  /** Told what is done, a line at a time. */
  readonly log?: (line: string) => void;
  /** Works everything out, and proves it, but publishes nothing. */
  readonly dryRun?: boolean;
  /** For tests of the attack alone: withholds by the rules for single cells, without a proof. */
  readonly rulesOnly?: boolean;
}
export interface PublishedDataset {
  readonly dataset: string;
  /** Undefined where nothing differs from the newest version. */
  readonly version: number | undefined;
  readonly estimates: number;
  readonly withheld: number;
}
export interface PublishSummary {
  /** Undefined where no dataset changed. */
  readonly release: number | undefined;
  readonly datasets: readonly PublishedDataset[];
}

/** @throws Error where a dataset is unknown or intake holds nothing for it; nothing is then published. */
export async function runPublish(
  datasetIds: readonly string[],
  options: PublishOptions,
): Promise<PublishSummary> {
  const definitions = datasetIds.map(datasetOf);
  return options.database.kysely.transaction().execute(async (transaction) => {
    const prepared = await readContents(transaction, definitions, options);
    if (options.dryRun)
      return { release: undefined, datasets: prepared.map(({ content }) => summaryOf(content)) };
    const published: PublishedDataset[] = [];
    for (const one of prepared) published.push(await writeVersion(transaction, one, options));
    const release = await writeRelease(transaction, published, options.now());
    if (release !== undefined) await releaseRefusals(transaction, release);
    return { release, datasets: published };
  });
}

/** What a version of one dataset would hold. */
interface Content {
  readonly dataset: DatasetDefinition;
  readonly areas: readonly ReleasedArea[];
  readonly boundaries: readonly BoundaryOfRelease[];
  readonly series: readonly DerivedSeries[];
  /** Left out by every dataset but that of the documents. */
  readonly documents?: readonly Pick<DocumentOfVersion, 'kind' | 'body'>[];
}

/** A version's content and the loads it was made from; another load of the same figures is no new version. */
interface Prepared {
  readonly content: Content;
  readonly loads: readonly LoadOfVersion[];
  /** Tables of people as this version shows them, to be kept beside it in private. */
  readonly tables: readonly ProtectedTable[];
}
type BoundaryOfRelease = Omit<BoundaryRow, 'geometry'> & { readonly geometry: unknown };

async function readContents(
  db: Kysely<AllTables>,
  definitions: readonly DatasetDefinition[],
  { place, log = () => {}, rulesOnly = false }: PublishOptions,
): Promise<Prepared[]> {
  const areas = await db
    .selectFrom('intake.area')
    .selectAll()
    .orderBy('type')
    .orderBy('edition')
    .orderBy('code')
    .execute();
  const links = await db.selectFrom('intake.area_link').selectAll().execute();
  const boundaries = await db
    .selectFrom('intake.boundary')
    .selectAll()
    .orderBy('type')
    .orderBy('edition')
    .orderBy('code')
    .execute();
  const rows = await db.selectFrom('intake.observation').selectAll().execute();
  const loads = await readLoads(db);
  const documents = await readDocuments(db);
  const observed = new Observed({ areas, links }, place.code, rows);
  const contentOf = (dataset: DatasetDefinition, source: FigureSource): Content => {
    const nothing = { dataset, areas: [], boundaries: [], series: [] };
    if (dataset.id === GEOGRAPHY)
      return { ...nothing, areas: releasedAreas(areas, links, place), boundaries };
    if (dataset.id === DOCUMENTS)
      return { ...nothing, documents: documents.map(({ kind, body }) => ({ kind, body })) };
    return {
      ...nothing,
      series: indicators
        .filter((indicator) => indicator.dataset === dataset.id)
        .flatMap((indicator) => deriveSeries(indicator, source)),
    };
  };
  const earlier = await readProtectedTables(db);
  return definitions.map((dataset) => {
    const tables =
      dataset.policy === 'protect'
        ? protectDataset({
            tables: countTables.filter((table) => table.dataset === dataset.id),
            doses: doseTables.filter((table) => table.dataset === dataset.id),
            indicators: indicators.filter((indicator) => indicator.dataset === dataset.id),
            rows,
            geography: { areas, links },
            place,
            earlier: earlier.get(dataset.id) ?? [],
            rulesOnly,
            log,
          })
        : [];
    const content = contentOf(
      dataset,
      dataset.policy === 'protect' ? shownCounts(tables, observed) : observed,
    );
    const { boundaries: outlines, series, documents: words = [] } = content;
    if (outlines.length + series.length + words.length === 0)
      throw new Error(`nothing is loaded for the dataset "${dataset.id}": run npm run ingest first`);
    return { content, tables, loads: loadsBehind(dataset, loads, [...rows, ...documents]) };
  });
}

function summaryOf({ dataset, series }: Content): PublishedDataset {
  const estimates = series.flatMap((one) => one.estimates);
  return {
    dataset: dataset.id,
    version: undefined,
    estimates: estimates.length,
    withheld: estimates.filter((estimate) => estimate.status === 'withheld').length,
  };
}

async function writeVersion(
  transaction: Transaction<AllTables>,
  { content, loads, tables }: Prepared,
  { database, now }: PublishOptions,
): Promise<PublishedDataset> {
  const { dataset, areas, boundaries, series, documents = [] } = content;
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const { estimates, withheld } = summaryOf(content);
  const counted = { estimates, withheld };
  const newest = await transaction
    .selectFrom('release.version')
    .select('content_sha256')
    .where('dataset', '=', dataset.id)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (newest?.content_sha256 === digest) return { dataset: dataset.id, version: undefined, ...counted };
  const { id: version } = await transaction
    .insertInto('release.version')
    .values({
      dataset: dataset.id,
      policy: dataset.policy,
      published_at: now().toISOString(),
      content_sha256: digest,
      ...counted,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
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
  await releaseDocuments(transaction, version, documents);
  await releaseLoads(transaction, version, dataset, loads);
  await keepProtectedTables(transaction, version, tables);
  if (series.length > 0) await writeSeries(transaction, version, series, database);
  return { dataset: dataset.id, version, ...counted };
}

async function writeSeries(
  transaction: Transaction<AllTables>,
  version: number,
  all: readonly DerivedSeries[],
  database: Database<AllTables>,
): Promise<void> {
  const ids = await transaction
    .insertInto('release.series')
    .values(all.map(({ series }) => ({ version_id: version, ...series })))
    .returning('id')
    .execute();
  const numbered = all.map((one, index) => ({ ...one, id: ids[index]?.id ?? 0 }));
  await database.copyIn(
    'release.estimate',
    [
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
    ],
    copyPieces(
      numbered.flatMap(({ id, estimates }) =>
        estimates.map((estimate) => [
          id,
          estimate.area_type,
          estimate.period,
          estimate.area_code,
          estimate.status,
          estimate.reason,
          estimate.value,
          estimate.interval,
          estimate.lower95,
          estimate.upper95,
          estimate.lower998,
          estimate.upper998,
          estimate.numerator,
          estimate.denominator,
          estimate.basis,
          estimate.notes.length === 0 ? null : JSON.stringify(estimate.notes),
        ]),
      ),
    ),
  );
  await database.copyIn(
    'release.coverage',
    ['series_id', 'area_type', 'period', 'basis', 'areas', 'shown'],
    copyPieces(
      numbered.flatMap(({ id, coverage }) =>
        coverage.map((one) => [id, one.area_type, one.period, one.basis, one.areas, one.shown]),
      ),
    ),
  );
}

/** A release holds the newest version of every dataset: those just written, and those of the release before. */
async function writeRelease(
  transaction: Transaction<AllTables>,
  published: readonly PublishedDataset[],
  now: Date,
): Promise<number | undefined> {
  if (published.every(({ version }) => version === undefined)) return undefined;
  const { id } = await transaction
    .insertInto('release.release')
    .values({ published_at: now.toISOString() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const newest = await transaction
    .selectFrom('release.version')
    .select((version) => version.fn.max('id').as('version_id'))
    .groupBy('dataset')
    .execute();
  await transaction
    .insertInto('release.release_version')
    .values(newest.map(({ version_id }) => ({ release_id: id, version_id })))
    .execute();
  return id;
}
