/** Which file the figures of a version came from, by indicator and period: kept with it, and public but for people's records. */

import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';

import { feedsOf } from '../indicators/feeds.ts';
import type { DatasetDefinition, Indicator } from '../indicators/indicator.ts';

export async function recordProvenance(
  transaction: Transaction<AllTables>,
  version: number,
  { policy }: DatasetDefinition,
  own: readonly Indicator[],
): Promise<void> {
  // Which areas came from which of several files is told of official figures alone: elsewhere it says whose counts changed.
  const isOpen = policy !== 'protect';
  await sql`insert into release.provenance
      (version_id, indicator, part, measure, period, is_of_figure, area_type, load_id, file, areas)
    select ${version}, indicator, part, measure, period, is_of_figure, area_type, load_id, file,
      ${isOpen ? sql`areas` : sql`null`} from (${originsLoaded(own)}) as origin`.execute(transaction);
  await sql`insert into release.load_file (version_id, load_id, file, name, sha256, edition)
    select ${version}, load_id, file, ${isOpen ? sql`name` : sql`''`}, ${isOpen ? sql`sha256` : sql`''`}, edition
    from intake.load_file where (load_id, file) in (
      select load_id, file from release.provenance where version_id = ${version})`.execute(transaction);
}

/** A question for what figures of these indicators would be made of now; the areas are named where others came from elsewhere. */
export function originsLoaded(indicators: readonly Indicator[]): RawBuilder<unknown> {
  const feeds = indicators.flatMap((indicator) =>
    feedsOf(indicator).map(({ measure, as, period }) => ({
      indicator: indicator.id,
      part: as,
      measure,
      is_of_figure: period === undefined,
      fixed: period ?? null,
    })),
  );
  // People who are the same at every date may be told of by a table of doses and as a population: then of any date.
  return sql`select feed.indicator, feed.part, bool_and(feed.is_of_figure) as is_of_figure, origin.* from
    jsonb_to_recordset(${JSON.stringify(feeds)}::jsonb)
      as feed(indicator text, part text, measure text, is_of_figure boolean, fixed text)
    join (select one.measure, one.period, one.area_type, one.load_id, one.file, case when origins > 1 then (
        select jsonb_agg(distinct area_code order by area_code) from intake.observation as other
        where (other.measure, other.period, other.area_type, other.load_id, other.file)
          = (one.measure, one.period, one.area_type, one.load_id, one.file)) end as areas
      from (select measure, period, area_type, load_id, file,
          count(*) over (partition by measure, period, area_type) as origins
        from intake.observation where measure = any(${[...new Set(feeds.map(({ measure }) => measure))]}::text[])
        group by measure, period, area_type, load_id, file) as one) as origin
      on origin.measure = feed.measure and (feed.fixed is null or feed.fixed = origin.period)
    group by feed.indicator, feed.part, origin.measure, origin.period, origin.area_type, origin.load_id, origin.file,
      origin.areas`;
}
