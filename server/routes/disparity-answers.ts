import { estimatesOfMap, estimatesOfParts, estimatesOfSeriesAt } from '../../db/queries/estimates.ts';
import type {
  DisparitiesQuery,
  DisparityOverviewQuery,
  GapsQuery,
  GapTrendQuery,
} from '../contract/disparity-queries.ts';
import { ProblemError } from '../errors.ts';
import { indicators } from '../indicators/catalogue.ts';
import { disparitiesView } from '../views/disparities/disparities-view.ts';
import { gapTrendView } from '../views/disparities/gap-trend-view.ts';
import { gapsQuestion } from '../views/disparities/gaps-question.ts';
import { gapsView } from '../views/disparities/gaps-view.ts';
import { overviewQuestion, overviewView } from '../views/disparities/overview-view.ts';
import type { Part } from '../views/disparities/part.ts';
import { groupQuestion, partsOf, periodOf } from '../views/disparities/question.ts';
import { wardFifthsOf, wardScoresOf } from '../views/disparities/ward-fifths.ts';
import type { Snapshot } from '../views/snapshot.ts';
import type { RouteContext } from './context.ts';
import { isReleased, releasedIndicator } from './released-indicator.ts';

/** One question, two readings of the database at most: how the wards rank, and the figures. */
export function disparityAnswers({ db, releases, place }: RouteContext) {
  async function contextOf(release: number | undefined) {
    const snapshot = await releases.snapshot(release);
    const scores = wardScoresOf(snapshot);
    const wardFifths = wardFifthsOf(scores === undefined ? [] : await estimatesOfMap(db, scores, place));
    return { snapshot, place, wardFifths };
  }

  function areaOf(code: string | undefined, snapshot: Snapshot) {
    const area = snapshot.areaOf(code ?? place.code);
    if (area !== undefined) return area;
    throw new ProblemError('not-found', `There is no area "${code}" here.`, { field: 'area' });
  }

  return {
    async disparities(id: string, { release, area, period: asked, ...query }: DisparitiesQuery) {
      const context = await contextOf(release);
      const indicator = releasedIndicator(id, context.snapshot);
      const question = groupQuestion(indicator, areaOf(area, context.snapshot), query, context);
      const period = periodOf(question, asked);
      const { unknown, whole } = question.breakdown;
      const followed = unknown === undefined ? [] : [unknown, whole].filter((part) => part !== undefined);
      const rows = await estimatesOfParts(db, {
        ...keyOf(partsOf(question.breakdown, period)),
        period,
        inEveryPeriod: keyOf(followed).series,
      });
      return { indicator, reply: disparitiesView(question, period, rows) };
    },

    async trend(id: string, { release, area, ...query }: GapTrendQuery) {
      const context = await contextOf(release);
      const indicator = releasedIndicator(id, context.snapshot);
      const question = groupQuestion(indicator, areaOf(area, context.snapshot), query, context);
      const { groups, unknown, whole } = question.breakdown;
      const parts = [...groups.map(({ part }) => part), unknown, whole].filter((part) => part !== undefined);
      const rows = await estimatesOfParts(db, keyOf(parts));
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
      const known = parts.filter((part) => part !== undefined);
      const rows = await estimatesOfParts(db, { ...keyOf(known), period });
      return { indicator, reply: gapsView(question, rows, context.snapshot, place) };
    },

    async overview({ release, area, ...query }: DisparityOverviewQuery) {
      const context = await contextOf(release);
      const released = indicators.filter((one) => isReleased(one, context.snapshot));
      const question = overviewQuestion(released, areaOf(area, context.snapshot), query, context);
      const parts = question.rows.map(({ question: { breakdown }, period }) => {
        const { groups, unknown, whole } = breakdown;
        const all = [...groups.map(({ part }) => part), unknown, whole].filter((part) => part !== undefined);
        return { ...keyOf(all), period };
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

function keyOf(parts: readonly Part[]) {
  return {
    series: [...new Set(parts.map(({ series }) => series))],
    areas: [...new Set(parts.flatMap(({ codes }) => codes))],
  };
}
