import type { Kysely } from 'kysely';
import type { AreaType } from '../../server/contract/dimensions.ts';
import type { ReleaseTables } from '../schema.ts';

type Db = Kysely<ReleaseTables>;

const COLUMNS = [
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
] as const;

export interface MapKey {
  readonly series: number;
  readonly areaType: AreaType;
  readonly period: string;
}

/** What a map draws: one range of the primary key, and one row more for the benchmark. */
export async function estimatesOfMap(db: Db, key: MapKey, benchmark: { type: AreaType; code: string }) {
  const map = db
    .selectFrom('release.estimate')
    .select(COLUMNS)
    .where('series_id', '=', key.series)
    .where('area_type', '=', key.areaType)
    .where('period', '=', key.period);
  const one = db
    .selectFrom('release.estimate')
    .select(COLUMNS)
    .where('series_id', '=', key.series)
    .where('area_type', '=', benchmark.type)
    .where('period', '=', key.period)
    .where('area_code', '=', benchmark.code);
  return benchmark.type === key.areaType ? map.execute() : map.unionAll(one).execute();
}
export type StoredEstimate = Awaited<ReturnType<typeof estimatesOfMap>>[number];

/** What a trend draws: one range of the index by area. */
export async function estimatesOfTrend(db: Db, series: number, area: string): Promise<StoredEstimate[]> {
  return db
    .selectFrom('release.estimate')
    .select(COLUMNS)
    .where('series_id', '=', series)
    .where('area_code', '=', area)
    .execute();
}

/** What the profile of an area draws: one range of the index by area for each series. */
export async function estimatesOfAreas(
  db: Db,
  series: readonly number[],
  areas: readonly string[],
): Promise<(StoredEstimate & { series_id: number })[]> {
  if (series.length === 0) return [];
  return db
    .selectFrom('release.estimate')
    .select(['series_id', ...COLUMNS])
    .where('series_id', 'in', series)
    .where('area_code', 'in', areas)
    .execute();
}
