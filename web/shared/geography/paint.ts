import type { Verdict } from '../../../server/contract/dimensions.ts';
import type { ComparedAreaEstimate } from '../../../server/contract/estimate.ts';
import type { View } from '../../features/map/map-search.ts';
import { colourOf } from './classes.ts';
import type { Pattern } from './pattern.ts';
import { patternOf } from './without-figure.ts';

/** How one area is drawn: a fill, or a pattern where there is no figure, and a mark that repeats the verdict. */
export interface Paint {
  readonly fill: string;
  readonly pattern?: Pattern;
  readonly mark?: Verdict;
}

/** Analysis Function colours; each verdict also has a word and a mark, so that none rests on colour. */
export const verdictLooks: Readonly<Record<Verdict, { fill: string; mark: string; rank: number }>> = {
  worse: { fill: '#f46a25', mark: '!', rank: 0 },
  higher: { fill: '#5b93c3', mark: '▲', rank: 1 },
  similar: { fill: '#c9d1d6', mark: '~', rank: 2 },
  lower: { fill: '#a285d1', mark: '▼', rank: 3 },
  better: { fill: '#28a197', mark: '✓', rank: 4 },
  'not-compared': { fill: '#f0f4f5', mark: '–', rank: 5 },
};

export const NO_FIGURE = '#ffffff';

/** @param measure of which the lowest figure is darkest where its scale is reversed. */
export function paintOf(
  estimate: ComparedAreaEstimate,
  view: View,
  breaks: readonly number[],
  measure: Parameters<typeof colourOf>[2],
): Paint {
  if (estimate.status !== 'shown') return { fill: NO_FIGURE, pattern: patternOf(estimate) };
  if (view === 'verdict') return { fill: verdictLooks[estimate.verdict].fill, mark: estimate.verdict };
  return { fill: colourOf(estimate.value, breaks, measure) };
}
