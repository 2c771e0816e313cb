/** The one answer of a comparison. Pure. */
import type { Answer } from '../contract/answer.ts';
import type { Candidate } from './candidate.ts';
import { isTested } from './figures/two-figures.ts';

/**
 * The one answer of a comparison: better or worse, higher or lower, not beyond chance (which it could be although a plain
 * 95% interval excludes no gap), or not tested and why.
 *
 * @param candidate the comparison with its test and the words it may lead to.
 * @param proven whether every list of the comparison rejects.
 * @param about how many were compared with it, and whether it was judged when publishing or looked up.
 * @see Benjamini Y, Bogomolov M (2014) Selective inference on multiple families of hypotheses. J R Stat Soc B 76:297-318.
 * @example answerOf({
 *   id: 'mmr:2025:all:E05000001:rest', reading: { words: 'good-or-bad', better: 'higher' },
 *   outcome: { p: 0.03, difference: { value: -4, lower: -7, upper: -1 }, test: '' },
 * }, false, { compared: 23, judged: 'judged' }); // { verdict: 'similar', couldBeChance: true, compared: 23 }
 */
export function answerOf(
  { id, outcome, reading }: Candidate,
  proven: boolean,
  { compared, judged }: Pick<Answer, 'compared' | 'judged'>,
): Answer {
  const untested = { comparison: id, judged, ...UNTESTED };
  if (!isTested(outcome)) return { ...untested, untested: outcome.reason };
  if (reading.words === 'none') return { ...untested, untested: reading.reason };
  const about = { comparison: id, judged, p: outcome.p };
  const { value, lower, upper } = outcome.difference;
  if (!proven || value === 0)
    return { ...about, verdict: 'similar', couldBeChance: lower > 0 || upper < 0, compared };
  const direction = value > 0 ? 'higher' : 'lower';
  if (reading.words === 'direction') return { ...about, verdict: direction, couldBeChance: false, compared };
  const verdict = direction === reading.better ? 'better' : 'worse';
  return { ...about, verdict, couldBeChance: false, compared };
}

const UNTESTED = { verdict: 'not-compared', couldBeChance: false, compared: 0 } as const;
