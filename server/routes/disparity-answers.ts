import { estimatesOfParts, estimatesOfSeriesAt } from '../../db/queries/estimates.ts';
import type {
  DisparitiesQuery,
  DisparityOverviewQuery,
  GapsQuery,
  GapTrendQuery,
} from '../contract/disparity-queries.ts';
import { askedTogether } from '../judge/groups/asked-together.ts';
import { groupQuestion, partsOf, partsOfGroups, periodOf } from '../judge/groups/question.ts';
import { disparitiesView } from '../views/disparities/disparities-view.ts';
import { gapTrendView } from '../views/disparities/gap-trend-view.ts';
import { gapsQuestion } from '../views/disparities/gaps-question.ts';
import { gapsView } from '../views/disparities/gaps-view.ts';
import { overviewQuestion, partsOfRow } from '../views/disparities/overview-question.ts';
import { overviewView } from '../views/disparities/overview-view.ts';
import { areaAsked, breakdownContext, keyOfParts } from './breakdown-context.ts';
import type { RouteContext } from './context.ts';
import { isRealIn, isReleased, releasedIndicator } from './released-indicator.ts';

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
      const together = askedTogether(question, period, context);
      const { unknown, whole } = question.breakdown;
      const followed = unknown === undefined ? [] : [unknown, whole].filter((part) => part !== undefined);
      const rows = await estimatesOfParts(db, {
        ...keyOfParts([
          ...partsOf(question.breakdown, period),
          ...together.flatMap((one) => partsOfGroups(one.breakdown)),
        ]),
        period,
        inEveryPeriod: keyOfParts(followed).series,
      });
      return { indicator, reply: disparitiesView(question, period, rows, together) };
    },

    async trend(id: string, { release, area, ...query }: GapTrendQuery) {
      const context = await contextOf(release);
      const indicator = releasedIndicator(id, context.snapshot);
      const question = groupQuestion(indicator, areaAsked(area, context), query, context);
      const rows = await estimatesOfParts(db, keyOfParts(partsOfGroups(question.breakdown)));
      return { indicator, reply: gapTrendView(question, rows) };
    },

    async gaps(id: string, { release, ...query }: GapsQuery) {
      const context = await contextOf(release);
      const indicator = releasedIndicator(id, context.snapshot);
      const question = gapsQuestion(indicator, query, context);
      const { questions, whole, period } = question;
      const parts = [
        ...questions.flatMap((one) => partsOfGroups(one.question.breakdown)),
        whole.group,
        whole.everyone,
      ];
      const rows = await estimatesOfParts(db, { ...keyOfParts(parts), period });
      return { indicator, reply: gapsView(question, rows, context.snapshot, place) };
    },

    async overview({ release, area, figures, ...query }: DisparityOverviewQuery) {
      const context = await contextOf(release);
      const { snapshot } = context;
      const released = snapshot.catalogue.indicators.filter((one) =>
        figures === 'real' ? isRealIn(one, snapshot) : isReleased(one, snapshot),
      );
      const question = overviewQuestion(released, areaAsked(area, context), query, context);
      const parts = question.rows.map((row) => ({ ...keyOfParts(partsOfRow(row)), period: row.period }));
      const rows = await estimatesOfSeriesAt(
        db,
        parts.flatMap(({ series, period }) => series.map((one) => ({ series: one, period }))),
        [...new Set(parts.flatMap(({ areas }) => areas))],
      );
      const reply = overviewView(question, rows);
      return { reply: { ...reply, query: { ...reply.query, ...(figures !== undefined && { figures }) } } };
    },
  };
}
