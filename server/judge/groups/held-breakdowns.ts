/** Which ways of telling groups apart an indicator has in an area. Pure. */
import type { HeldBreakdown } from '../../contract/held-breakdowns.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { AreaToRead } from './area-to-read.ts';
import { breakdownKinds } from './breakdown-kinds.ts';
import type { BreakdownContext } from './group-breakdown.ts';
import { groupQuestion, periodOf } from './question.ts';
import { tried } from './questions-of-areas.ts';

/**
 * Every breakdown that a question about the indicator in the area is answered by, ethnic groups first; none of what is no
 * proportion, for gaps are between shares.
 *
 * @param indicator what is asked about.
 * @param area where.
 * @param context the release, its place and the fifths of its wards.
 * @returns each way once.
 * @example heldBreakdowns(indicator, ash, context); // [{ by: 'ethnicGroup', ethnicScheme: 'census-2021-5' }]
 */
export function heldBreakdowns(
  indicator: Indicator,
  area: AreaToRead,
  context: BreakdownContext,
): HeldBreakdown[] {
  if (indicator.valueType !== 'proportion') return [];
  const ways = breakdownKinds(indicator, area, context).map(
    ({ by, scheme }): HeldBreakdown => ({ by, ...(scheme !== undefined && { ethnicScheme: scheme }) }),
  );
  const isFirst = (way: HeldBreakdown, at: number) => ways.findIndex((one) => isSame(one, way)) === at;
  return ways.filter((way, at) => isFirst(way, at) && isHeld(indicator, area, way, context));
}

/** Whether a question about the indicator by these groups is answered in the area. */
export const isHeld = (
  indicator: Indicator,
  area: AreaToRead,
  way: HeldBreakdown,
  context: BreakdownContext,
): boolean =>
  indicator.valueType === 'proportion' &&
  tried(() => periodOf(groupQuestion(indicator, area, way, context), undefined)) !== undefined;

export const isSame = (one: HeldBreakdown, other: HeldBreakdown) =>
  one.by === other.by && one.ethnicScheme === other.ethnicScheme;
