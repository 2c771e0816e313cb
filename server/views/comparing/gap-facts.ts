/** What the reader must know about the verdicts on gaps of one reply. Pure. */
import type { Answer } from '../../contract/answer.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { GapComparisonFacts } from '../../contract/gap.ts';
import { comparisonFacts } from './comparison-facts.ts';

export function gapFacts(
  answers: readonly Answer[],
  about: {
    readonly against: string;
    readonly test?: string;
    readonly roundedTo: number | null;
    readonly figures?: readonly Estimate[];
  },
): GapComparisonFacts {
  const reason = answers.find(({ untested }) => untested !== undefined)?.untested;
  const untested = `None: ${reason ?? 'there are no counts to compare'}`;
  return { ...comparisonFacts(answers, { ...about, untested }), roundedTo: about.roundedTo };
}
