import { type Kysely, sql } from 'kysely';
import type { AreaType } from '../../server/contract/dimensions.ts';
import type { EstimateRow, ReleaseTables, SmallAreas } from '../schema.ts';

type Db = Kysely<ReleaseTables>;

/** A figure as read back; the series and what else it was asked for by are known to whoever asked. */
export type SelectedEstimate = Omit<EstimateRow, 'series_id' | 'notes' | 'small_areas'> & {
  notes: string[] | null;
  small_areas?: SmallAreas | null | undefined;
};

export interface MapKey {
  readonly series: number;
  readonly areaType: AreaType;
  readonly period: string;
}

/**
 * What a map draws: one range of the primary key, and one row more for the benchmark.
 *
 * The rows come as one JSON value: reading it takes a third of the time of as many rows of fifteen cells, and
 * this is the question asked most.
 */
export async function estimatesOfMap(
  db: Db,
  { series, areaType, period }: MapKey,
  benchmark: { readonly type: AreaType; readonly code: string },
): Promise<SelectedEstimate[]> {
  const { rows } = await sql<{
    estimates: SelectedEstimate[] | null;
  }>`select json_agg(row) as estimates from (
    select * from release.estimate where series_id = ${series} and area_type = ${areaType} and period = ${period}
    union all
    select * from release.estimate where series_id = ${series} and area_type = ${benchmark.type}
      and period = ${period} and area_code = ${benchmark.code} and area_type <> ${areaType}) as row`.execute(
    db,
  );
  return rows[0]?.estimates ?? [];
}

/** The same over every period: one range of the primary key, and the benchmark's of the index by area. */
export async function estimatesOverTime(
  db: Db,
  { series, areaType }: Omit<MapKey, 'period'>,
  benchmark: { readonly type: AreaType; readonly code: string },
): Promise<SelectedEstimate[]> {
  const { rows } = await sql<{
    estimates: SelectedEstimate[] | null;
  }>`select json_agg(row) as estimates from (
    select * from release.estimate where series_id = ${series} and area_type = ${areaType}
    union all
    select * from release.estimate where series_id = ${series} and area_type = ${benchmark.type}
      and area_code = ${benchmark.code} and area_type <> ${areaType}) as row`.execute(db);
  return rows[0]?.estimates ?? [];
}

/** What a trend draws: one range of the index by area. */
export async function estimatesOfTrend(db: Db, series: number, area: string): Promise<SelectedEstimate[]> {
  return db
    .selectFrom('release.estimate')
    .selectAll()
    .where('series_id', '=', series)
    .where('area_code', '=', area)
    .execute();
}

export interface BoardKey {
  /** Series whose whole history in the area is drawn. */
  readonly histories: readonly number[];
  readonly area: string;
  /** Single figures beside them: of larger areas, and of groups. */
  readonly moments: readonly { readonly series: number; readonly period: string; readonly area: string }[];
}

/**
 * What the board draws: ranges of the index by area, and single figures.
 *
 * The rows come as rows: most of their cells are empty, and as JSON each would carry the names of them all.
 */
export async function estimatesOfBoard(
  db: Db,
  { histories, area, moments }: BoardKey,
): Promise<(SelectedEstimate & { series_id: number })[]> {
  const { rows } = await sql<SelectedEstimate & { series_id: number }>`
    select * from release.estimate
      where series_id = any(${[...histories]}::integer[]) and area_code = ${area}
    union all
    select estimate.* from unnest(${moments.map((one) => one.series)}::integer[],
        ${moments.map((one) => one.area)}::text[], ${moments.map((one) => one.period)}::text[])
        as moment (series_id, area_code, period)
      join release.estimate on estimate.series_id = moment.series_id
        and estimate.area_code = moment.area_code and estimate.period = moment.period`.execute(db);
  return rows;
}

/** What the profile of an area draws: one range of the index by area for each series. */
export async function estimatesOfAreas(
  db: Db,
  series: readonly number[],
  areas: readonly string[],
): Promise<(SelectedEstimate & { series_id: number })[]> {
  if (series.length === 0) return [];
  return db
    .selectFrom('release.estimate')
    .selectAll()
    .where('series_id', 'in', series)
    .where('area_code', 'in', areas)
    .execute();
}

/** Every figure of some series: what an archive holds, a few series at a time. */
export async function estimatesOfSeries(
  db: Db,
  series: readonly number[],
): Promise<(SelectedEstimate & { series_id: number })[]> {
  return db
    .selectFrom('release.estimate')
    .selectAll()
    .where('series_id', 'in', series)
    .orderBy('series_id')
    .orderBy('area_type')
    .orderBy('period')
    .orderBy('area_code')
    .execute();
}

export interface PartsKey {
  readonly series: readonly number[];
  readonly areas: readonly string[];
  /** Left out, every period. */
  readonly period?: string;
  /** Series read in every period all the same. */
  readonly inEveryPeriod?: readonly number[];
}

/** What a comparison of groups draws, in one statement: some series in some areas, as one JSON value. */
export async function estimatesOfParts(
  db: Db,
  { series, areas, period, inEveryPeriod = [] }: PartsKey,
): Promise<(SelectedEstimate & { series_id: number })[]> {
  if (series.length === 0 || areas.length === 0) return [];
  const list = (values: readonly (string | number)[]) => sql.join(values.map((value) => sql`${value}`));
  const periods =
    period === undefined
      ? sql``
      : inEveryPeriod.length === 0
        ? sql`and period = ${period}`
        : sql`and (period = ${period} or series_id in (${list(inEveryPeriod)}))`;
  const { rows } = await sql<{
    estimates: (SelectedEstimate & { series_id: number })[] | null;
  }>`select json_agg(row) as estimates from (
    select * from release.estimate
    where series_id in (${list(series)}) and area_code in (${list(areas)}) ${periods}) as row`.execute(db);
  return rows[0]?.estimates ?? [];
}

/** As estimatesOfParts, each series in a period of its own: what an overview of many indicators draws. */
export async function estimatesOfSeriesAt(
  db: Db,
  wanted: readonly { readonly series: number; readonly period: string }[],
  areas: readonly string[],
): Promise<(SelectedEstimate & { series_id: number })[]> {
  if (wanted.length === 0 || areas.length === 0) return [];
  const keys = sql.join(wanted.map(({ series, period }) => sql`(${series}::integer, ${period}::text)`));
  const codes = sql.join(areas.map((area) => sql`${area}`));
  const { rows } = await sql<{
    estimates: (SelectedEstimate & { series_id: number })[] | null;
  }>`select json_agg(row) as estimates from (
    select estimate.* from (values ${keys}) as wanted (series, period)
    join release.estimate on estimate.series_id = wanted.series and estimate.period = wanted.period
    where estimate.area_code in (${codes})) as row`.execute(db);
  return rows[0]?.estimates ?? [];
}

/** What a release is judged by: some series in every period, others in periods of their own. */
export async function estimatesToJudge(
  db: Db,
  {
    whole,
    moments,
  }: {
    readonly whole: readonly number[];
    readonly moments: readonly { readonly series: number; readonly period: string }[];
  },
): Promise<(SelectedEstimate & { series_id: number })[]> {
  const { rows } = await sql<SelectedEstimate & { series_id: number }>`
    select * from release.estimate where series_id = any(${[...whole]}::integer[])
    union all
    select estimate.* from unnest(${moments.map((one) => one.series)}::integer[],
        ${moments.map((one) => one.period)}::text[]) as moment (series_id, period)
      join release.estimate on estimate.series_id = moment.series_id
        and estimate.period = moment.period`.execute(db);
  return rows;
}

/** Some series over every period for some types of area: what other programs carry away. */
export async function estimatesOfTypes(
  db: Db,
  series: readonly number[],
  areaTypes: readonly AreaType[],
): Promise<(SelectedEstimate & { series_id: number })[]> {
  if (series.length === 0) return [];
  const { rows } = await sql<SelectedEstimate & { series_id: number }>`
    select * from release.estimate where series_id = any(${[...series]}::integer[])
      and area_type = any(${[...areaTypes]}::text[])`.execute(db);
  return rows;
}
