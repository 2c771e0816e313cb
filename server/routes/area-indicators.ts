import { estimatesOfAreas } from '../../db/queries/estimates.ts';
import { type AreaIndicatorsReply, areaIndicatorsReply } from '../contract/area-replies.ts';
import { areaParams, releaseQuery } from '../contract/queries.ts';
import { ProblemError } from '../errors.ts';
import { areaQuestions } from '../judge/release/area-questions.ts';
import { areaIndicatorsCsv } from '../views/areas/area-indicators-csv.ts';
import { areaIndicatorsView, areasNeeded } from '../views/areas/area-indicators-view.ts';
import { neighboursOf } from '../views/areas/neighbours.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { csvReply, sendCsv } from './csv-reply.ts';
import { outlinesOf } from './outlines.ts';

export function areaIndicatorRoutes(app: TypedInstance, { db, releases, place }: RouteContext): void {
  async function profile(code: string, release: number | undefined): Promise<AreaIndicatorsReply> {
    const snapshot = await releases.snapshot(release);
    const area = snapshot.areaOf(code);
    if (area === undefined)
      throw new ProblemError('not-found', `There is no area "${code}" here.`, { field: 'code' });
    // Doses counted from records, of many dates and groups, have a page of their own.
    const listed = snapshot.catalogue.indicators.filter(({ doseTable }) => doseTable === undefined);
    const questions = areaQuestions(listed, snapshot, area.type, place.type);
    const series = questions.map((question) => question.series.id);
    const rows = await estimatesOfAreas(db, [...new Set(series)], areasNeeded(area, place));
    const outlines = await outlinesOf(db, snapshot, area.type, area.edition);
    const asked = { area, neighbours: neighboursOf(code, outlines) };
    return areaIndicatorsView(asked, questions, rows, snapshot, place);
  }

  app.get(
    '/areas/:code/indicators',
    {
      schema: {
        summary: 'Every indicator for one area, beside the whole place and the country',
        params: areaParams,
        querystring: releaseQuery,
        response: { 200: areaIndicatorsReply, ...problems },
      },
    },
    async (request) => profile(request.params.code, request.query.release),
  );

  app.get(
    '/areas/:code/indicators.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        params: areaParams,
        querystring: releaseQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, reply) => {
      const found = await profile(request.params.code, request.query.release);
      return sendCsv(reply, `${found.area.code}-indicators`, found.release, areaIndicatorsCsv(found));
    },
  );
}
