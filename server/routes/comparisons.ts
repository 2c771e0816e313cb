import { judgedListsOf } from '../../db/queries/judgements.ts';
import {
  type ComparisonsQuery,
  comparisonParams,
  comparisonReply,
  comparisonsQuery,
  comparisonsReply,
} from '../contract/comparison-replies.ts';
import { releaseQuery } from '../contract/queries.ts';
import { ProblemError } from '../errors.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';
import { comparisonsTable } from '../views/releases/comparisons-table.ts';
import { judgedComparisons, sortsOf } from '../views/releases/comparisons-view.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { answerAsJsonAndFiles } from './json-and-files.ts';

/** What a release judged: the p-value of every comparison, the lists it stands in, and what each of those rejects. */
export function comparisonRoutes(app: TypedInstance, { db, releases }: RouteContext): void {
  const kept = new WeakMap<Snapshot['versions'], ReturnType<typeof read>>();

  async function read(snapshot: Snapshot) {
    const lists = await judgedListsOf(db, snapshot.release);
    const comparisons = judgedComparisons(snapshot, lists);
    return { rule: snapshot.judgement.rule, sorts: sortsOf(lists), comparisons };
  }

  /** Worked out once, and kept as long as the release is in memory. */
  async function judgedIn(asked: number | undefined) {
    const snapshot = await releases.snapshot(asked);
    const { release, versions } = snapshot;
    const found = kept.get(versions) ?? read(snapshot);
    kept.set(versions, found);
    found.catch(() => kept.delete(versions));
    return { release, ...(await found) };
  }

  async function comparisonsOf({ release: asked, ...query }: ComparisonsQuery) {
    const { comparisons, ...judged } = await judgedIn(asked);
    const { indicator, area } = query;
    return {
      ...judged,
      query,
      comparisons: comparisons.filter(
        (one) => (indicator ?? one.indicator) === one.indicator && (area ?? one.area.code) === one.area.code,
      ),
    };
  }

  answerAsJsonAndFiles(app, '/comparisons', {
    summary: 'Every comparison judged when publishing: its p-value, its lists, and which of them reject',
    query: comparisonsQuery,
    reply: comparisonsReply,
    answer: async (_params, query) => ({ reply: await comparisonsOf(query) }),
    file: ({ reply }) => ({ name: 'comparisons', table: comparisonsTable(reply) }),
  });

  app.get(
    '/comparisons/:id',
    {
      schema: {
        summary: 'One comparison as it was judged when publishing',
        params: comparisonParams,
        querystring: releaseQuery,
        response: { 200: comparisonReply, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { release, rule, comparisons } = await judgedIn(request.query.release);
      const comparison = comparisons.find((one) => one.comparison === id);
      if (comparison !== undefined) return { release, rule, query: { id }, comparison };
      throw new ProblemError(
        'not-found',
        `Release ${release} judged no comparison "${id}" when it was published. One that is looked up is judged among all of its indicator and shape, whose p-values stand in the reply that shows it.`,
        { field: 'id' },
      );
    },
  );
}
