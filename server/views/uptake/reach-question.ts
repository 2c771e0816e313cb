/** A reach list, resolved: which groups of which areas, against what, and which stored figures they are made of. Pure. */
import type { AreaType, Polarity } from '../../contract/dimensions.ts';
import type { ReachQuery } from '../../contract/uptake-queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { PLACE } from '../../judge/candidates/against-place.ts';
import type { Part } from '../../judge/figures/part.ts';
import type { BreakdownContext } from '../../judge/groups/group-breakdown.ts';
import { type GroupQuestion, partsOfGroups, periodOf } from '../../judge/groups/question.ts';
import { type QuestionOfArea, questionsOfAreas, wholePlace } from '../../judge/groups/questions-of-areas.ts';
import { Refused } from '../refused.ts';
import { refuseAllButShares } from './figure-facts.ts';

export interface ReachQuestion {
  readonly question: GroupQuestion;
  readonly areaType: AreaType;
  readonly period: string;
  readonly target: string;
  /** The question about every area of the type. */
  readonly questions: readonly QuestionOfArea[];
  /** Everyone in the whole place, of the same ages; undefined where there is no such figure. */
  readonly everyone: Part | undefined;
  readonly placeName: string;
  readonly polarity: Exclude<Polarity, 'neutral'>;
}

/**
 * @throws Unavailable naming the field and the values there are figures for.
 * @throws Refused where the indicator has no people to reach.
 */
export function reachQuestion(
  indicator: Indicator,
  query: Omit<ReachQuery, 'release'>,
  context: BreakdownContext,
): ReachQuestion {
  refuseAllButShares(indicator);
  const { polarity, title } = indicator;
  if (polarity === 'neutral')
    throw new Refused(`Neither high nor low is better for “${title}”, so nobody is to be reached.`);
  const { areaType: asked, period, target = PLACE, ...within } = query;
  const { areaType, first, questions } = questionsOfAreas(indicator, asked, within, context);
  return {
    question: first,
    areaType,
    period: periodOf(first, period),
    target,
    questions,
    everyone: wholePlace(first, context)?.whole,
    placeName: context.place.name,
    polarity,
  };
}

/** Every part of the question, for the one reading of the database. */
export const partsOfReach = ({ questions, everyone }: ReachQuestion): (Part | undefined)[] => [
  ...questions.flatMap(({ question }) => partsOfGroups(question.breakdown)),
  everyone,
];
