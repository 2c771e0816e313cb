import { estimatesOfMap, estimatesOfTrend } from '../../db/queries/estimates.ts';
import type { BoroughsQuery, IndicatorAreasQuery, TrendQuery } from '../contract/queries.ts';
import { resolveAreas, resolveTrend } from '../judge/release/resolve.ts';
import { boroughsView } from '../views/indicators/boroughs-view.ts';
import { indicatorAreasView } from '../views/indicators/indicator-areas-view.ts';
import { headlineOf } from '../views/indicators/other-ways.ts';
import { pointsOfTrend, trendView } from '../views/indicators/trend-view.ts';
import { areaAsked } from './breakdown-context.ts';
import type { RouteContext } from './context.ts';
import { releasedIndicator } from './released-indicator.ts';
import { SharedAnswers } from './shared-answers.ts';

/** One indicator over areas, and in one area over time. */
export function indicatorAnswers({ db, releases, place }: RouteContext) {
  const shared = new SharedAnswers();

  return {
    async areas(id: string, query: IndicatorAreasQuery) {
      const snapshot = await releases.snapshot(query.release);
      const indicator = releasedIndicator(id, snapshot);
      const resolved = resolveAreas(indicator, query, snapshot);
      const key = { series: resolved.series.id, areaType: resolved.areaType, period: resolved.period };
      // A series belongs to one version, so the key alone says which figures are meant.
      const group = resolved.stratum.populationGroup;
      const { release, withdrawals } = snapshot;
      const question = [release, withdrawals, key.series, key.areaType, key.period, group].join();
      return shared.of(question, async () => {
        const rows = await estimatesOfMap(db, key, place);
        return { indicator, reply: indicatorAreasView(indicator, resolved, rows, snapshot, place) };
      });
    },

    async boroughs(id: string, query: BoroughsQuery) {
      const snapshot = await releases.snapshot(query.release);
      const indicator = releasedIndicator(id, snapshot);
      const resolved = resolveAreas(indicator, { ...query, areaType: place.type }, snapshot);
      const { series, period } = resolved;
      const rows = await estimatesOfMap(db, { series: series.id, areaType: 'other-borough', period }, place);
      return { indicator, reply: boroughsView(indicator, resolved, rows, snapshot, place) };
    },

    async trend(id: string, query: TrendQuery) {
      const snapshot = await releases.snapshot(query.release);
      const indicator = releasedIndicator(id, snapshot);
      const area = areaAsked(query.area, { snapshot, place });
      const { series, stratum } = resolveTrend(indicator, query, area.type, snapshot);
      const rows = await estimatesOfTrend(db, series.id, area.code);
      const headline = headlineOf({ indicator, series, area }, pointsOfTrend(indicator, rows), snapshot);
      return { indicator, area, reply: trendView(indicator, area, stratum, rows, snapshot, headline) };
    },
  };
}
