/** Figures that were withdrawn stay so until whoever loads says that they are right now. */

import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';

import { indicators } from '../indicators/catalogue.ts';
import { feedsOf } from '../indicators/feeds.ts';

export interface HeldBack {
  /** Figures that may be published again. */
  readonly lifted: number;
  readonly warnings: readonly string[];
}

/**
 * Looks whether what is loaded are parts of withdrawn figures: of the same area, or of whatever areas their own were made of.
 *
 * @param here the figures of the load.
 * @param accept they are right now, and are published again.
 */
export async function holdWithdrawn(
  transaction: Transaction<AllTables>,
  here: RawBuilder<unknown>,
  accept: boolean,
): Promise<HeldBack> {
  const any = await transaction.selectFrom('intake.held_figure').select('period').limit(1).executeTakeFirst();
  if (any === undefined) return { lifted: 0, warnings: [] };
  const feeds = indicators.flatMap((indicator) =>
    feedsOf(indicator).map(({ measure, period }) => ({
      indicator: indicator.id,
      measure,
      same_period: period === undefined,
      period: period ?? null,
    })),
  );
  const concerned = sql`with
    feed as (select * from jsonb_to_recordset(${JSON.stringify(feeds)}::jsonb)
      as feed(indicator text, measure text, same_period boolean, period text)),
    here as materialized (select distinct measure, period, area_code from ${here}),
    kept as materialized (select distinct measure, period, area_type from intake.observation
      where measure in (select measure from here)),
    concerned as (select held.ctid, held.withdrawal_id from intake.held_figure as held
      where exists (select from feed join here using (measure)
        where feed.indicator = held.indicator
          and (case when same_period then here.period = held.period else feed.period is null or here.period = feed.period end)
          and (here.area_code = held.area_code
            or (here.measure, here.period, held.area_type) not in (select measure, period, area_type from kept))))`;
  if (accept) {
    const gone =
      await sql`${concerned} delete from intake.held_figure where ctid in (select ctid from concerned)`.execute(
        transaction,
      );
    return { lifted: Number(gone.numAffectedRows ?? 0n), warnings: [] };
  }
  const { rows } = await sql<{ figures: number; day: string; by_whom: string; reason: string; what: string }>`
    ${concerned} select count(*) as figures, withdrawn_at::date as day, by_whom, reason, what
    from concerned join release.withdrawal as withdrawal on withdrawal.id = withdrawal_id
    group by withdrawal.id order by withdrawal.id`.execute(transaction);
  const warnings = rows.map(
    ({ figures, day, by_whom, reason, what }) =>
      `${figures === 1 ? 'one figure' : `${figures} figures`} made of these files stay${figures === 1 ? 's' : ''} withdrawn: ${what}, on ${day} by ${by_whom} (${reason}); where they are right now, load with --accept-withdrawn`,
  );
  return { lifted: 0, warnings };
}
