/** The whole place beside a question about one of its areas. Pure. */
import type { BreakdownContext, GroupBreakdown } from '../../judge/groups/breakdown.ts';
import type { GroupQuestion } from '../../judge/groups/question.ts';
import { breakdownOfPlace } from '../../judge/groups/questions-of-areas.ts';

/** Broken down alike, with the very stratum a question came to; undefined where it has no such figures. */
export function wholePlace(
  { indicator, breakdown }: GroupQuestion,
  context: BreakdownContext,
): GroupBreakdown | undefined {
  const { by, ethnicScheme, fifths } = breakdown.facts;
  const query = {
    ...breakdown.stratum,
    by,
    ...(ethnicScheme !== undefined && { ethnicScheme }),
    ...(fifths !== undefined && { fifths }),
  };
  return breakdownOfPlace(indicator, query, context);
}
