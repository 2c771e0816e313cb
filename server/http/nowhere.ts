/** What is answered where no route is: a page of the client, another method than reading, or nothing. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '../errors.ts';
import { sendProblem } from './faults.ts';
import type { KnownAddresses } from './known-addresses.ts';
import type { RequestLimits } from './request-limits.ts';

const ALLOWED = 'GET, HEAD, OPTIONS';

interface Nowhere {
  readonly addresses: KnownAddresses;
  readonly limits: RequestLimits;
  /** Sends the page of the client that stands at an address; none where only the API is served. */
  readonly sendPage: ((request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) | undefined;
}

export function answeringNowhere({ addresses, limits, sendPage }: Nowhere) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = request.url.split('?')[0] ?? '';
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isPage = sendPage !== undefined && addresses.isPage(path);
    if (isRead && isPage) return sendPage(request, reply);
    if (request.method === 'OPTIONS' && (path === '*' || addresses.canBeRead(path)))
      return reply.code(204).header('allow', ALLOWED).send();
    await limits.charge(request, 'not-found');
    if (!isRead && addresses.canBeRead(path)) {
      reply.header('allow', ALLOWED);
      const detail = `${path} can be read, and nothing else: use GET.`;
      return sendProblem(request, reply, problemOf('method-not-allowed', detail));
    }
    // The client reads the address, and says so where there is no such page.
    if (
      isRead &&
      sendPage !== undefined &&
      !/^\/(api|assets|fingertips\/api)\//.test(path) &&
      !/\.\w+$/.test(path)
    )
      return sendPage(request, reply.code(404));
    return sendProblem(request, reply, problemOf('not-found', `There is nothing at ${path}.`));
  };
}
