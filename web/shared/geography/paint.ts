import type { Verdict } from '../../../server/contract/dimensions.ts';
import type { ComparedAreaEstimate } from '../../../server/contract/estimate.ts';
import { colours } from '../ui/colours.ts';
import { verdictLooks } from '../ui/verdict-looks.ts';
import type { View } from '../url/question.ts';
import { colourOf } from './classes.ts';
import type { FillPattern } from './pattern.ts';
import { fillPattern } from './without-figure.ts';

/** How one area is drawn: a fill, or a pattern where there is no figure, and a mark that repeats the verdict. */
export interface Paint {
  readonly fill: string;
  readonly pattern?: FillPattern;
  readonly mark?: Verdict;
}

/** @param measure of which the lowest figure is darkest where its scale is reversed. */
export function paintOf(
  estimate: ComparedAreaEstimate,
  view: View,
  breaks: readonly number[],
  measure: Parameters<typeof colourOf>[2],
): Paint {
  if (estimate.status !== 'shown') return { fill: colours.paper, pattern: fillPattern(estimate) };
  if (view === 'verdict') return { fill: verdictLooks[estimate.verdict].fill, mark: estimate.verdict };
  return { fill: colourOf(estimate.value, breaks, measure) };
}
