/** A question about when groups reached given shares, resolved. Pure. */
import type { MilestonesQuery } from '../../contract/uptake-queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Part } from '../../judge/figures/part.ts';
import type { AreaToRead } from '../../judge/groups/area-to-read.ts';
import type { BreakdownContext } from '../../judge/groups/group-breakdown.ts';
import { type GroupQuestion, groupQuestion } from '../../judge/groups/question.ts';
import { wholePlace } from '../../judge/groups/questions-of-areas.ts';
import { Refused } from '../refused.ts';
import { refuseAllButShares } from './figure-facts.ts';

export interface MilestonesQuestion {
  readonly question: GroupQuestion;
  /** In percent, lowest first. */
  readonly shares: readonly number[];
  /** Everyone in the whole place, of the same ages; undefined where there is no such figure. */
  readonly everyone: Part | undefined;
  readonly context: BreakdownContext;
}

/**
 * @throws Unavailable naming the field and the values there are figures for.
 * @throws Refused where there is no share that is good to reach.
 */
export function milestonesQuestion(
  indicator: Indicator,
  area: AreaToRead,
  { shares = '50,75', ...query }: Omit<MilestonesQuery, 'release' | 'area'>,
  context: BreakdownContext,
): MilestonesQuestion {
  refuseAllButShares(indicator);
  if (indicator.polarity !== 'higher-is-better')
    throw new Refused(
      `A high figure is not what is wanted of “${indicator.title}”, so there is no share to reach.`,
    );
  const question = groupQuestion(indicator, area, query, context);
  const isPlace = area.code === context.place.code;
  return {
    question,
    shares: [...new Set(shares.split(',').map(Number))].sort((a, b) => a - b),
    everyone: (isPlace ? question.breakdown : wholePlace(question, context))?.whole,
    context,
  };
}

export const partsOfMilestones = ({ question, everyone }: MilestonesQuestion): (Part | undefined)[] => {
  const { groups, unknown, whole } = question.breakdown;
  return [...groups.map(({ part }) => part), unknown, whole, everyone];
};
