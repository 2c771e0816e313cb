/** A map of the gap of one group, resolved: which areas, and which stored figures each is made of. Pure. */
import type { GapsQuery } from '../../contract/disparity-queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { BreakdownContext } from '../../judge/groups/group-breakdown.ts';
import { periodOf } from '../../judge/groups/question.ts';
import { questionsOfAreas, wholePlace } from '../../judge/groups/questions-of-areas.ts';
import { Unavailable } from '../../judge/release/unavailable.ts';
import type { GapsQuestion } from './gaps-view.ts';

/** @throws Unavailable naming the field and the values there are figures for. */
export function gapsQuestion(
  indicator: Indicator,
  query: Omit<GapsQuery, 'release'>,
  context: BreakdownContext,
): GapsQuestion {
  const { group, areaType: asked, period, compare = 'same-area', measure = 'difference', ...rest } = query;
  const { areaType, first, questions } = questionsOfAreas(indicator, asked, rest, context);
  const chosen = first.breakdown.groups.find(({ id }) => id === group);
  if (chosen === undefined)
    throw new Unavailable(
      'group',
      group,
      first.breakdown.groups.map(({ id }) => id),
    );
  const whole = wholePlace(first, context);
  return {
    question: first,
    group: { id: chosen.id, label: chosen.label },
    areaType,
    period: periodOf(first, period),
    compare,
    measure,
    questions,
    whole: {
      group: whole?.groups.find(({ id }) => id === group)?.part,
      everyone: whole?.whole,
    },
  };
}
