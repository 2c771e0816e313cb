/** The gap of the group worst off, and where it is going. Pure. */
import type { Answer } from '../../contract/answer.ts';
import type { BoardGap } from '../../contract/board-reply.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Candidate } from '../../judge/candidate.ts';
import { gapHistory } from '../../judge/candidates/of-gap-changes.ts';
import { groupCandidates } from '../../judge/candidates/of-groups.ts';
import type { GapChange } from '../../judge/figures/gap-change.ts';
import { PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import { isTested, type Tested } from '../../judge/figures/two-figures.ts';
import { groupFigures } from '../../judge/groups/group-figures.ts';
import { answerTo } from '../../judge/look-up.ts';
import { differenceView } from '../comparing/change-view.ts';
import { gapTrendVerdict } from '../disparities/gap-trend-view.ts';
import { periodWords } from '../writing/words.ts';
import type { BoardGroups } from './board-questions.ts';

/** One group against everyone else. */
interface GroupDraft {
  readonly id: string;
  readonly label: string;
  readonly now: Candidate & { readonly outcome: Tested };
  readonly change: GapChange | string;
  readonly trend: Candidate;
}
export interface GapDraft {
  readonly groups: BoardGroups;
  readonly drafts: readonly GroupDraft[];
  /** Every comparison behind it and judged with it: the worst of many is no single test. */
  readonly candidates: readonly Candidate[];
}

const EVERYONE_ELSE = 'everyone else';

/** Undefined where no group can be compared. */
export function gapDraft(groups: BoardGroups, rows: readonly StoredFigure[]): GapDraft | undefined {
  const { question, period, together } = groups;
  const figures = new PartFigures(rows, question.roundedTo);
  const history = gapHistory(question, figures);
  const now = groupCandidates(question, period, groupFigures(question, figures, period));
  const drafts = question.breakdown.groups.flatMap(({ id, label }, place): GroupDraft[] => {
    const [own, trend] = [now[place], history.candidates[place]];
    if (own === undefined || trend === undefined || !isTestedCandidate(own)) return [];
    return [{ id, label, now: own, change: history.changes[place] ?? '', trend }];
  });
  if (drafts.length === 0) return undefined;
  const others = together
    .filter((one) => one !== question)
    .flatMap((one) => groupCandidates(one, period, groupFigures(one, figures, period)));
  return { groups, drafts, candidates: [...now, ...history.candidates, ...others] };
}

const isTestedCandidate = (one: Candidate): one is Candidate & { readonly outcome: Tested } =>
  isTested(one.outcome);

export function boardGapView(
  { groups, drafts }: GapDraft,
  indicator: Indicator,
  answers: ReadonlyMap<string, Answer>,
): BoardGap {
  const [worst] = drafts.toSorted((a, b) => compare(a, b, indicator, answers));
  if (worst === undefined) throw new Error('a gap has at least one group');
  const { by, ethnicScheme, fifths } = groups.question.breakdown.facts;
  return {
    ...answerTo(worst.now, answers),
    by,
    ...(ethnicScheme !== undefined && by === 'ethnicGroup' && { scheme: ethnicScheme }),
    ...(fifths !== undefined && { fifths }),
    group: worst.id,
    label: worst.label,
    reference: EVERYONE_ELSE,
    groups: drafts.length,
    difference: differenceView(worst.now.outcome),
    trend: trendView(worst, indicator, answers),
  };
}

/** The gap with its sign so that above zero the group is worse off. */
const adverse = ({ now }: GroupDraft, { polarity }: Indicator) =>
  polarity === 'lower-is-better' ? now.outcome.difference.value : -now.outcome.difference.value;

/** Proven to be worse off first, the largest gap of those; else the surest. */
function compare(
  a: GroupDraft,
  b: GroupDraft,
  indicator: Indicator,
  answers: ReadonlyMap<string, Answer>,
): number {
  const [first, second] = [a, b].map((draft) => {
    const size = adverse(draft, indicator);
    const isProven = answerTo(draft.now, answers).verdict !== 'similar';
    return { size, worse: size > 0 && isProven, p: size > 0 ? draft.now.outcome.p : 2 };
  });
  if (first === undefined || second === undefined) return 0;
  if (first.worse !== second.worse) return first.worse ? -1 : 1;
  return first.worse ? second.size - first.size : first.p - second.p;
}

function trendView(
  { change, trend }: GroupDraft,
  indicator: Indicator,
  answers: ReadonlyMap<string, Answer>,
): BoardGap['trend'] {
  const answer = answerTo(trend, answers);
  if (typeof change === 'string' || !isTestedCandidate(trend))
    return {
      ...answer,
      verdict: 'cannot-be-tested',
      since: null,
      sinceLabel: '',
      test: answer.untested ?? '',
    };
  return {
    ...answer,
    verdict: gapTrendVerdict(change, answer),
    since: change.from,
    sinceLabel: periodWords(indicator, change.from),
    change: differenceView(trend.outcome),
    test: trend.outcome.test,
  };
}
