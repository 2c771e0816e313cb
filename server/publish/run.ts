/** Publishes datasets: the only way from intake to release. One transaction, one new release, or nothing. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { requirePlace } from '../../db/known-place.ts';
import type { ReleaseTables } from '../../db/schema.ts';
import type { Place } from '../contract/place.ts';
import { type PolicyNumbers, PROTECT } from '../contract/policies.ts';
import { datasetOf, indicators as definedIndicators } from '../indicators/catalogue.ts';
import { countTables } from '../indicators/count-tables.ts';
import { doseTables } from '../indicators/dose-tables.ts';
import type { DatasetDefinition, Indicator } from '../indicators/indicator.ts';
import { definitionsToday } from '../indicators/released-catalogue.ts';
import { digestOf } from './content.ts';
import {
  isDefinedBy,
  isListedAsNow,
  recordDefinitions,
  recordEarlier,
  recordListing,
} from './definitions.ts';
import { contentOf, type Intake, openIntake } from './intake.ts';
import { isJudgedByThisRule, judgeRelease } from './judge-release.ts';
import { loadsBehind, releaseLoads, releaseRefusals } from './loads.ts';
import { measuresCounted, measuresKnown, readRows } from './observations.ts';
import type { Pattern } from './pattern.ts';
import { protectDataset, shownCounts } from './protected.ts';
import type { ProtectedTable } from './protected-table.ts';
import { keepProtectedTables, readProtectedTables } from './protected-tables.ts';
import { recordProvenance } from './provenance.ts';
import { writeVersion } from './write-version.ts';

export interface PublishOptions {
  readonly database: Database<AllTables>;
  readonly place: Place;
  readonly now: () => Date;
  /** Told what is done, a line at a time. */
  readonly log?: (line: string) => void;
  /** Works everything out, and proves it, but publishes nothing. */
  readonly dryRun?: boolean;
  /** Leaves out datasets for which nothing is loaded, instead of refusing. */
  readonly loadedOnly?: boolean;
  /** What was found out before about tables with the same counts: checked, and taken where it holds. */
  readonly patterns?: readonly Pattern[];
  /** What the indicators are defined as: those of the product where left out. */
  readonly indicators?: readonly Indicator[];
  /** By whose numbers counts of people are withheld and rounded: those of `protect` where left out. */
  readonly policy?: PolicyNumbers;
  /** For tests of the attack alone: withholds by the rules for single cells, without a proof. */
  readonly rulesOnly?: boolean;
}
interface PublishedDataset {
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
  const { indicators = definedIndicators } = options;
  const asked = datasetIds.map(datasetOf);
  // Figures are read once to tell whether they are new and once more to be written: a load between must not be seen.
  const transactions = options.database.kysely.transaction().setIsolationLevel('repeatable read');
  return transactions.execute(async (transaction) => {
    // One at a time, or each would leave the other's versions out of its release. First, since a question fixes what is seen.
    await sql`lock table release.version in exclusive mode`.execute(transaction);
    await requirePlace(transaction, options.place);
    await recordEarlier(transaction);
    const intake = await openIntake(transaction, options.place);
    const published: PublishedDataset[] = [];
    for (const dataset of asked) {
      const one = await publishDataset(transaction, dataset, intake, options);
      if (one !== undefined) published.push(one);
      else if (options.loadedOnly !== true)
        throw new Error(`nothing is loaded for the dataset "${dataset.id}": run npm run ingest first`);
    }
    if (options.dryRun) return { release: undefined, datasets: published };
    const release = await writeRelease(transaction, published, indicators, options.now());
    if (release !== undefined) {
      await releaseRefusals(transaction, release);
      await judgeRelease(transaction, release, options);
    }
    return { release, datasets: published };
  });
}

/** @returns undefined where nothing is loaded for it. */
async function publishDataset(
  transaction: Transaction<AllTables>,
  dataset: DatasetDefinition,
  intake: Intake,
  options: PublishOptions,
): Promise<PublishedDataset | undefined> {
  const { place, policy = PROTECT, dryRun = false, indicators = definedIndicators } = options;
  const own = indicators.filter((indicator) => indicator.dataset === dataset.id);
  const isProtected = dataset.policy === 'protect';
  const tables = isProtected ? await protectTables(transaction, dataset, own, intake, options) : [];
  const toldElsewhere = tables.flatMap((table) => table.toldElsewhere ?? []);
  const shown = { source: shownCounts(tables), counted: measuresCounted(dataset) };
  const asked = { dataset, indicators: own, place, ...(isProtected && { shown, policy, toldElsewhere }) };
  const content = await contentOf(transaction, asked, intake);
  const digest = await digestOf(content);
  const { areas, boundaries, documents = [] } = content;
  if (areas.length + boundaries.length + digest.series.length + documents.length === 0) return undefined;
  const { estimates, withheld } = digest;
  const definitions = definitionsToday(dataset.id, indicators);
  const released = transaction.$pickTables<keyof ReleaseTables>();
  const newest = await newestVersion(transaction, dataset);
  const isKnown =
    newest?.content_sha256 === digest.sha256 && (await isDefinedBy(released, newest.id, definitions));
  if (dryRun || isKnown) return { dataset: dataset.id, version: undefined, estimates, withheld };
  const version = await writeVersion(transaction, content, digest, options);
  await recordDefinitions(released, version, definitions);
  // Loads are no part of the content: another load of the same figures is no new version.
  await releaseLoads(transaction, version, dataset, await loadsBehind(transaction, dataset, own));
  await recordProvenance(transaction, version, dataset, own);
  await keepProtectedTables(transaction, version, tables);
  return { dataset: dataset.id, version, estimates, withheld };
}

async function protectTables(
  db: Kysely<AllTables>,
  dataset: DatasetDefinition,
  own: readonly Indicator[],
  { geography }: Intake,
  { place, policy = PROTECT, log = () => {}, rulesOnly = false, patterns = [] }: PublishOptions,
): Promise<ProtectedTable[]> {
  const earlier = await readProtectedTables(db);
  return protectDataset({
    tables: countTables.filter((table) => table.dataset === dataset.id),
    doses: doseTables.filter((table) => table.dataset === dataset.id),
    indicators: own,
    rows: await readRows(db, [...measuresCounted(dataset), ...measuresKnown(dataset)]),
    geography,
    place,
    earlier: earlier.get(dataset.id) ?? [],
    policy,
    rulesOnly,
    patterns,
    log,
  });
}

const newestVersion = (db: Kysely<AllTables>, { id }: DatasetDefinition) =>
  db
    .selectFrom('release.version')
    .select(['id', 'content_sha256'])
    .where('dataset', '=', id)
    .orderBy('id', 'desc')
    .executeTakeFirst();

/**
 * A release holds the newest version of every dataset: those just written, and those of the release before. Where no
 * dataset changed there is a new one only where a new rule gives new verdicts, or the board reads others.
 */
async function writeRelease(
  transaction: Transaction<AllTables>,
  published: readonly PublishedDataset[],
  indicators: readonly Indicator[],
  now: Date,
): Promise<number | undefined> {
  const isUnchanged = published.every(({ version }) => version === undefined);
  const released = transaction.$pickTables<keyof ReleaseTables>();
  if (isUnchanged && (await isJudgedByThisRule(transaction)) && (await isListedAsNow(released, indicators)))
    return undefined;
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
  await recordListing(released, id, indicators);
  return id;
}
