import type { Problem } from '../../../server/contract/problem.ts';
import { belowBase } from './base-path.ts';
import { noteStaleness } from './staleness.ts';

/** A request the server answered with problem details, or that never reached it (status 0). */
export class RequestError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

const unreachable: Problem = {
  type: 'about:blank',
  title: 'The server could not be reached',
  status: 0,
  code: 'unreachable',
  detail: 'Check your connection, then try again.',
};

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'detail' in body && 'title' in body && 'status' in body;

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isProblem(body)) return body;
  return {
    type: 'about:blank',
    title: 'The server could not answer',
    status: response.status,
    code: 'unexpected',
    detail: `The server answered with status ${response.status}. Try again in a minute.`,
  };
}

/** How a question of the API is asked: over the network, or inside the server that draws the page. */
export type Ask = (url: string, signal: AbortSignal) => Promise<Response>;

const askOverNetwork: Ask = async (url, signal) => {
  const response = await fetch(belowBase(url), { signal, headers: { accept: 'application/json' } });
  noteStaleness(response);
  return response;
};

/** The reply at a URL of ours. Its type is the contract's: the server filters every reply by that schema. */
export async function getReply<Reply>(
  url: string,
  signal: AbortSignal,
  ask: Ask = askOverNetwork,
): Promise<Reply> {
  let response: Response;
  try {
    response = await ask(url, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new RequestError(unreachable);
  }
  if (!response.ok) throw new RequestError(await problemOf(response));
  return response.json();
}

/** Only what may pass by itself is asked again: a server away or busy, never a question it refused. */
export function worthAnotherTry(failures: number, error: Error): boolean {
  const { status, code } = error instanceof RequestError ? error.problem : { status: 0, code: '' };
  if (code === 'nothing-published') return false;
  return failures < 2 && (status === 0 || status >= 500);
}

/** What the server understood and will not answer, however often it is asked. */
export const isRefusal = (error: Error | null): error is RequestError =>
  error instanceof RequestError &&
  error.problem.status >= 400 &&
  error.problem.status < 500 &&
  error.problem.status !== 429;
