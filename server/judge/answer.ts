/** The one answer of a comparison. Pure. */
import type { Answer } from '../contract/answer.ts';
import type { Candidate } from './candidate.ts';
import { isTested } from './figures/two-figures.ts';

/** @param proven whether every list of the comparison rejects. */
export function answerOf(
  { id, outcome, reading }: Candidate,
  proven: boolean,
  { compared, judged }: Pick<Answer, 'compared' | 'judged'>,
): Answer {
  const about = { comparison: id, judged };
  if (!isTested(outcome)) return { ...about, ...UNTESTED, untested: outcome.reason };
  if (reading.words === 'none') return { ...about, ...UNTESTED, untested: reading.reason };
  const { value, lower, upper } = outcome.difference;
  if (!proven || value === 0)
    return { ...about, verdict: 'similar', couldBeChance: lower > 0 || upper < 0, compared };
  const direction = value > 0 ? 'higher' : 'lower';
  if (reading.words === 'direction') return { ...about, verdict: direction, couldBeChance: false, compared };
  const verdict = direction === reading.better ? 'better' : 'worse';
  return { ...about, verdict, couldBeChance: false, compared };
}

const UNTESTED = { verdict: 'not-compared', couldBeChance: false, compared: 0 } as const;
