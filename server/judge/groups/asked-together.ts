/** The questions whose comparisons are judged with those of one question. Pure. */
import { groupComparison } from '../candidates/of-groups.ts';
import { comparisonId } from '../comparison.ts';
import type { BreakdownContext, BreakdownQuery } from './group-breakdown.ts';
import type { GroupQuestion } from './question.ts';
import { questionsOfAreas, tried } from './questions-of-areas.ts';

/**
 * The questions whose comparisons are judged with those of one question: itself alone where it was judged when publishing,
 * or is about no area within the place; else the same question about every area of its type there.
 *
 * @param question about the groups of one area.
 * @param period of the figures.
 * @param context the release and its place.
 * @returns the question itself first.
 * @example askedTogether(groupQuestion(indicator, ash, { by: 'ethnicGroup' }, context), '2023-24', context).map(({ area }) => area.name);
 *   // ['Ash', 'Birch']
 */
export function askedTogether(
  question: GroupQuestion,
  period: string,
  context: BreakdownContext,
): readonly GroupQuestion[] {
  const { indicator, area, breakdown } = question;
  const isWithin = area.parents.some(({ code }) => code === context.place.code);
  if (!isWithin || isJudged(question, period)) return [question];
  const { by, ethnicScheme, fifths } = breakdown.facts;
  const query: BreakdownQuery = {
    ...breakdown.stratum,
    by,
    ...(ethnicScheme !== undefined && { ethnicScheme }),
    ...(fifths !== undefined && { fifths }),
  };
  const { reference } = question;
  const all = tried(() => questionsOfAreas(indicator, area.type, query, context))?.questions ?? [];
  const others = all.filter((one) => one.area.code !== area.code);
  return [question, ...others.map((one) => ({ ...one.question, reference }))];
}

/** Whether the release holds answers to it: of one group it holds those of all. */
function isJudged(question: GroupQuestion, period: string): boolean {
  const [first] = question.breakdown.groups;
  if (first === undefined) return true;
  return question.judgement.answers.has(
    comparisonId(groupComparison(question, period, first.id, question.reference)),
  );
}
