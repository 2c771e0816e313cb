/** The document a browser fills by itself, where no page is drawn on the server. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNamed } from '../routes/kept-replies.ts';

export function sendingEmpty(text: string) {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const bodies = new Map([
    ['br', brotliCompressSync(text)],
    ['gzip', gzipSync(text)],
    ['identity', Buffer.from(text)],
  ]);
  return async ({ headers }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const accepted = headers['accept-encoding'];
    const encoding = (accepted === undefined ? null : negotiate(accepted, [...bodies.keys()])) ?? 'identity';
    const etag = `"${digest}-${encoding}"`;
    reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
    // A page that is none is told again.
    if (reply.statusCode === 200 && isNamed(headers['if-none-match'], etag)) return reply.code(304).send();
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type('text/html; charset=utf-8').send(bodies.get(encoding));
  };
}
