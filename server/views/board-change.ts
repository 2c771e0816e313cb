/** A figure against an earlier one of its kind. Pure. */
import type { BoardRow } from '../contract/board-reply.ts';
import type { TrendReply } from '../contract/replies.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { isTested, type Outcome, type Tested, testOf } from '../judge/figures/two-figures.ts';
import { comparablePeriods } from '../judge/release/comparable-periods.ts';
import type { Family } from './board-family.ts';
import type { BoardQuestion } from './board-questions.ts';

type Point = TrendReply['points'][number];

export interface ChangeDraft {
  readonly since: Point | undefined;
  readonly outcome: Outcome;
}

const NO_FIGURE = 'The latest period has no figure.';

export function changeDraft(
  { indicator, period, roundedTo }: BoardQuestion,
  points: readonly Point[],
): ChangeDraft {
  const latest = points.find((point) => point.period === period);
  if (latest?.estimate.status !== 'shown') return { since: undefined, outcome: { reason: NO_FIGURE } };
  const shown = points.filter(({ estimate }) => estimate.status === 'shown').map((point) => point.period);
  const earlier = comparablePeriods(indicator.periodKind, shown, period);
  if ('reason' in earlier) return { since: undefined, outcome: earlier };
  const since = points.find((point) => point.period === earlier[0]);
  if (since?.estimate.status !== 'shown') return { since: undefined, outcome: { reason: NO_FIGURE } };
  if (since.estimate.basis !== latest.estimate.basis)
    return { since, outcome: { reason: 'The two figures do not have the same basis.' } };
  return { since, outcome: testOf(latest.estimate, since.estimate, roundedTo) };
}

export function changeView(
  { since, outcome }: ChangeDraft,
  { polarity }: Indicator,
  family: Family,
): BoardRow['change'] {
  const about = {
    since: since?.period ?? null,
    sinceLabel: since?.label ?? '',
    from: since?.estimate ?? null,
  };
  if (!isTested(outcome))
    return { ...about, verdict: 'cannot-be-tested', couldBeChance: false, test: outcome.reason };
  const { proven, couldBeChance } = family.judge(outcome);
  const rising = outcome.difference.value > 0;
  return {
    ...about,
    verdict: proven ? directionOf(rising, polarity) : 'no-clear-change',
    couldBeChance,
    difference: differenceView(outcome),
    test: outcome.test,
  };
}

function directionOf(rising: boolean, polarity: Indicator['polarity']): BoardRow['change']['verdict'] {
  if (polarity === 'neutral') return rising ? 'higher' : 'lower';
  return rising === (polarity === 'higher-is-better') ? 'better' : 'worse';
}

export const differenceView = ({ difference, p }: Tested) => ({
  value: difference.value,
  lower95: difference.lower,
  upper95: difference.upper,
  p,
});
