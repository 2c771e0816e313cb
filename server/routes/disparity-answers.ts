import { estimatesOfParts, estimatesOfSeriesAt } from '../../db/queries/estimates.ts';
import type {
  DisparitiesQuery,
  DisparityOverviewQuery,
  GapsQuery,
  GapTrendQuery,
} from '../contract/disparity-queries.ts';
import { indicators } from '../indicators/catalogue.ts';
import { groupQuestion, partsOf, periodOf } from '../judge/groups/question.ts';
import { disparitiesView } from '../views/disparities/disparities-view.ts';
import { gapTrendView } from '../views/disparities/gap-trend-view.ts';
import { gapsQuestion } from '../views/disparities/gaps-question.ts';
import { gapsView } from '../views/disparities/gaps-view.ts';
import { overviewQuestion, overviewView } from '../views/disparities/overview-view.ts';
import { areaAsked, breakdownContext, keyOfParts } from './breakdown-context.ts';
import type { RouteContext } from './context.ts';
import { isReleased, releasedIndicator } from './released-indicator.ts';

/** One question, one reading of the database beside what is in memory of the release. */
export function disparityAnswers(routeContext: RouteContext) {
  const { db, place } = routeContext;
  const contextOf = (release: number | undefined) => breakdownContext(routeContext, release);

  return {
    async disparities(id: string, { release, area, period: asked, ...query }: DisparitiesQuery) {
      const context = await contextOf(release);
      const indicator = releasedIndicator(id, context.snapshot);
      const question = groupQuestion(indicator, areaAsked(area, context), query, context);
      const period = periodOf(question, asked);
      const { unknown, whole } = question.breakdown;
      const followed = unknown === undefined ? [] : [unknown, whole].filter((part) => part !== undefined);
      const rows = await estimatesOfParts(db, {
        ...keyOfParts(partsOf(question.breakdown, period)),
        period,
        inEveryPeriod: keyOfParts(followed).series,
      });
      return { indicator, reply: disparitiesView(question, period, rows) };
    },

    async trend(id: string, { release, area, ...query }: GapTrendQuery) {
      const context = await contextOf(release);
      const indicator = releasedIndicator(id, context.snapshot);
      const question = groupQuestion(indicator, areaAsked(area, context), query, context);
      const { groups, unknown, whole } = question.breakdown;
      const rows = await estimatesOfParts(
        db,
        keyOfParts([...groups.map(({ part }) => part), unknown, whole]),
      );
      return { indicator, reply: gapTrendView(question, rows) };
    },

    async gaps(id: string, { release, ...query }: GapsQuery) {
      const context = await contextOf(release);
      const indicator = releasedIndicator(id, context.snapshot);
      const question = gapsQuestion(indicator, query, context);
      const { areas, whole, period } = question;
      const parts = [
        ...areas.flatMap(({ group, everyone }) => [group, everyone]),
        whole.group,
        whole.everyone,
      ];
      const rows = await estimatesOfParts(db, { ...keyOfParts(parts), period });
      return { indicator, reply: gapsView(question, rows, context.snapshot, place) };
    },

    async overview({ release, area, ...query }: DisparityOverviewQuery) {
      const context = await contextOf(release);
      const released = indicators.filter((one) => isReleased(one, context.snapshot));
      const question = overviewQuestion(released, areaAsked(area, context), query, context);
      const parts = question.rows.map(({ question: { breakdown }, period }) => {
        const { groups, unknown, whole } = breakdown;
        return { ...keyOfParts([...groups.map(({ part }) => part), unknown, whole]), period };
      });
      const rows = await estimatesOfSeriesAt(
        db,
        parts.flatMap(({ series, period }) => series.map((one) => ({ series: one, period }))),
        [...new Set(parts.flatMap(({ areas }) => areas))],
      );
      return overviewView(question, rows);
    },
  };
}
