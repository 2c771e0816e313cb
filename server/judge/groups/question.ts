/** One question about groups, resolved: what is asked of which area, and which stored figures answer it. Pure. */
import { atAges } from '../../contract/good-or-bad.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Part } from '../figures/part.ts';
import type { Judgement } from '../judgement.ts';
import { type MethodBreak, methodBreaks } from '../release/method-breaks.ts';
import { resolvePeriod } from '../release/resolve.ts';
import { roundedToOf } from '../release/rounded-to.ts';
import type { AreaToRead } from './area-to-read.ts';
import { breakdownOf } from './breakdown.ts';
import type { BreakdownContext, BreakdownQuery, GroupBreakdown } from './group-breakdown.ts';

export interface GroupQuestion {
  /** As it reads at the ages asked about. */
  readonly indicator: Indicator;
  readonly area: AreaToRead;
  readonly breakdown: GroupBreakdown;
  readonly reference: string;
  readonly release: number;
  /** What the release judged of all its comparisons. */
  readonly judgement: Judgement;
  /** The day ages are counted from. */
  readonly asOf: string;
  /** What counts are rounded to the nearest of; null where they are not. */
  readonly roundedTo: number | null;
  /** Of method, oldest first. */
  readonly breaks: readonly MethodBreak[];
}

/**
 * One question about groups, resolved: what is asked of which area, which stored figures answer it, and what the release
 * judged.
 *
 * @param indicator what is asked about.
 * @param area where.
 * @param query by which groups, for whom, against what; what it leaves out takes the default.
 * @param context the release, its place and the fifths of its wards.
 * @returns with the indicator as it reads at the ages asked about.
 * @throws Unavailable naming the field and the values there are figures for.
 * @example groupQuestion(indicator, ash, {}, context); // { reference: 'rest', release: 1, asOf: '2025-10-30', roundedTo: null }
 */
export function groupQuestion(
  indicator: Indicator,
  area: AreaToRead,
  query: BreakdownQuery & { readonly reference?: string },
  context: BreakdownContext,
): GroupQuestion {
  const { reference = 'rest', ...rest } = query;
  const breakdown = breakdownOf(indicator, rest, area, context);
  return {
    indicator: atAges(indicator, breakdown.stratum.ageBand),
    area,
    breakdown,
    reference,
    release: context.snapshot.release,
    judgement: context.snapshot.judgement,
    asOf: context.snapshot.asOf,
    roundedTo: roundedToOf(breakdown.version, context.snapshot),
    breaks: methodBreaks(indicator.id, area.code, context.snapshot),
  };
}

/** @throws Unavailable naming the periods the groups have. */
export const periodOf = ({ breakdown }: GroupQuestion, asked: string | undefined) =>
  resolvePeriod(breakdown, breakdown.areaType, asked);

/**
 * Every part of the question, for the one reading of the database.
 *
 * @param breakdown the groups.
 * @param period of the figures.
 * @returns groups, unknown, everyone, and the same at each age band.
 * @example partsOf(question.breakdown, '2024-25').map(({ series }) => series); // [2, 3, 1]
 */
export function partsOf({ groups, unknown, whole, bandsAt }: GroupBreakdown, period: string): Part[] {
  const all = [
    ...groups.map(({ part }) => part),
    unknown,
    whole,
    ...bandsAt(period).flatMap((band) => [...band.groups, band.unknown, band.whole]),
  ];
  return all.filter((part) => part !== undefined);
}

/**
 * The same but for their ages.
 *
 * @param breakdown the groups.
 * @returns groups, unknown and everyone.
 * @example partsOfGroups(question.breakdown).map(({ series }) => series); // [2, 3, 1]
 */
export function partsOfGroups({
  groups,
  unknown,
  whole,
}: Pick<GroupBreakdown, 'groups' | 'unknown' | 'whole'>) {
  return [...groups.map(({ part }) => part), unknown, whole].filter((part) => part !== undefined);
}

/**
 * The query as the reply echoes it, but for the period.
 *
 * @param question about the groups of one area.
 * @returns every part, those left out by the reader too.
 * @example echoOf(question); // { indicator: 'made-up', by: 'ethnicGroup', area: 'E09000099', reference: 'rest', ageBand: 'all' }
 */
export function echoOf({ indicator, breakdown, reference, area }: GroupQuestion) {
  const { by, ethnicScheme, fifths } = breakdown.facts;
  const { ethnicScheme: _, ...stratum } = breakdown.stratum;
  return {
    indicator: indicator.id,
    by,
    ...(ethnicScheme !== undefined && { ethnicScheme }),
    ...(fifths !== undefined && { fifths }),
    area: area.code,
    reference,
    ...stratum,
  };
}
