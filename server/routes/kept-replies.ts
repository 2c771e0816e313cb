/**
 * Good replies, kept as they are sent: published figures never change, so a reply can only go out of date by a new release, by a
 * withdrawal, or by a new day. Each is compressed once in each way somebody asks for, made once however many ask at the same moment, and sent on
 * while the database is away.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { KeptReply } from './kept-reply.ts';
import type { ReleasesInMemory } from './releases-in-memory.ts';

const KEPT_BYTES = 64_000_000;

/** Sent as they are made, too large to be kept: nobody waits until somebody else has had one. */
const STREAMED = /\.zip(\?|$)/;

export interface KeepingOptions {
  readonly releases: ReleasesInMemory;
  /** The beginning of the addresses whose replies are kept. */
  readonly under: string;
  /** An address without what does not change its reply: one reply is kept for all that ask the same. */
  readonly questionOf: (url: string) => string;
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
export function keepReplies(app: FastifyInstance, options: KeepingOptions): void {
  const keeping = new Keeping(options);
  app.addHook('onRequest', (request, reply) => keeping.answerFromMemory(request, reply));
  app.addHook('onSend', (request, reply, payload) => keeping.keep(request, reply, payload));
}

class Keeping {
  readonly #options: KeepingOptions;
  readonly #replies = new LRUCache<string, KeptReply>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (reply, url) => reply.bytes + url.length,
  });
  /** Taken before a reply is made: one made while a release appears, or a figure is taken out, must not pass for one made after. */
  readonly #editionBefore = new WeakMap<FastifyRequest, string>();
  /** Replies being made: who asks for one meanwhile waits for it. */
  readonly #making = new Map<string, Promise<void>>();

  constructor(options: KeepingOptions) {
    this.#options = options;
  }

  async answerFromMemory(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (!this.#isKept(request)) return;
    const { releases, charge, count } = this.#options;
    // Where nobody can tell, nothing is kept; what needs no database, such as the contract, is answered all the same.
    const edition = await releases.edition().catch(() => undefined);
    if (edition === undefined) return charge(request, 'anew');
    const question = this.#options.questionOf(request.url);
    let kept = this.#known(question, edition);
    if (kept === undefined && this.#making.has(question)) {
      await this.#making.get(question);
      kept = this.#known(question, edition);
    }
    if (kept !== undefined) {
      await charge(request, 'memory');
      count?.('memory');
      // Without a body there is nothing to say of one.
      return reply.send((await this.#send(request, reply, kept)) ?? undefined);
    }
    this.#editionBefore.set(request, edition);
    this.#begin(request, reply);
    await charge(request, 'anew');
    count?.('anew');
  }

  async keep(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    // One from memory has its tag already.
    if (!this.#isKept(request) || reply.hasHeader('etag')) return payload;
    const edition = this.#editionBefore.get(request);
    if (reply.statusCode !== 200 || !isBody(payload) || edition === undefined) {
      reply.header('cache-control', 'no-store');
      return payload;
    }
    const kept = new KeptReply(payload, {
      edition,
      day: this.#options.releases.today(),
      type: String(reply.getHeader('content-type')),
      headers: headersOf(reply),
    });
    if (request.method === 'GET') this.#replies.set(this.#options.questionOf(request.url), kept);
    // None would be too little for whoever only asks for the head.
    return (await this.#send(request, reply, kept)) ?? '';
  }

  #isKept({ method, url, is404 }: FastifyRequest): boolean {
    return (
      (method === 'GET' || method === 'HEAD') &&
      !is404 &&
      url.startsWith(this.#options.under) &&
      !/\/health(\/\w+)?$/.test(url)
    );
  }

  #known(question: string, edition: string): KeptReply | undefined {
    const kept = this.#replies.get(question);
    return kept?.edition === edition && kept.day === this.#options.releases.today() ? kept : undefined;
  }

  /** At once, with nothing awaited since it was looked for: whoever asks from now on waits. */
  #begin({ method, url }: FastifyRequest, reply: FastifyReply): void {
    const question = this.#options.questionOf(url);
    if (method !== 'GET' || this.#making.has(question) || STREAMED.test(url)) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#making.set(question, promise);
    reply.raw.once('close', () => {
      this.#making.delete(question);
      resolve();
    });
  }

  /** Sets what a kept reply is sent with. @returns its body; none where the reader has it already. */
  async #send(request: FastifyRequest, reply: FastifyReply, kept: KeptReply): Promise<Buffer | null> {
    const encoding = kept.encodingFor(request.headers['accept-encoding']);
    const etag = kept.etag(encoding);
    const stale = this.#options.releases.secondsStale();
    reply
      .header('content-type', kept.type)
      .header('etag', etag)
      .header('cache-control', stale === undefined ? lifetimeOf(request.url) : 'no-cache')
      .header('vary', 'accept-encoding');
    if (stale !== undefined)
      reply
        .header('age', stale)
        .header('warning', '110 - "the database is away"')
        // Of the document it stands in, this is the one header a script can read.
        .header('server-timing', `stale;dur=${stale}`);
    reply.headers(kept.headers);
    if (isNamed(request.headers['if-none-match'], etag)) {
      reply.code(304).removeHeader('content-type');
      return null;
    }
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return kept.body(encoding, () => {
      // Counted anew, unless something newer stands there.
      const question = this.#options.questionOf(request.url);
      if (this.#replies.peek(question) === kept) this.#replies.set(question, kept);
    });
  }
}

const isBody = (payload: unknown): payload is string | Buffer =>
  typeof payload === 'string' || Buffer.isBuffer(payload);

const headersOf = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(
    ['content-disposition', 'link'].flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );

/**
 * The figures of a release asked for by number stay, but how they are said is for the code of the day: no address names that
 * too, so none is kept for longer than minutes without asking whether it still holds.
 */
const lifetimeOf = (url: string) =>
  `public, max-age=${/[?&]release=\d/.test(url) ? 300 : 30}, must-revalidate`;

/** Whether a reader names the body it has, possibly among others and as a weak tag, or has any (`*`). */
export const isNamed = (named: string | undefined, etag: string) =>
  named !== undefined &&
  (named.trim() === '*' || named.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));
