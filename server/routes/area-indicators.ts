import { estimatesOfAreas } from '../../db/queries/estimates.ts';
import { areaIndicatorsReply } from '../contract/area-replies.ts';
import { areaParams, releaseQuery } from '../contract/queries.ts';
import { areaQuestions } from '../judge/release/area-questions.ts';
import { areaIndicatorsTable } from '../views/areas/area-indicators-table.ts';
import { areaIndicatorsView, areasNeeded } from '../views/areas/area-indicators-view.ts';
import { neighboursOf } from '../views/areas/neighbours.ts';
import { areaCalled } from './breakdown-context.ts';
import type { RouteContext, TypedInstance } from './context.ts';
import { answerAsJsonAndFiles } from './json-and-files.ts';
import { outlinesOf } from './outlines.ts';

export function areaIndicatorRoutes(app: TypedInstance, { db, releases, place }: RouteContext): void {
  async function profile(code: string, release: number | undefined) {
    const snapshot = await releases.snapshot(release);
    const area = areaCalled(code, snapshot, 'code');
    // Doses counted from records, of many dates and groups, have a page of their own.
    const listed = snapshot.catalogue.indicators.filter(({ doseTable }) => doseTable === undefined);
    const questions = areaQuestions(listed, snapshot, area.type, place.type);
    const series = questions.map((question) => question.series.id);
    const rows = await estimatesOfAreas(db, [...new Set(series)], areasNeeded(area, place));
    const outlines = await outlinesOf(db, snapshot, area.type, area.edition);
    const asked = { area, neighbours: neighboursOf(code, outlines) };
    return { reply: areaIndicatorsView(asked, questions, rows, snapshot, place) };
  }

  answerAsJsonAndFiles(app, '/areas/:code/indicators', {
    summary: 'Every indicator for one area, beside the whole place and the country',
    params: areaParams,
    query: releaseQuery,
    reply: areaIndicatorsReply,
    answer: ({ code }, { release }) => profile(code, release),
    file: ({ reply }) => ({ name: `${reply.area.code}-indicators`, table: areaIndicatorsTable(reply) }),
  });
}
