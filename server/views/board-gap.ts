/** The gap of the group worst off, and where it is going. Pure. */
import type { StoredEstimate } from '../../db/queries/estimates.ts';
import type { BoardGap } from '../contract/board-reply.ts';
import { comparePeriods } from '../contract/periods.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type Counted, countedOf, restOf } from '../judge/figures/counted.ts';
import { type GapChange, type GapInPeriod, gapChange } from '../judge/figures/gap-change.ts';
import { isTested, type Outcome, type Tested, testOfCounted } from '../judge/figures/two-figures.ts';
import { estimateView } from '../judge/release/estimate-view.ts';
import { differenceView } from './board-change.ts';
import type { Family } from './board-family.ts';
import type { BoardGroups, BoardQuestion } from './board-questions.ts';
import { periodWords } from './words.ts';

/** One group against its reference. */
interface Pair {
  readonly id: string;
  readonly label: string;
  readonly reference: string;
  readonly own: Counted;
  readonly other: Counted;
}
interface GroupDraft extends Pair {
  readonly now: Tested;
  readonly change: GapChange | string;
  readonly trend: Outcome;
}
export interface GapDraft {
  readonly groups: BoardGroups;
  readonly drafts: readonly GroupDraft[];
}

/** Figures of the groups by series: those of one area. */
export type GroupRows = (series: number) => readonly StoredEstimate[];

const EVERYONE_ELSE = 'everyone else';
const OF_LINE =
  'Two-sided normal test of the slope of a weighted line through the gaps of the last five periods';

export function gapDraft(
  question: BoardQuestion,
  groups: BoardGroups,
  rowsOf: GroupRows,
): GapDraft | undefined {
  const { indicator, period } = question;
  const periods = [
    ...new Set(groups.groups.flatMap(({ series }) => rowsOf(series.id).map((row) => row.period))),
  ].sort(comparePeriods);
  const byPeriod = new Map(periods.map((id) => [id, pairsAt(question, groups, rowsOf, id)]));
  const drafts = (byPeriod.get(period) ?? []).map((pair): GroupDraft => {
    const points = periods.map((id) =>
      pointAt(
        id,
        byPeriod.get(id)?.find((one) => one.id === pair.id),
      ),
    );
    const change = gapChange(indicator.periodKind, points);
    return { ...pair, now: testOfCounted(pair.own, pair.other), change, trend: trendOf(change) };
  });
  return drafts.length === 0 ? undefined : { groups, drafts };
}

/** Every test behind a gap, the ones that are not shown too: the worst of many is no single test. */
export const testsOfGap = ({ drafts }: GapDraft): Outcome[] =>
  drafts.flatMap(({ now, trend }) => [now, trend]);

/** Each ethnic group against everyone else, those of unknown group among them; the most deprived fifth against the least. None where one has no counts. */
function pairsAt(
  { roundedTo, series: everyone }: BoardQuestion,
  { by, groups }: BoardGroups,
  rowsOf: GroupRows,
  period: string,
): Pair[] {
  const countsOf = (series: number) => {
    const row = rowsOf(series).find((one) => one.period === period);
    return row && countedOf(estimateView(row), roundedTo);
  };
  const counted = groups.flatMap(({ id, label, series }) => {
    const counts = countsOf(series.id);
    return counts === undefined ? [] : [{ id, label, counts }];
  });
  if (counted.length < groups.length) return [];
  if (by === 'ethnicGroup') {
    const whole = everyone.ethnic_group === 'all' ? countsOf(everyone.id) : undefined;
    return counted.flatMap(({ id, label, counts: own }) => {
      const other = whole && restOf(whole, own);
      return other === undefined ? [] : [{ id, label, reference: EVERYONE_ELSE, own, other }];
    });
  }
  const [most, least] = [counted[0], counted.at(-1)];
  if (most === undefined || least === undefined) return [];
  const reference = least.label.charAt(0).toLowerCase() + least.label.slice(1);
  return [{ id: most.id, label: most.label, reference, own: most.counts, other: least.counts }];
}

function pointAt(period: string, pair: Pair | undefined): GapInPeriod {
  if (pair === undefined) return { period, difference: undefined, group: undefined, reference: undefined };
  const { value, lower, upper } = testOfCounted(pair.own, pair.other).difference;
  const difference = { value, lower95: lower, upper95: upper };
  return { period, difference, group: pair.own, reference: pair.other };
}

function trendOf(change: GapChange | string): Outcome {
  if (typeof change === 'string') return { reason: change };
  const { value, lower95: lower = value, upper95: upper = value } = change.change;
  return { difference: { value, lower, upper }, p: change.p, test: OF_LINE };
}

export function gapView({ groups, drafts }: GapDraft, indicator: Indicator, family: Family): BoardGap {
  const [worst] = drafts.toSorted((a, b) => compare(a, b, indicator, family));
  if (worst === undefined) throw new Error('a gap has at least one group');
  const { proven, couldBeChance } = family.judge(worst.now);
  return {
    by: groups.by,
    ...(groups.scheme !== undefined && { scheme: groups.scheme }),
    group: worst.id,
    label: worst.label,
    reference: worst.reference,
    groups: drafts.length,
    verdict: proven ? (adverse(worst, indicator) > 0 ? 'worse' : 'better') : 'similar',
    couldBeChance,
    difference: differenceView(worst.now),
    trend: trendView(worst, indicator, family),
  };
}

/** The gap with its sign so that above zero the group is worse off. */
const adverse = ({ now }: GroupDraft, { polarity }: Indicator) =>
  polarity === 'lower-is-better' ? now.difference.value : -now.difference.value;

/** Proven to be worse off first, the largest gap of those; else the surest. */
function compare(a: GroupDraft, b: GroupDraft, indicator: Indicator, family: Family): number {
  const [first, second] = [a, b].map((draft) => {
    const size = adverse(draft, indicator);
    return { size, worse: size > 0 && family.judge(draft.now).proven, p: size > 0 ? draft.now.p : 2 };
  });
  if (first === undefined || second === undefined) return 0;
  if (first.worse !== second.worse) return first.worse ? -1 : 1;
  return first.worse ? second.size - first.size : first.p - second.p;
}

function trendView({ change, trend }: GroupDraft, indicator: Indicator, family: Family): BoardGap['trend'] {
  if (typeof change === 'string' || !isTested(trend))
    return {
      verdict: 'cannot-be-tested',
      couldBeChance: false,
      since: null,
      sinceLabel: '',
      test: typeof change === 'string' ? change : '',
    };
  const { proven, couldBeChance } = family.judge(trend);
  return {
    verdict: proven ? change.direction : 'no-clear-change',
    couldBeChance,
    since: change.from,
    sinceLabel: periodWords(indicator, change.from),
    change: differenceView(trend),
    test: trend.test,
  };
}
