import { type Kysely, sql } from 'kysely';
import type { AreaType, Basis } from '../../server/contract/dimensions.ts';
import type {
  CoverageRow,
  Recorded,
  ReleaseAreaRow,
  ReleaseTables,
  SeriesRow,
  VersionRow,
} from '../schema.ts';

type Db = Kysely<ReleaseTables>;
type Stored<T> = { [K in keyof T]: T[K] extends { __select__: infer S } ? S : T[K] };
/** A version, with what its definitions call its dataset. */
export type SelectedVersion = Stored<VersionRow> & { readonly title: string; readonly recorded: Recorded };
export type SelectedSeries = Stored<SeriesRow>;
export type SelectedArea = Stored<ReleaseAreaRow>;

export async function newestRelease(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('release.release')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Which release is the newest, and how often figures were withdrawn: all that is served is the same while both are. */
export async function servedNow(
  db: Db,
): Promise<{ readonly newest: number | null; readonly withdrawals: number }> {
  const { rows } = await sql<{ newest: number | null; withdrawals: number }>`
    select (select max(id) from release.release) as newest,
      (select coalesce(max(id), 0) from release.withdrawal) as withdrawals`.execute(db);
  const [now] = rows;
  if (now === undefined) throw new Error('one question has one answer');
  return now;
}

/** Every release with the versions it holds, newest first. */
export async function releasesWithVersions(db: Db) {
  const releases = await db.selectFrom('release.release').selectAll().orderBy('id', 'desc').execute();
  const versions = await versionsTold(db).orderBy('dataset').execute();
  const links = await db.selectFrom('release.release_version').selectAll().execute();
  return releases.map((release) => {
    const held = new Set(
      links.filter((link) => link.release_id === release.id).map((link) => link.version_id),
    );
    return { ...release, versions: versions.filter((version) => held.has(version.id)) };
  });
}
export type ReleaseWithVersions = Awaited<ReturnType<typeof releasesWithVersions>>[number];

export async function versionsOf(db: Db, release: number) {
  const held = db
    .selectFrom('release.release_version')
    .select('version_id')
    .where('release_id', '=', release);
  return versionsTold(db).where('release.version.id', 'in', held).execute();
}

/** One nothing was written down for yet goes by the id of its dataset. */
const versionsTold = (db: Db) =>
  db
    .selectFrom('release.version')
    .leftJoin('release.definitions', 'release.definitions.version_id', 'release.version.id')
    .selectAll('release.version')
    .select([
      sql<string>`coalesce(definitions.body ->> 'title', version.dataset)`.as('title'),
      sql<Recorded>`coalesce(definitions.recorded, 'later')`.as('recorded'),
    ]);

export async function selectSeries(db: Db, versions: readonly number[]) {
  if (versions.length === 0) return [];
  return db
    .selectFrom('release.series')
    .selectAll()
    .where('version_id', 'in', versions)
    .orderBy('id')
    .execute();
}

/** What a series covers: its periods at each area type. */
export type SelectedCoverage = readonly Omit<CoverageRow, 'series_id'>[];

/**
 * Coverage by series. It comes as one text a series, and series that cover the same share what is made of it: there are
 * as many rows as strata times periods.
 */
export async function coverageOf(
  db: Db,
  versions: readonly number[],
): Promise<Map<number, SelectedCoverage>> {
  if (versions.length === 0) return new Map();
  const { rows } = await sql<{ series_id: number; coverage: string }>`
    select series_id, json_agg(json_build_array(area_type, period, basis, areas, shown))::text as coverage
    from (
      select coverage.* from release.coverage
      join release.series on series.id = coverage.series_id
      where version_id in (${sql.join(versions)})
      order by series_id, area_type, period) as ordered
    group by series_id`.execute(db);
  const made = new Map<string, SelectedCoverage>();
  return new Map(
    rows.map(({ series_id, coverage }) => {
      const own = made.get(coverage) ?? coverageFrom(coverage);
      made.set(coverage, own);
      return [series_id, own];
    }),
  );
}

function coverageFrom(text: string): SelectedCoverage {
  const rows = JSON.parse(text) as [AreaType, string, Basis, number, number][];
  return rows.map(([area_type, period, basis, areas, shown]) => ({ area_type, period, basis, areas, shown }));
}

export async function selectAreas(db: Db, versions: readonly number[]) {
  if (versions.length === 0) return [];
  return db
    .selectFrom('release.area')
    .selectAll()
    .where('version_id', 'in', versions)
    .orderBy('type')
    .orderBy('code')
    .orderBy('edition', 'desc')
    .execute();
}

export async function boundariesOf(db: Db, versions: readonly number[], type: string, edition: string) {
  if (versions.length === 0) return [];
  return db
    .selectFrom('release.boundary')
    .select(['code', 'geometry'])
    .where('version_id', 'in', versions)
    .where('type', '=', type as never)
    .where('edition', '=', edition)
    .orderBy('code')
    .execute();
}

/** The lists of outlines that are held: of which type of area, in which editions, newest first. */
export async function outlineListsOf(db: Db, versions: readonly number[]) {
  if (versions.length === 0) return [];
  return db
    .selectFrom('release.boundary')
    .select(['type', 'edition'])
    .distinct()
    .where('version_id', 'in', versions)
    .orderBy('type')
    .orderBy('edition', 'desc')
    .execute();
}
