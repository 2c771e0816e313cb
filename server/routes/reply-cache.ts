import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { ReleasesInMemory } from './releases-in-memory.ts';

interface CachedReply {
  readonly release: number | null;
  /** The day it was made: what is due and how old a figure is change overnight. */
  readonly day: string;
  readonly body: string;
  readonly type: string;
  readonly etag: string;
  /** The name of a file to be saved; empty where the reply is none. */
  readonly disposition: string;
}

const CACHED_CHARACTERS = 64_000_000;

/**
 * Keeps good replies by URL for as long as their release is the newest: published figures never change, so a
 * reply can only go out of date by a new release, or by a new day. A question about a release by number stays in a cache for good.
 */
export function cacheReplies(app: FastifyInstance, releases: ReleasesInMemory, under: string): void {
  const replies = new LRUCache<string, CachedReply>({
    maxSize: CACHED_CHARACTERS,
    sizeCalculation: (reply, url) => reply.body.length + url.length,
  });
  const isCacheable = (method: string, url: string) =>
    (method === 'GET' || method === 'HEAD') && url.startsWith(under) && !url.endsWith('/health');
  const lifetime = (url: string) =>
    /[?&]release=\d/.test(url) ? 'public, max-age=31536000, immutable' : 'public, max-age=30';

  // Taken before the reply is made: a reply made while a release appears must not pass for one of the new release.
  const releaseBefore = new WeakMap<FastifyRequest, number | null>();

  app.addHook('onRequest', async (request, reply) => {
    if (!isCacheable(request.method, request.url)) return;
    const newest = await releases.newest();
    releaseBefore.set(request, newest);
    const cached = replies.get(request.url);
    if (cached === undefined || cached.release !== newest || cached.day !== releases.today()) return;
    reply
      .header('content-type', cached.type)
      .header('etag', cached.etag)
      .header('cache-control', lifetime(request.url));
    if (cached.disposition !== '') reply.header('content-disposition', cached.disposition);
    return reply.send(cached.body);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    if (!isCacheable(request.method, request.url)) return payload;
    if (reply.statusCode !== 200 || typeof payload !== 'string') {
      reply.header('cache-control', 'no-store');
      return payload;
    }
    if (reply.hasHeader('etag')) return payload;
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', etag).header('cache-control', lifetime(request.url));
    const type = String(reply.getHeader('content-type'));
    const disposition = String(reply.getHeader('content-disposition') ?? '');
    const release = releaseBefore.get(request);
    if (request.method === 'GET' && release !== undefined) {
      replies.set(request.url, { release, day: releases.today(), body: payload, type, etag, disposition });
    }
    return payload;
  });
}
