import { estimatesOfBoard } from '../../db/queries/estimates.ts';
import { type BoardQuery, type BoardReply, boardQuery, boardReply } from '../contract/board-reply.ts';
import type { AreaType } from '../contract/dimensions.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';
import { boardChanged } from '../views/board/board-changed.ts';
import { boardKey } from '../views/board/board-key.ts';
import { type BoardQuestion, boardGroups, boardQuestions } from '../views/board/board-questions.ts';
import { boardTable } from '../views/board/board-table.ts';
import { boardView } from '../views/board/board-view.ts';
import type { JudgedBoard } from '../views/releases/verdict-flips.ts';
import { areaAsked, breakdownContext } from './breakdown-context.ts';
import type { RouteContext, TypedInstance } from './context.ts';
import { earlierRelease } from './earlier-release.ts';
import { answerAsJsonAndFiles } from './json-and-files.ts';

/** What the board asks of an area type is fixed by the release, and kept as long as the release is in memory. */
const questionsInMemory = new WeakMap<Snapshot, Map<AreaType, BoardQuestion[]>>();

function questionsOf(snapshot: Snapshot, type: AreaType): BoardQuestion[] {
  const known = questionsInMemory.get(snapshot) ?? new Map<AreaType, BoardQuestion[]>();
  questionsInMemory.set(snapshot, known);
  const questions = known.get(type) ?? boardQuestions(snapshot, type);
  known.set(type, questions);
  return questions;
}

/** A board with what moved since the release before, or the one asked for. */
export async function boardOf(context: RouteContext, query: BoardQuery): Promise<BoardReply> {
  const after = await boardOfRelease(context, query);
  const earlier = earlierRelease(await context.releases.all(), after.board.release, query.since);
  if (earlier === undefined) return after.board;
  // Areas may have come since: nothing of them can have moved.
  if ((await context.releases.snapshot(earlier.id)).areaOf(after.board.area.code) === undefined)
    return after.board;
  // As it was: choosing a group leaves out rows of the later one, and those are all that is spoken of.
  const { figures } = query;
  const before = await boardOfRelease(context, {
    release: earlier.id,
    area: after.board.area.code,
    ...(figures !== undefined && { figures }),
  });
  const since = { id: earlier.id, publishedAt: earlier.published_at };
  return { ...after.board, changed: boardChanged(since, before, after) };
}

/** The board as one release has it: what is in memory of the release, and one statement. */
export async function boardOfRelease(context: RouteContext, query: BoardQuery): Promise<JudgedBoard> {
  const { db, place } = context;
  const groupContext = await breakdownContext(context, query.release);
  const { snapshot } = groupContext;
  const area = areaAsked(query.area, groupContext);
  const questions = questionsOf(snapshot, area.type).map((question) => ({
    ...question,
    breakdowns: boardGroups(question, area, groupContext),
  }));
  const rows = await estimatesOfBoard(db, boardKey(area, questions, snapshot, place));
  const { judgement, catalogue } = snapshot;
  return { board: boardView(area, query, questions, rows, snapshot, place), rule: judgement.rule, catalogue };
}

export function boardRoutes(app: TypedInstance, context: RouteContext): void {
  answerAsJsonAndFiles(app, '/board', {
    summary: 'Where the partnership stands on its aims, for each population group',
    query: boardQuery,
    reply: boardReply,
    answer: async (_params, query) => ({ reply: await boardOf(context, query) }),
    file: ({ reply }) => ({ name: `board-${reply.area.code}`, table: boardTable(reply) }),
  });
}
