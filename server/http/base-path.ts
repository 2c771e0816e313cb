/** A site below a path of a host that is others' too: what it is asked, and what it answers, with and without that path. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNamed } from '../routes/kept-replies.ts';

/** The path readers know before each of ours, such as `/health`; empty where the site is all of its host. */
export const basePathOf = (publicUrl: string | undefined): string =>
  publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');

/** A proxy may take the path away or leave it: both arrive at the same address of ours. */
export function withoutBase(url: string, base: string): string {
  if (base === '' || !url.startsWith(base)) return url;
  const rest = url.slice(base.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || rest.startsWith('?') ? `/${rest}` : url;
}

/** The client's one document, in which the build's addresses stand below the base, as they are for readers. */
export class PageDocument {
  readonly #bodies: ReadonlyMap<string, Buffer>;
  readonly #digest: string;

  constructor(webFolder: string, base: string) {
    const built = readFileSync(join(webFolder, 'index.html'), 'utf8');
    const text = built
      .replaceAll(/(href|src)="(?:\.\/|\/)/g, `$1="${base}/`)
      .replace('<meta name="base-path" content=""', `<meta name="base-path" content="${base}"`);
    this.#digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    this.#bodies = new Map([
      ['br', brotliCompressSync(text)],
      ['gzip', gzipSync(text)],
      ['identity', Buffer.from(text)],
    ]);
  }

  send({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
    const accepted = headers['accept-encoding'];
    const encoding =
      (accepted === undefined ? null : negotiate(accepted, [...this.#bodies.keys()])) ?? 'identity';
    const etag = `"${this.#digest}-${encoding}"`;
    reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
    // A page that is none is told again.
    if (reply.statusCode === 200 && isNamed(headers['if-none-match'], etag)) return reply.code(304).send();
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type('text/html; charset=utf-8').send(this.#bodies.get(encoding));
  }
}
