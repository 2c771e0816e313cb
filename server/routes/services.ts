import { estimatesOfAreas } from '../../db/queries/estimates.ts';
import { isServiceArea } from '../contract/dimensions.ts';
import {
  type ServiceFiguresQuery,
  serviceFiguresQuery,
  serviceFiguresReply,
} from '../contract/service-replies.ts';
import { ProblemError } from '../errors.ts';
import { servicesTable } from '../views/services/services-table.ts';
import { serviceQuestions, servicesView } from '../views/services/services-view.ts';
import type { RouteContext, TypedInstance } from './context.ts';
import { answerAsJsonAndFiles } from './json-and-files.ts';

/** What is known of the networks, trusts and system that serve the place. */
export function serviceRoutes(app: TypedInstance, { db, releases }: RouteContext): void {
  async function figuresAsked(query: ServiceFiguresQuery) {
    const snapshot = await releases.snapshot(query.release);
    const held = serviceQuestions(snapshot);
    const asked = held.filter(({ indicator }) => indicator.id === (query.indicator ?? indicator.id));
    if (asked.length === 0 && query.indicator !== undefined)
      throw new ProblemError('not-found', `There is no indicator "${query.indicator}" of areas of service.`, {
        field: 'indicator',
        allowed: held.map(({ indicator }) => indicator.id),
      });
    const areas = snapshot.areas.filter(({ type }) => isServiceArea(type)).map(({ code }) => code);
    const series = asked.map((one) => one.series.id);
    const rows = areas.length === 0 ? [] : await estimatesOfAreas(db, series, areas);
    return { reply: servicesView(query, asked, rows, snapshot) };
  }

  answerAsJsonAndFiles(app, '/service-figures', {
    summary: 'Figures of the networks, trusts and system that serve the place: of services, not of residents',
    query: serviceFiguresQuery,
    reply: serviceFiguresReply,
    answer: (_params, query) => figuresAsked(query),
    file: ({ reply }) => ({
      name:
        reply.query.indicator === undefined ? 'service-figures' : `service-figures-${reply.query.indicator}`,
      table: servicesTable(reply),
    }),
  });
}
