/** How an area without a figure is drawn, and in which words the legend says so. Pure. */
import type { Estimate } from '../../../server/contract/estimate.ts';
import { labelOfReason, type ReasonWithout } from '../../../server/contract/without-figure.ts';
import type { FillPattern } from './pattern.ts';

type WithoutFigurePattern = Exclude<FillPattern, 'not-distinguishable'>;

/** Five things that are no figure, each with a pattern of its own; zero is a number and has a colour. */
const patternsOfReasons: Readonly<Record<ReasonWithout, WithoutFigurePattern>> = {
  'small-counts': 'withheld',
  'part-withheld': 'withheld',
  'fewer-than-eight': 'fewer-than-eight',
  'not-collected': 'missing',
  'not-available': 'missing',
  'nobody-to-count': 'nobody-to-count',
  withdrawn: 'withdrawn',
};

export const fillPattern = ({ reason }: { readonly reason: ReasonWithout }) => patternsOfReasons[reason];

const withoutFigureWords: Readonly<Record<WithoutFigurePattern, string>> = {
  withheld: 'Withheld to protect people',
  'fewer-than-eight': `None or ${labelOfReason({ reason: 'fewer-than-eight' }).toLowerCase()}: which is withheld`,
  missing: 'Missing: not collected or not available',
  'nobody-to-count': 'Nobody to count',
  withdrawn: 'Withdrawn since it was published',
};

export interface WithoutFigureCount {
  readonly pattern: WithoutFigurePattern;
  readonly text: string;
  readonly areas: number;
}

/** How many areas have no figure, apart by why; what no area has is left out. */
export function withoutFigureCounts(areas: readonly Estimate[]): WithoutFigureCount[] {
  const found = areas.flatMap((area) => (area.status === 'shown' ? [] : [fillPattern(area)]));
  return (Object.keys(withoutFigureWords) as WithoutFigurePattern[])
    .map((pattern) => ({
      pattern,
      text: withoutFigureWords[pattern],
      areas: found.filter((one) => one === pattern).length,
    }))
    .filter(({ areas: count }) => count > 0);
}
