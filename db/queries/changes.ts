/** Figures that differ between the versions of two releases. */
import { type Kysely, sql } from 'kysely';
import type { AreaType, Denominator } from '../../server/contract/dimensions.ts';
import type { ReleaseTables, StratumKey } from '../schema.ts';
import type { SelectedEstimate } from './estimates.ts';

type Db = Kysely<ReleaseTables>;

/** One figure before and after; null where a release does not hold it. */
export interface ChangedFigure extends StratumKey {
  readonly indicator: string;
  readonly denominator: Denominator | '';
  readonly area_type: AreaType;
  readonly period: string;
  readonly before: SelectedEstimate | null;
  readonly after: SelectedEstimate | null;
}

const KEY = sql.raw(
  'indicator, denominator, ethnic_group, age_band, sex, deprivation, area_type, period, area_code',
);
/** Whether two rows say the same, whatever series they belong to. */
const DIFFERS = sql`(old.figure - 'series_id') is distinct from (new.figure - 'series_id')`;

const figuresOf = (versions: readonly number[], where: ReturnType<typeof sql>) => sql`
  select series.indicator, series.denominator as denominator, series.ethnic_group, series.age_band, series.sex,
    series.deprivation, estimate.area_type, estimate.period, estimate.area_code, estimate.status,
    to_jsonb(estimate) as figure
  from release.series join release.estimate on estimate.series_id = series.id
  where series.version_id in (${sql.join([0, ...versions])}) and ${where}`;

/** Figures of one area that differ, or that only one of the two holds. */
export async function changedFigures(
  db: Db,
  before: readonly number[],
  after: readonly number[],
  area: string,
): Promise<ChangedFigure[]> {
  const here = sql`estimate.area_code = ${area}`;
  const { rows } = await sql<ChangedFigure>`
    with old as (${figuresOf(before, here)}), new as (${figuresOf(after, here)})
    select ${KEY}, old.figure as before, new.figure as after
    from old full join new using (${KEY}) where ${DIFFERS} order by ${KEY}`.execute(db);
  return rows;
}

export interface ChangedElsewhere {
  readonly indicator: string;
  readonly revised: number;
  readonly withheld: number;
  readonly shown: number;
}

/** The same counted by indicator for all areas but one: figures both releases hold. */
export async function changedElsewhere(
  db: Db,
  before: readonly number[],
  after: readonly number[],
  area: string,
): Promise<ChangedElsewhere[]> {
  const elsewhere = sql`estimate.area_code <> ${area}`;
  const { rows } = await sql<ChangedElsewhere>`
    with old as (${figuresOf(before, elsewhere)}), new as (${figuresOf(after, elsewhere)})
    select indicator,
      (count(*) filter (where old.status = 'shown' and new.status = 'shown'))::integer as revised,
      (count(*) filter (where old.status <> 'withheld' and new.status = 'withheld'))::integer as withheld,
      (count(*) filter (where old.status <> 'shown' and new.status = 'shown'))::integer as shown
    from old join new using (${KEY}) where ${DIFFERS} group by indicator order by indicator`.execute(db);
  return rows;
}
