import type { Answer } from '../contract/answer.ts';
import { answerOf } from './answer.ts';
import type { Candidate } from './candidate.ts';
import { ONE_ABOVE_ALL } from './figures/counted-estimate.ts';
import { isTested } from './figures/two-figures.ts';
import { hasTest, rejectedOf } from './judge.ts';
import { type Judgement, makingOf } from './judgement.ts';

/**
 * The answers of comparisons somebody asks for. What was judged when publishing has its answer already. What was not is
 * looked up: all comparisons of one shape are one list, in which Benjamini-Hochberg runs at 5% times the share of the
 * lists of indicators that the release selected.
 *
 * @param candidates comparisons; of a shape that was not judged, every one, else the answers would depend on the page.
 * @param judgement what the release found.
 * @returns the answer of each by its id.
 * @throws RangeError for p-values outside 0 to 1.
 * @see Benjamini Y, Bogomolov M (2014) Selective inference on multiple families of hypotheses. J R Stat Soc B 76:297-318.
 * @example lookUp([{
 *   id: 'mmr-1-at-2-years:2019-20:all:E05000001:rest', kind: 'service', isSynthetic: false, shape: 'wards in 2019-20',
 *   reading: { words: 'good-or-bad', better: 'higher' }, comparison: {},
 *   outcome: { p: 0.001, difference: { value: -9, lower: -14, upper: -4 }, test: '' },
 * }], { answers: new Map(), thresholds: { real: 0.5, synthetic: 0 } }).get('mmr-1-at-2-years:2019-20:all:E05000001:rest');
 *   // { verdict: 'worse', couldBeChance: false, compared: 1, judged: 'looked-up' }
 */
export function lookUp(
  candidates: readonly Candidate[],
  { answers, thresholds }: Pick<Judgement, 'answers' | 'thresholds'>,
): ReadonlyMap<string, Answer> {
  const found = new Map<string, Answer>();
  const byShape = Map.groupBy(candidates, (one) => `${makingOf(one)} ${one.shape}`);
  for (const members of byShape.values()) {
    const asked = members.filter(({ id }) => !answers.has(id));
    const tested = thresholds === null ? [] : asked.filter(hasTest);
    const share = thresholds?.[makingOf(members[0] ?? NOBODY)] ?? 0;
    const rejected = new Set(rejectedOf(tested, share));
    for (const one of members) {
      const about = { compared: tested.length, judged: 'looked-up' } as const;
      const open = thresholds === null ? { ...one, outcome: { reason: BEFORE_JUDGING } } : one;
      const stored = answers.get(one.id);
      found.set(
        one.id,
        stored === undefined ? answerOf(open, rejected.has(one.id), about) : explained(stored, one),
      );
    }
  }
  return found;
}

/**
 * Why nothing was tested is told by the figures: it is not stored. A figure that could be tested by itself, and was not, is
 * one of a set with more people counted than its populations hold, which a page of one area does not see.
 */
function explained(answer: Answer, { outcome }: Candidate): Answer {
  if (answer.verdict !== 'not-compared') return answer;
  return { ...answer, untested: isTested(outcome) ? ONE_ABOVE_ALL : outcome.reason };
}

const NOBODY = { isSynthetic: false };
/** Why a release says nothing of a comparison that it has the figures for. */
const BEFORE_JUDGING =
  'This release was published before comparisons were judged together; a newer one answers.';

/**
 * The answer of one comparison among those looked up with it.
 *
 * @param candidate the comparison.
 * @param answers of all that were looked up together, by id.
 * @throws Error where it was not looked up.
 * @example answerTo({ id: 'a' }, new Map([['a', { verdict: 'similar' }]])); // { verdict: 'similar' }
 */
export function answerTo({ id }: Candidate, answers: ReadonlyMap<string, Answer>): Answer {
  const answer = answers.get(id);
  if (answer === undefined) throw new Error(`"${id}" was not looked up`);
  return answer;
}
