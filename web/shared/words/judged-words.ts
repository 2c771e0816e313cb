/** How an answer was come by, in a sentence: its p, and what its lists make of it. */
import type { Answer } from '../../../server/contract/answer.ts';
import type { JudgedComparison } from '../../../server/contract/comparison-replies.ts';
import { countOf, formatNumber } from './format.ts';

/** Two figures that matter; whoever wants more has the file. */
export const pWords = (p: number): string =>
  p < 1e-6 ? 'under 0.000001' : p < 1e-3 ? short(p, 1) : short(p, 2);

const short = (p: number, figures: number): string =>
  Number(p.toPrecision(figures)).toFixed(9).replace(/0+$/, '').replace(/\.$/, '');

type List = JudgedComparison['lists'][number];
const OF: readonly (readonly [List['sort'], string])[] = [
  ['indicator', 'Its indicator'],
  ['area', 'Its area'],
  ['group', 'Its group or reference'],
];

function listWords(of: string, { compared, rejects, largestRejected }: List): string {
  const reach = largestRejected === null ? 'nothing is' : `p up to ${pWords(largestRejected)} is`;
  return ` ${of}: ${rejects ? 'shown' : 'not shown'} (${formatNumber(compared, 0)} compared, ${reach}).`;
}

/** @param lists those it stands in; left out until they are known, and where it was looked up. */
export function judgedWords({ p, judged, compared }: Answer, lists: readonly List[] = []): string {
  if (p === undefined) return '';
  const own = `p ${pWords(p)}`;
  if (judged === 'looked-up')
    return `${own}, looked up among ${countOf(compared, 'comparison', 'comparisons')} of its kind.`;
  if (lists.length === 0)
    return `${own}, judged with ${countOf(compared, 'comparison', 'comparisons')} of its indicator.`;
  const words = OF.flatMap(([sort, of]) =>
    lists.filter((list) => list.sort === sort).map((list) => listWords(of, list)),
  );
  return `${own}.${words.join('')}`;
}
