import { sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';

/** The figures go, and what was counted of them is counted anew; no version is what its digest says any more. */
export async function takeOut(transaction: Transaction<AllTables>, id: number, words: string): Promise<void> {
  await sql`update release.estimate set status = 'withdrawn', reason = ${words}, value = null, interval = 'none',
      lower95 = null, upper95 = null, lower998 = null, upper998 = null, numerator = null, denominator = null,
      notes = null, small_areas = null, modelling_error = null
    from taken where (estimate.series_id, estimate.area_type, estimate.period, estimate.area_code)
      = (taken.series_id, taken.area_type, taken.period, taken.area_code)`.execute(transaction);
  await sql`update release.coverage set shown = (
      select count(*) from release.estimate where status = 'shown' and (estimate.series_id, estimate.area_type, estimate.period)
        = (coverage.series_id, coverage.area_type, coverage.period))
    where (series_id, area_type, period) in (select series_id, area_type, period from taken)`.execute(
    transaction,
  );
  await sql`update release.version set
      content_sha256 = encode(sha256(convert_to(content_sha256 || ' without ' || ${String(id)}, 'UTF8')), 'hex'),
      withheld = (select count(*) from release.series join release.estimate on estimate.series_id = series.id
        where series.version_id = version.id and status = 'withheld')
    where id in (select version_id from taken)`.execute(transaction);
}

/** Not to be published again from what is loaded; but where a newer version says otherwise already, that stands. */
export async function hold(transaction: Transaction<AllTables>, id: number): Promise<void> {
  const key = sql.raw(
    'indicator, denominator, ethnic_group, age_band, sex, deprivation, area_type, period, area_code',
  );
  await sql`with newest as (
      select series.id, dataset from release.series join release.version on version.id = version_id
      where version.id in (select max(id) from release.version group by dataset)),
    taken_key as (
      select distinct indicator, series.denominator, ethnic_group, age_band, sex, deprivation, area_type, period, area_code
      from taken join release.series on series.id = series_id),
    said_otherwise as (
      select indicator, series.denominator, ethnic_group, age_band, sex, deprivation, area_type, period, area_code
      from newest join release.series using (id) join release.estimate on series_id = id
      where status <> 'withdrawn' and indicator in (select indicator from taken_key))
    insert into intake.held_figure (withdrawal_id, ${key})
    select ${id}, ${key} from (select * from taken_key except select * from said_otherwise) as held
    on conflict do nothing`.execute(transaction);
}
