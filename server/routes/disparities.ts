import { estimatesOfMap, estimatesOfParts } from '../../db/queries/estimates.ts';
import { type DisparitiesQuery, disparitiesQuery } from '../contract/disparity-queries.ts';
import { disparitiesReply } from '../contract/disparity-replies.ts';
import { indicatorParams } from '../contract/queries.ts';
import { ProblemError } from '../errors.ts';
import { disparitiesCsv } from '../views/disparities/disparities-csv.ts';
import { disparitiesView } from '../views/disparities/disparities-view.ts';
import type { Part } from '../views/disparities/part.ts';
import { groupQuestion, partsOf, periodOf } from '../views/disparities/question.ts';
import { wardFifthsOf, wardScoresOf } from '../views/disparities/ward-fifths.ts';
import type { Snapshot } from '../views/snapshot.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { csvReply, sendCsv } from './csv-reply.ts';
import { releasedIndicator } from './released-indicator.ts';

export function disparityRoutes(app: TypedInstance, { db, releases, place }: RouteContext): void {
  async function contextOf(release: number | undefined) {
    const snapshot = await releases.snapshot(release);
    const scores = wardScoresOf(snapshot);
    const wardFifths = wardFifthsOf(scores === undefined ? [] : await estimatesOfMap(db, scores, place));
    return { snapshot, place, wardFifths };
  }

  function areaOf(code: string | undefined, snapshot: Snapshot) {
    const area = snapshot.areaOf(code ?? place.code);
    if (area === undefined)
      throw new ProblemError('not-found', `There is no area "${code}" here.`, { field: 'area' });
    return area;
  }

  async function disparitiesOf(id: string, { release, area, period: asked, ...query }: DisparitiesQuery) {
    const context = await contextOf(release);
    const indicator = releasedIndicator(id, context.snapshot);
    const question = groupQuestion(indicator, areaOf(area, context.snapshot), query, context);
    const period = periodOf(question, asked);
    const { unknown, whole } = question.breakdown;
    const rows = await estimatesOfParts(db, {
      ...keyOf(partsOf(question.breakdown)),
      period,
      // The share of unknown ethnicity is followed through time.
      inEveryPeriod: unknown === undefined ? [] : keyOf([unknown, ...(whole ? [whole] : [])]).series,
    });
    return { indicator, reply: disparitiesView(question, period, rows) };
  }

  app.get(
    '/indicators/:id/disparities',
    {
      schema: {
        summary: 'The groups of one indicator in one area: gaps with intervals, verdicts and people',
        params: indicatorParams,
        querystring: disparitiesQuery,
        response: { 200: disparitiesReply, ...problems },
      },
    },
    async (request) => (await disparitiesOf(request.params.id, request.query)).reply,
  );

  app.get(
    '/indicators/:id/disparities.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        params: indicatorParams,
        querystring: disparitiesQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, answer) => {
      const { indicator, reply } = await disparitiesOf(request.params.id, request.query);
      const { area, by, period } = reply.query;
      const name = `${indicator.id}-disparities-${by === 'deprivation' ? by : 'ethnic-group'}-${area}-${period}`;
      return sendCsv(answer, name, reply.release, disparitiesCsv(indicator, reply));
    },
  );
}

function keyOf(parts: readonly Part[]) {
  return {
    series: [...new Set(parts.map(({ series }) => series))],
    areas: [...new Set(parts.flatMap(({ codes }) => codes))],
  };
}
