/** The gap of the group worst off, and where it is going. Pure. */
import type { StoredEstimate } from '../../db/queries/estimates.ts';
import type { BoardGap } from '../contract/board-reply.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { differenceOf, type Estimate as Figure } from '../stats/difference.ts';
import { limitsTest } from '../stats/limits-test.ts';
import { differenceView } from './board-change.ts';
import type { Family } from './board-family.ts';
import type { BoardGroups } from './board-questions.ts';
import { comparablePeriods } from './comparable-periods.ts';
import { estimateView } from './estimate-view.ts';
import { isTested, type Outcome, type Tested, testOfCounts } from './two-figures.ts';
import { type Counts, countsOf } from './verdicts.ts';
import { periodWords } from './words.ts';

interface GroupDraft {
  readonly id: string;
  readonly label: string;
  readonly reference: string;
  readonly now: Tested;
  readonly since: string | undefined;
  readonly before: Tested | undefined;
  readonly trend: Outcome;
}
export interface GapDraft {
  readonly groups: BoardGroups;
  readonly drafts: readonly GroupDraft[];
}

/** Figures of the groups by period: those of one area. */
export type GroupRows = (series: number) => readonly StoredEstimate[];

/** The latest of five comparable periods is compared with the first of them, or with the oldest there is. */
const PERIODS_BACK = 4;
const ELSE_RESTS = 'everyone else in a known group';

export function gapDraft(
  indicator: Indicator,
  groups: BoardGroups,
  rowsOf: GroupRows,
  period: string,
): GapDraft | undefined {
  const periods = new Set(groups.groups.flatMap(({ series }) => rowsOf(series.id).map((row) => row.period)));
  const now = gapsAt(groups, rowsOf, period);
  if (now.length === 0) return undefined;
  const shown = [...periods].filter((id) => gapsAt(groups, rowsOf, id).length === now.length);
  const earlier = comparablePeriods(indicator.periodKind, shown, period);
  const since = 'reason' in earlier ? undefined : earlier[Math.min(PERIODS_BACK, earlier.length) - 1];
  const then = since === undefined ? [] : gapsAt(groups, rowsOf, since);
  const drafts = now.map((one): GroupDraft => {
    const before = then.find(({ id }) => id === one.id)?.test;
    const trend: Outcome =
      before === undefined
        ? { reason: 'reason' in earlier ? earlier.reason : 'The groups have no earlier figures.' }
        : trendOf(turned(one.test, indicator), turned(before, indicator));
    return { id: one.id, label: one.label, reference: one.reference, now: one.test, since, before, trend };
  });
  return { groups, drafts };
}

/** Every test behind a gap, the ones that are not shown too: the worst of many is no single test. */
export const testsOfGap = ({ drafts }: GapDraft): Outcome[] =>
  drafts.flatMap(({ now, trend }) => [now, trend]);

/** Each ethnic group against everyone else; the most deprived fifth against the least. None where one has no counts. */
function gapsAt({ by, groups }: BoardGroups, rowsOf: GroupRows, period: string) {
  const counted = groups.map(({ id, label, series }) => {
    const row = rowsOf(series.id).find((one) => one.period === period);
    return { id, label, counts: row && countsOf(estimateView(row)) };
  });
  const known = counted.filter((one): one is typeof one & { counts: Counts } => one.counts !== undefined);
  if (known.length < groups.length) return [];
  if (by === 'ethnicGroup')
    return known.map(({ id, label, counts }) => ({
      id,
      label,
      reference: ELSE_RESTS,
      test: testOfCounts(counts, sumOf(known.filter((one) => one.id !== id))),
    }));
  const [most, least] = [known[0], known.at(-1)];
  if (most === undefined || least === undefined) return [];
  const reference = least.label.charAt(0).toLowerCase() + least.label.slice(1);
  return [{ id: most.id, label: most.label, reference, test: testOfCounts(most.counts, least.counts) }];
}

const sumOf = (parts: readonly { readonly counts: Counts }[]): Counts => ({
  numerator: parts.reduce((sum, { counts }) => sum + counts.numerator, 0),
  denominator: parts.reduce((sum, { counts }) => sum + counts.denominator, 0),
});

/** The gap with its sign so that above zero the group is worse off. */
function turned({ difference }: Tested, { polarity }: Indicator): Figure {
  const { value, lower, upper } = difference;
  return polarity === 'lower-is-better' ? difference : { value: -value, lower: -upper, upper: -lower };
}

const trendOf = (now: Figure, then: Figure): Tested => ({
  difference: differenceOf(now, then),
  p: limitsTest(now, then).p,
  test: 'Two-sided normal test of the two gaps from their 95% limits',
});

export function gapView({ groups, drafts }: GapDraft, indicator: Indicator, family: Family): BoardGap {
  const [worst] = drafts.toSorted((a, b) => compare(a, b, indicator, family));
  if (worst === undefined) throw new Error('a gap has at least one group');
  const { proven, couldBeChance } = family.judge(worst.now);
  const adverse = turned(worst.now, indicator).value > 0;
  return {
    by: groups.by,
    ...(groups.scheme !== undefined && { scheme: groups.scheme }),
    group: worst.id,
    label: worst.label,
    reference: worst.reference,
    groups: drafts.length,
    verdict: proven ? (adverse ? 'worse' : 'better') : 'similar',
    couldBeChance,
    difference: differenceView(worst.now),
    trend: trendView(worst, indicator, family),
  };
}

/** Proven to be worse off first, the largest gap of those; else the surest. */
function compare(a: GroupDraft, b: GroupDraft, indicator: Indicator, family: Family): number {
  const [first, second] = [a, b].map((draft) => {
    const size = turned(draft.now, indicator).value;
    return { size, worse: size > 0 && family.judge(draft.now).proven, p: size > 0 ? draft.now.p : 2 };
  });
  if (first === undefined || second === undefined) return 0;
  if (first.worse !== second.worse) return first.worse ? -1 : 1;
  return first.worse ? second.size - first.size : first.p - second.p;
}

function trendView(draft: GroupDraft, indicator: Indicator, family: Family): BoardGap['trend'] {
  const { since, before, trend } = draft;
  const about = {
    since: since ?? null,
    sinceLabel: since === undefined ? '' : periodWords(indicator, since),
    ...(before && { from: before.difference.value }),
  };
  if (!isTested(trend))
    return { ...about, verdict: 'cannot-be-tested', couldBeChance: false, test: trend.reason };
  const { proven, couldBeChance } = family.judge(trend);
  const sides = [draft.now, before].map((test) => Math.sign(test ? test.difference.value : 0));
  const moved = sides[0] !== sides[1] ? 'reversed' : trend.difference.value > 0 ? 'widening' : 'narrowing';
  return {
    ...about,
    verdict: proven ? moved : 'no-clear-change',
    couldBeChance,
    change: differenceView(trend),
    test: trend.test,
  };
}
