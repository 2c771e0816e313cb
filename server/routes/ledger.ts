import { estimatesOfParts } from '../../db/queries/estimates.ts';
import { ledgerReply } from '../contract/ledger-reply.ts';
import { releaseQuery } from '../contract/queries.ts';
import { ProblemError } from '../errors.ts';
import { ledgerTable } from '../views/disparities/ledger-table.ts';
import {
  type LedgerQuestion,
  ledgerQuestion,
  ledgerView,
  partsOfLedger,
} from '../views/disparities/ledger-view.ts';
import { breakdownContext, keyOfParts } from './breakdown-context.ts';
import type { RouteContext, TypedInstance } from './context.ts';
import { answerAsJsonAndFiles } from './json-and-files.ts';

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
    return { reply: ledgerView(document, questions, rows, snapshot) };
  }

  answerAsJsonAndFiles(app, '/ledger', {
    summary: 'Commitments to narrow gaps: the gap then and now, and where each stands',
    query: releaseQuery,
    reply: ledgerReply,
    answer: (_params, { release }) => ledgerOf(release),
    file: ({ reply }) => ({ name: 'commitments', table: ledgerTable(reply) }),
  });
}
