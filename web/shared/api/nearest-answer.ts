/** Asks the nearest question the server can answer. */
import type { Problem } from '../../../server/contract/problem.ts';
import { type Ask, getReply, RequestError } from './client.ts';

/** A part of a question that the server refused. */
export interface RefusedPart {
  readonly field: string;
  readonly value: string;
}
export interface Nearest<Reply> {
  readonly reply: Reply;
  /** The parts left out to get it; none where the question was answered as asked. */
  readonly refused: readonly RefusedPart[];
}

const REFUSALS: readonly number[] = [400, 404, 422];

/** The part of a question a problem is about; undefined where leaving a part out would not help. */
function refusedPart(problem: Problem, query: object): RefusedPart | undefined {
  const { field, status } = problem;
  if (field === undefined || field === 'release' || !REFUSALS.includes(status)) return undefined;
  const value = new Map<string, unknown>(Object.entries(query)).get(field);
  return value === undefined ? undefined : { field, value: String(value) };
}

/** The reply to the question with each part the server refuses left out; what it cannot answer at all is thrown. */
export async function nearestAnswer<Query extends object, Reply>(
  pathOf: (query: Query) => string,
  query: Query,
  signal: AbortSignal,
  ask?: Ask,
): Promise<Nearest<Reply>> {
  const left = { ...query };
  const refused: RefusedPart[] = [];
  for (;;) {
    try {
      return { reply: await getReply<Reply>(pathOf(left), signal, ask), refused };
    } catch (error) {
      const part = error instanceof RequestError ? refusedPart(error.problem, left) : undefined;
      if (part === undefined) throw error;
      refused.push(part);
      Reflect.deleteProperty(left, part.field);
    }
  }
}
