import { estimatesOfParts } from '../../db/queries/estimates.ts';
import { ledgerReply } from '../contract/ledger-reply.ts';
import { releaseQuery } from '../contract/queries.ts';
import { ProblemError } from '../errors.ts';
import { ledgerCsv } from '../views/disparities/ledger-csv.ts';
import {
  type LedgerQuestion,
  ledgerQuestion,
  ledgerView,
  partsOfLedger,
} from '../views/disparities/ledger-view.ts';
import { breakdownContext, keyOfParts } from './breakdown-context.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { csvReply, sendCsv } from './csv-reply.ts';

/** What the document of commitments says, beside what the figures say of it. */
export function ledgerRoutes(app: TypedInstance, routeContext: RouteContext): void {
  const { db, place } = routeContext;

  async function ledgerOf(release: number | undefined) {
    const context = await breakdownContext(routeContext, release);
    const { snapshot } = context;
    const document = snapshot.documentOf('commitments');
    if (document === undefined)
      throw new ProblemError('not-found', `There are no commitments in release ${snapshot.release}.`);
    const questions = document.commitments.flatMap((commitment): LedgerQuestion[] => {
      const indicator = snapshot.catalogue.find(commitment.indicator);
      // A document is refused where it names an indicator that is not defined; one no longer defined has no figures.
      if (indicator === undefined) return [];
      const { type, code } = commitment.area ?? place;
      const area = snapshot.areaOf(code) ?? { type, code, name: code, parents: [] };
      return [ledgerQuestion(commitment, indicator, area, context)];
    });
    const rows = await estimatesOfParts(db, keyOfParts(questions.flatMap(partsOfLedger)));
    return ledgerView(document, questions, rows, snapshot);
  }

  app.get(
    '/ledger',
    {
      schema: {
        summary: 'Commitments to narrow gaps: the gap then and now, and where each stands',
        querystring: releaseQuery,
        response: { 200: ledgerReply, ...problems },
      },
    },
    async (request) => ledgerOf(request.query.release),
  );

  app.get(
    '/ledger.csv',
    {
      schema: {
        summary: 'The same as a CSV file',
        querystring: releaseQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async (request, answer) => {
      const reply = await ledgerOf(request.query.release);
      return sendCsv(answer, 'commitments', reply.release, ledgerCsv(reply));
    },
  );
}
