/** Where a gap is going: which periods may be compared, and the change over them. Pure. */
import { yearsOfDay } from '../../contract/days.ts';
import type { PeriodKind } from '../../contract/dimensions.ts';
import type { Measured } from '../../contract/gap.ts';
import { comparePeriods, parsePeriod } from '../../contract/periods.ts';
import { twoSidedP } from '../../stats/normal.ts';
import { standardErrorFromLimits } from '../../stats/value-scale.ts';
import { weightedTrend } from '../../stats/weighted-trend.ts';
import { comparablePeriods, NONE_EARLIER } from '../release/comparable-periods.ts';
import type { Counted } from './counted.ts';

/** The gap in one period; undefined counts where it is not shown. */
export interface GapInPeriod {
  readonly period: string;
  readonly difference: Measured | undefined;
  readonly group: Counted | undefined;
  readonly reference: Counted | undefined;
}

export interface GapChange {
  readonly from: string;
  readonly to: string;
  /** In percentage points: the fitted gap at the end less that at the start. */
  readonly change: Measured;
  /** The fitted gaps at both ends, in percentage points. */
  readonly ends: readonly [start: number, end: number];
  readonly p: number;
  readonly direction: 'narrowing' | 'widening' | 'reversed';
}

/** The test looks back over this many periods at most. */
export const PERIODS = 5;

/**
 * Where a gap is going: its change by regression over at most five periods, weighted by its limits.
 *
 * @param kind whether periods stand alone, overlap, or count from a beginning.
 * @param points the gap in each period, in any order.
 * @returns the change in percentage points, or why it cannot be tested.
 * @see Draper NR, Smith H (1998) Applied Regression Analysis, 3rd ed., ch. 3.
 * @example gapChange('separate', [{ period: '2024' }]); // 'There is no earlier period to compare with.'
 */
export function gapChange(kind: PeriodKind, points: readonly GapInPeriod[]): GapChange | string {
  const ordered = points.toSorted((a, b) => comparePeriods(a.period, b.period));
  const known = ordered.filter(isKnown);
  const newest = ordered.at(-1);
  const earlier = earlierThan(newest?.period ?? '', kind, known);
  if (typeof earlier === 'string') return earlier;
  if (newest === undefined || !isKnown(newest)) return 'The newest gap is withheld or missing.';
  const compared = [...earlier, newest];
  if (new Set(compared.map(({ group }) => group.basis)).size > 1)
    return 'The figures of the periods do not all have the same basis.';
  return changeOver(compared);
}

/** Of periods that stand alone the four before the newest; of those that overlap the newest that does not overlap with it. */
function earlierThan(newest: string, kind: PeriodKind, known: readonly Known[]): readonly Known[] | string {
  const periods = known.map(({ period }) => period);
  const apart = comparablePeriods(kind, periods, newest);
  if (kind !== 'separate') {
    if ('reason' in apart) return apart.reason;
    return known.filter(({ period }) => period === apart[0]);
  }
  const before = known.filter(({ period }) => period !== newest).slice(1 - PERIODS);
  return before.length === 0 ? NONE_EARLIER : before;
}

type Known = GapInPeriod & {
  readonly difference: Measured;
  readonly group: Counted;
  readonly reference: Counted;
};
const isKnown = (point: GapInPeriod): point is Known =>
  point.difference !== undefined && point.group !== undefined && point.reference !== undefined;

function changeOver(points: readonly Known[]): GapChange {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a change has a beginning and an end');
  const line = weightedTrend(
    points.map(({ period, difference }) => ({
      time: timeOf(period),
      value: difference.value,
      error: errorOf(difference),
    })),
  );
  const span = timeOf(last.period) - timeOf(first.period);
  const change = line.slope * span;
  const error = line.standardError * span;
  // Rounding may have moved both ends: the verdict must stand without that much of the change.
  const least = Math.max(0, Math.abs(change) - slackOf(first) - slackOf(last));
  const start = line.at(timeOf(first.period));
  return {
    from: first.period,
    to: last.period,
    change: { value: change, lower95: change - Z95 * error, upper95: change + Z95 * error },
    p: error === 0 ? 1 : twoSidedP(least / error),
    ends: [start, start + change],
    direction: directionOf(start, start + change, first.difference, last.difference),
  };
}

const Z95 = 1.959963984540054;

/** A gap changed sides only where it was there at both ends. */
function directionOf(start: number, end: number, first: Measured, last: Measured): GapChange['direction'] {
  if (start * end < 0 && excludesNone(first) && excludesNone(last)) return 'reversed';
  return Math.abs(end) < Math.abs(start) ? 'narrowing' : 'widening';
}

const excludesNone = ({ value, lower95 = value, upper95 = value }: Measured) => lower95 > 0 || upper95 < 0;

const errorOf = ({ value, lower95 = value, upper95 = value }: Measured) =>
  standardErrorFromLimits({ lower: lower95, upper: upper95 });

/** How many percentage points rounding may have moved a gap. */
function slackOf({ group, reference }: Known): number {
  return 100 * (shareSlack(group) + shareSlack(reference));
}

function shareSlack({ numerator, denominator, ranges }: Counted): number {
  if (ranges === undefined) return 0;
  const share = numerator / denominator;
  return Math.max(
    share - ranges.numerator.lowest / ranges.denominator.highest,
    ranges.numerator.highest / ranges.denominator.lowest - share,
  );
}

/** The day a period ends on, in years: a period left out is a gap in time. */
function timeOf(period: string): number {
  const end = parsePeriod(period)?.end;
  if (end === undefined) throw new Error(`"${period}" is not a period`);
  return yearsOfDay(end);
}
