/** Every page of the site as whole HTML: drawn from the API's own replies, and kept as those are. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePatterns } from '../contract/pages.ts';
import type { PageAsked, RenderPage } from '../contract/rendered-page.ts';
import { RETRY_SECONDS } from '../errors.ts';
import type { Measures } from '../http/measures.ts';
import type { RequestLimits } from '../http/request-limits.ts';
import { keepReplies } from '../routes/kept-replies.ts';
import type { ReleasesInMemory } from '../routes/releases-in-memory.ts';
import type { PageDocument } from './page-document.ts';

interface Pages {
  readonly document: PageDocument;
  readonly render: RenderPage;
}

interface PageParts extends Pages {
  readonly releases: ReleasesInMemory;
  readonly limits: RequestLimits;
  readonly measures: Measures;
  /** False draws every page anew. */
  readonly isKeeping: boolean;
}

/** What a page asks is asked for its reader, and counts as if the reader's browser had asked. */
const askingFor =
  ({ server, ip }: FastifyRequest): PageAsked['ask'] =>
  async (url) => {
    const { statusCode, body } = await server.inject({
      url,
      remoteAddress: ip,
      headers: { accept: 'application/json' },
    });
    return new Response(body, { status: statusCode });
  };

/** Draws the page at the address of the request, whether there is one or not. */
export const drawingPages =
  ({ document, render }: Pages) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { url, server } = request;
    const page = await render({ url, base: server.basePath, ask: askingFor(request) });
    // An address that is none stays none, also where the router reads it as one.
    const status = reply.statusCode === 200 ? page.status : reply.statusCode;
    if (status === 503) reply.header('retry-after', RETRY_SECONDS);
    if (status !== 200) reply.header('cache-control', 'no-store');
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(document.of({ ...page, status }));
  };

/** Whatever stands in the address of a page may be part of it. */
const asItStands = (url: string) => url;

export async function registerPages(app: FastifyInstance, parts: PageParts): Promise<void> {
  const { releases, limits, measures, isKeeping } = parts;
  const draw = drawingPages(parts);
  await app.register(async (pages) => {
    const charge = (request: FastifyRequest, from: 'memory' | 'anew') => limits.charge(request, from);
    if (isKeeping)
      keepReplies(pages, {
        releases,
        under: '/',
        questionOf: asItStands,
        charge,
        count: (from) => measures.countReply(from),
      });
    else pages.addHook('onRequest', async (request) => charge(request, 'anew'));
    for (const pattern of pagePatterns) pages.get(pattern, { schema: { hide: true } }, draw);
  });
}
