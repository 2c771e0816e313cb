/**
 * Good replies, kept as they are sent: published figures never change, so a reply can only go out of date by a new release, by a
 * withdrawal, or by a new day. Each is compressed once in each way somebody asks for, made once however many ask at the same moment, and sent on
 * while the database is away.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { ReleasesInMemory } from './releases-in-memory.ts';

type Encoding = 'br' | 'gzip' | 'identity';
/** In the order we prefer them. */
const ENCODINGS: Encoding[] = ['br', 'gzip', 'identity'];
/** Shorter ones gain nothing. */
const SMALLEST_COMPRESSED = 1024;
const KEPT_BYTES = 64_000_000;
/** Made once and sent often, but somebody waits for the first: what level 5 saves over 4 is worth it, what 11 saves is not. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

class KeptReply {
  /** Of what is served. */
  readonly edition: string;
  /** The day it was made: what is due and how old a figure is change overnight. */
  readonly day: string;
  readonly type: string;
  /** The name of a file to be saved; empty where the reply is none. */
  readonly disposition: string;
  readonly #digest: string;
  readonly #bodies = new Map<Encoding, Promise<Buffer>>();
  bytes: number;

  constructor(body: string, made: { edition: string; day: string; type: string; disposition: string }) {
    const bytes = Buffer.from(body);
    this.edition = made.edition;
    this.day = made.day;
    this.type = made.type;
    this.disposition = made.disposition;
    this.#digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    this.#bodies.set('identity', Promise.resolve(bytes));
    this.bytes = bytes.length;
  }

  /** Strong, so one for each way of compressing. */
  etag(encoding: Encoding): string {
    return encoding === 'identity' ? `"${this.#digest}"` : `"${this.#digest}-${encoding}"`;
  }

  encodingFor(accepted: string | undefined): Encoding {
    if (accepted === undefined || this.bytes < SMALLEST_COMPRESSED) return 'identity';
    return (negotiate(accepted, ENCODINGS) as Encoding | null) ?? 'identity';
  }

  /** @param grown told once when there is one body more. */
  async body(encoding: Encoding, grown: () => void): Promise<Buffer> {
    const known = this.#bodies.get(encoding);
    if (known !== undefined) return known;
    const plain = (await this.#bodies.get('identity')) ?? Buffer.alloc(0);
    const making = encoding === 'br' ? brotli(plain, BROTLI) : gzipped(plain);
    this.#bodies.set(encoding, making);
    const made = await making;
    this.bytes += made.length;
    grown();
    return made;
  }
}

export interface KeepingOptions {
  readonly releases: ReleasesInMemory;
  /** The beginning of the addresses whose replies are kept. */
  readonly under: string;
  /**
   * Told of each asking before it is answered, so that those from memory cost less of what an address may ask.
   *
   * @throws ProblemError where the address has asked too much.
   */
  readonly charge: (request: FastifyRequest, from: 'memory' | 'anew') => Promise<void>;
  /** Where it stands, for those who watch it. */
  readonly count?: (from: 'memory' | 'anew') => void;
}

/** Register it after whatever sets headers, so that a reply from memory has them as a new one has. */
export function keepReplies(app: FastifyInstance, { releases, under, charge, count }: KeepingOptions): void {
  const replies = new LRUCache<string, KeptReply>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (reply, url) => reply.bytes + url.length,
  });
  const isKept = ({ method, url, is404 }: FastifyRequest) =>
    (method === 'GET' || method === 'HEAD') &&
    !is404 &&
    url.startsWith(under) &&
    !/\/health(\/\w+)?$/.test(url);
  // The figures of a release asked for by number stay, but how they are said is for the code of the day: no address names
  // that too, so none is kept for longer than minutes without asking whether it still holds.
  const lifetime = (url: string) =>
    `public, max-age=${/[?&]release=\d/.test(url) ? 300 : 30}, must-revalidate`;

  const known = (url: string, edition: string): KeptReply | undefined => {
    const kept = replies.get(url);
    return kept?.edition === edition && kept.day === releases.today() ? kept : undefined;
  };

  /** Sets what a kept reply is sent with. @returns its body; none where the reader has it already. */
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    kept: KeptReply,
  ): Promise<Buffer | null> => {
    const encoding = kept.encodingFor(request.headers['accept-encoding']);
    const etag = kept.etag(encoding);
    const stale = releases.secondsStale();
    reply
      .header('content-type', kept.type)
      .header('etag', etag)
      .header('cache-control', stale === undefined ? lifetime(request.url) : 'no-cache')
      .header('vary', 'accept-encoding');
    if (stale !== undefined) reply.header('age', stale).header('warning', '110 - "the database is away"');
    if (kept.disposition !== '') reply.header('content-disposition', kept.disposition);
    if (isNamed(request.headers['if-none-match'], etag)) {
      reply.code(304).removeHeader('content-type');
      return null;
    }
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return kept.body(encoding, () => {
      // Counted anew, unless something newer stands there.
      if (replies.peek(request.url) === kept) replies.set(request.url, kept);
    });
  };

  // Taken before the reply is made: a reply made while a release appears, or a figure is taken out, must not
  // pass for one made after.
  const editionBefore = new WeakMap<FastifyRequest, string>();
  /** Replies being made: who asks for one meanwhile waits for it. */
  const making = new Map<string, Promise<void>>();

  app.addHook('onRequest', async (request, reply) => {
    if (!isKept(request)) return;
    // Where nobody can tell, nothing is kept; what needs no database, such as the contract, is answered all the same.
    const edition = await releases.edition().catch(() => undefined);
    if (edition === undefined) return charge(request, 'anew');
    let kept = known(request.url, edition);
    if (kept === undefined && making.has(request.url)) {
      await making.get(request.url);
      kept = known(request.url, edition);
    }
    if (kept !== undefined) {
      await charge(request, 'memory');
      count?.('memory');
      // Without a body there is nothing to say of one.
      return reply.send((await send(request, reply, kept)) ?? undefined);
    }
    editionBefore.set(request, edition);
    // At once, with nothing awaited since it was looked for: whoever asks from now on waits.
    if (request.method === 'GET' && !making.has(request.url)) {
      const { promise, resolve } = Promise.withResolvers<void>();
      making.set(request.url, promise);
      reply.raw.once('close', () => {
        making.delete(request.url);
        resolve();
      });
    }
    await charge(request, 'anew');
    count?.('anew');
  });

  app.addHook('onSend', async (request, reply, payload) => {
    // One from memory has its tag already.
    if (!isKept(request) || reply.hasHeader('etag')) return payload;
    const edition = editionBefore.get(request);
    if (reply.statusCode !== 200 || typeof payload !== 'string' || edition === undefined) {
      reply.header('cache-control', 'no-store');
      return payload;
    }
    const kept = new KeptReply(payload, {
      edition,
      day: releases.today(),
      type: String(reply.getHeader('content-type')),
      disposition: String(reply.getHeader('content-disposition') ?? ''),
    });
    if (request.method === 'GET') replies.set(request.url, kept);
    // None would be too little for whoever only asks for the head.
    return (await send(request, reply, kept)) ?? '';
  });
}

/** Whether a reader names the body it has, possibly among others and as a weak tag, or has any (`*`). */
export const isNamed = (named: string | undefined, etag: string) =>
  named !== undefined &&
  (named.trim() === '*' || named.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));
