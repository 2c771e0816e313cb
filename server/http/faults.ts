/** The one place where what goes wrong becomes a reply: as a problem, or as a page where somebody reads it. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../contract/problem.ts';
import { ProblemError, problemOf, RETRY_SECONDS } from '../errors.ts';
import { Unavailable } from '../judge/release/unavailable.ts';
import { Refused } from '../views/comparing/refused.ts';
import { TooManyRequests } from './request-limits.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The path readers know before each address of the site; empty where it is all of its host. */
    basePath: string;
  }
}

/** A question whose parameters are not as the contract says. */
export class ProblemValidation extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** What is not understood is logged with the number of the request, which the reply names; it says nothing of the inside. */
export function answerFault(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof TooManyRequests) reply.header('retry-after', error.seconds);
  const known = knownProblem(error);
  if (known !== undefined) return sendProblem(request, reply, known);
  request.log.error(error);
  return sendProblem(
    request,
    reply,
    isDatabaseAway(error)
      ? problemOf('unavailable', 'The database does not answer; try again in a few seconds.')
      : problemOf('internal', 'The fault is ours; it has been logged under the number of this request.'),
  );
}

function knownProblem(error: FastifyError | Error): Problem | undefined {
  if (error instanceof ProblemError || error instanceof ProblemValidation) return error.problem;
  if (error instanceof Unavailable)
    return problemOf('not-available', error.message, { field: error.field, allowed: [...error.allowed] });
  if (error instanceof Refused) return problemOf('not-available', error.message);
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === undefined || status < 400 || status >= 500) return undefined;
  return { ...problemOf('unreadable-request', error.message), status };
}

function isDatabaseAway(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|57P0|57014|08)/.test(code) ||
    /timeout exceeded|read timeout|Connection terminated|Client has encountered/.test(error.message)
  );
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const base = request.server.basePath;
  const named = { ...problem, type: `${base}${problem.type}`, request: request.id };
  if (problem.status === 503) reply.header('retry-after', RETRY_SECONDS);
  reply.code(problem.status).header('cache-control', 'no-store').serializer(String);
  return wantsPage(request)
    ? reply.type('text/html; charset=utf-8').send(pageOf(named, base))
    : reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(named));
}

/** A browser asks for pages first; programs that take anything get the problem. */
const wantsPage = ({ headers: { accept = '' } }: FastifyRequest) =>
  /text\/html/.test(accept) && !/application\/(problem\+)?json/.test(accept);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function pageOf({ title, detail, request }: Problem, base: string): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title></head>
<body><h1>${escaped(title)}</h1><p>${escaped(detail)}</p>
<p><a href="${base}/">Go to the first page</a></p><p>Number of this request: ${escaped(request ?? '')}</p></body></html>
`;
}
