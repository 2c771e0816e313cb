/** A figure against an earlier one of its kind. Pure. */
import type { Answer } from '../../contract/answer.ts';
import type { BoardRow } from '../../contract/board-reply.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { Change } from '../../judge/candidates/of-changes.ts';
import { isTested, type Tested } from '../../judge/figures/two-figures.ts';
import { answerTo } from '../../judge/look-up.ts';

export type ChangeDraft = Change<TrendReply['points'][number]>;

export function changeView(
  { since, candidate }: ChangeDraft,
  answers: ReadonlyMap<string, Answer>,
): BoardRow['change'] {
  const { verdict, ...answer } = answerTo(candidate, answers);
  const about = {
    ...answer,
    since: since?.period ?? null,
    sinceLabel: since?.label ?? '',
    from: since?.estimate ?? null,
  };
  const { outcome } = candidate;
  if (!isTested(outcome) || verdict === 'not-compared')
    return { ...about, verdict: 'cannot-be-tested', test: answer.untested ?? '' };
  return {
    ...about,
    verdict: verdict === 'similar' ? 'no-clear-change' : verdict,
    difference: differenceView(outcome),
    test: outcome.test,
  };
}

export const differenceView = ({ difference, p }: Tested) => ({
  value: difference.value,
  lower95: difference.lower,
  upper95: difference.upper,
  p,
});
