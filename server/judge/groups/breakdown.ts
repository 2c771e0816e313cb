/** The groups a question is about, and which stored figures each is made of. Pure. */

import type { Indicator } from '../../indicators/indicator.ts';
import { Unavailable } from '../release/unavailable.ts';
import type { AreaToRead } from './area-to-read.ts';
import { breakdownKinds } from './breakdown-kinds.ts';
import { byDeprivation } from './deprivation-breakdown.ts';
import { byEthnicGroup } from './ethnic-breakdown.ts';
import type { BreakdownContext, BreakdownQuery, GroupBreakdown } from './group-breakdown.ts';

/**
 * The groups a question is about, and which stored figures each is made of.
 *
 * @param indicator what is asked about.
 * @param query how it is broken down and for whom; what it leaves out takes the default.
 * @param area where.
 * @param context the release, its place and the fifths of its wards.
 * @returns groups in the order of their scheme, fifths from the most deprived.
 * @throws Unavailable naming the field and the values there are figures for.
 * @example breakdownOf(indicator, {}, borough, context).groups.map(({ id }) => id); // ['asian', 'white']
 */
export function breakdownOf(
  indicator: Indicator,
  query: BreakdownQuery,
  area: AreaToRead,
  context: BreakdownContext,
): GroupBreakdown {
  const held = context.snapshot.seriesOf(indicator.id);
  const kinds = breakdownKinds(indicator, area, context);
  const by = query.by ?? kinds[0]?.by;
  const ofBy = kinds.filter((kind) => kind.by === by);
  if (by === undefined || ofBy.length === 0)
    throw new Unavailable(
      'by',
      by ?? 'ethnic group or fifths of deprivation',
      [...new Set(kinds.map((kind) => kind.by))],
      { indicator, area },
    );
  return by === 'ethnicGroup'
    ? byEthnicGroup(indicator, query, ofBy, held)
    : byDeprivation(indicator, query, ofBy, held, context);
}
