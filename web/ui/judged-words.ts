/** How an answer was come by, in a sentence: its p, and what its lists make of it. */
import type { Answer } from '../../server/contract/answer.ts';
import type { JudgedComparison } from '../../server/contract/comparison-replies.ts';
import { countOf } from '../format.ts';

/** Two figures that matter; whoever wants more has the file. */
export const pWords = (p: number): string => (p < 0.0001 ? 'under 0.0001' : String(Number(p.toPrecision(2))));

type List = JudgedComparison['lists'][number];
const OF: Readonly<Record<List['sort'], string>> = {
  indicator: 'of its indicator',
  area: 'of its area',
  group: 'of its group or reference',
};

const listWords = ({ sort, compared, rejects, largestRejected }: List): string =>
  `${OF[sort]} (${countOf(compared, 'comparison', 'comparisons')}) ${
    rejects ? 'shows it' : 'does not'
  }: it finds ${largestRejected === null ? 'nothing' : `what has p up to ${pWords(largestRejected)}`}`;

/** @param lists those it stands in; left out until they are known, and where it was looked up. */
export function judgedWords({ p, judged, compared }: Answer, lists: readonly List[] = []): string {
  if (p === undefined) return '';
  const own = `p ${pWords(p)}`;
  if (judged === 'looked-up')
    return `${own}, looked up among ${countOf(compared, 'comparison', 'comparisons')} of its kind.`;
  if (lists.length === 0)
    return `${own}, judged with ${countOf(compared, 'comparison', 'comparisons')} of its indicator.`;
  return `${own}. The list ${lists.map(listWords).join('; the list ')}.`;
}
