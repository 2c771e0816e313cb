import { estimatesOfParts, estimatesOverTime } from '../../db/queries/estimates.ts';
import type {
  AreasOverTimeQuery,
  GroupsOverTimeQuery,
  MilestonesQuery,
  ReachQuery,
} from '../contract/uptake-queries.ts';
import { groupQuestion } from '../judge/groups/question.ts';
import { resolveAreaType } from '../judge/release/resolve.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';
import { areasOverTimeView } from '../views/uptake/areas-over-time-view.ts';
import { groupsOverTimeView } from '../views/uptake/groups-over-time-view.ts';
import { milestonesQuestion, partsOfMilestones } from '../views/uptake/milestones-question.ts';
import { milestonesView } from '../views/uptake/milestones-view.ts';
import { partsOfReach, reachQuestion } from '../views/uptake/reach-question.ts';
import { reachView } from '../views/uptake/reach-view.ts';
import { areaAsked, breakdownContext, keyOfParts } from './breakdown-context.ts';
import type { RouteContext } from './context.ts';
import { releasedIndicator } from './released-indicator.ts';
import { SharedAnswers } from './shared-answers.ts';

/** One question, one reading of the database beside what is in memory of the release. */
export function uptakeAnswers(routeContext: RouteContext) {
  const { db, releases, place } = routeContext;
  const answers = new SharedAnswers();

  async function found(id: string, release: number | undefined) {
    const context = await breakdownContext(routeContext, release);
    return { context, indicator: releasedIndicator(id, context.snapshot) };
  }

  /** One answer for all who ask the same at the same moment: of the same release, as it reads on the same day. */
  const shared = <T>(
    what: string,
    { release, withdrawals, asOf }: Pick<Snapshot, 'release' | 'withdrawals' | 'asOf'>,
    id: string,
    query: object,
    answer: () => Promise<T>,
  ) => answers.of(JSON.stringify([what, release, withdrawals, asOf, id, query]), answer);

  return {
    async areasOverTime(id: string, { release, ...query }: AreasOverTimeQuery) {
      const snapshot = await releases.snapshot(release);
      const indicator = releasedIndicator(id, snapshot);
      const resolved = resolveAreaType(indicator, query, snapshot);
      return shared('areas', snapshot, id, query, async () => {
        const key = { series: resolved.series.id, areaType: resolved.areaType };
        const rows = await estimatesOverTime(db, key, place);
        return { indicator, reply: areasOverTimeView(indicator, resolved, rows, snapshot, place) };
      });
    },

    async groupsOverTime(id: string, { release, area, ...query }: GroupsOverTimeQuery) {
      const { context, indicator } = await found(id, release);
      const question = groupQuestion(indicator, areaAsked(area, context), query, context);
      return shared('groups', context.snapshot, id, { area, ...query }, async () => {
        const { groups, unknown, whole } = question.breakdown;
        const parts = [...groups.map(({ part }) => part), unknown, whole];
        const rows = await estimatesOfParts(db, keyOfParts(parts));
        return { indicator, reply: groupsOverTimeView(question, rows) };
      });
    },

    async reach(id: string, { release, ...query }: ReachQuery) {
      const { context, indicator } = await found(id, release);
      const question = reachQuestion(indicator, query, context);
      return shared('reach', context.snapshot, id, query, async () => {
        const { period } = question;
        const rows = await estimatesOfParts(db, { ...keyOfParts(partsOfReach(question)), period });
        return { indicator, reply: reachView(question, rows) };
      });
    },

    async milestones(id: string, { release, area, ...query }: MilestonesQuery) {
      const { context, indicator } = await found(id, release);
      const question = milestonesQuestion(indicator, areaAsked(area, context), query, context);
      return shared('milestones', context.snapshot, id, { area, ...query }, async () => {
        const rows = await estimatesOfParts(db, keyOfParts(partsOfMilestones(question)));
        return { indicator, reply: milestonesView(question, rows) };
      });
    },
  };
}
