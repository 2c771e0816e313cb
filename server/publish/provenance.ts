/** Which file each figure of a version came from, by measure and period: kept with the version, and public but for people's records. */
import { sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/schema.ts';
import { feedsOf } from '../indicators/feeds.ts';
import type { DatasetDefinition, Indicator } from '../indicators/indicator.ts';

export async function recordProvenance(
  transaction: Transaction<AllTables>,
  version: number,
  { policy }: DatasetDefinition,
  own: readonly Indicator[],
): Promise<void> {
  const measures = [...new Set(own.flatMap((indicator) => feedsOf(indicator).map(({ measure }) => measure)))];
  const isOpen = policy !== 'protect';
  // Which areas came from which of several files is told of official figures alone: elsewhere it says whose counts changed.
  await sql`insert into release.provenance (version_id, measure, period, area_type, load_id, file, areas)
    select ${version}, origin.measure, origin.period, origin.area_type, origin.load_id, origin.file,
      case when origins > 1 and ${sql.lit(isOpen)} then (
        select jsonb_agg(distinct area_code order by area_code) from intake.observation as one
        where (one.measure, one.period, one.area_type, one.load_id, one.file)
          = (origin.measure, origin.period, origin.area_type, origin.load_id, origin.file)) end
    from (select measure, period, area_type, load_id, file,
        count(*) over (partition by measure, period, area_type) as origins
      from intake.observation where measure = any(${measures}::text[])
      group by measure, period, area_type, load_id, file) as origin`.execute(transaction);
  await sql`insert into release.load_file (version_id, load_id, file, name, sha256, edition)
    select ${version}, load_id, file, ${isOpen ? sql`name` : sql`''`}, ${isOpen ? sql`sha256` : sql`''`}, edition
    from intake.load_file where (load_id, file) in (
      select load_id, file from release.provenance where version_id = ${version})`.execute(transaction);
}
