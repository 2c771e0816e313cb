/** How much one address may ask: what has to be worked out counts whole, what is only sent again a fiftieth of that. */
import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ProblemError } from '../errors.ts';

export type AnswerEffort = 'anew' | 'memory' | 'not-found';
const COSTS: Readonly<Record<AnswerEffort, number>> = { anew: 50, memory: 1, 'not-found': 1 };
const MINUTE_SECONDS = 60;

export class RequestLimits {
  readonly #limiter: RateLimiterMemory;

  /** @param perMinute replies made anew; of those from memory fifty times as many. */
  constructor(perMinute: number) {
    this.#limiter = new RateLimiterMemory({ points: perMinute * COSTS.anew, duration: MINUTE_SECONDS });
  }

  /** @throws ProblemError where the address of the request has asked too much. */
  async charge({ ip }: FastifyRequest, effort: AnswerEffort): Promise<void> {
    try {
      await this.#limiter.consume(readerAt(ip), COSTS[effort]);
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      const { msBeforeNext = 0 } = refused as { msBeforeNext?: number };
      throw new TooManyRequests(Math.max(1, Math.ceil(msBeforeNext / 1000)));
    }
  }
}

/**
 * One reader behind an address: some proxies add the port of each connection, and with IPv6 one house has a whole network
 * (/64) of addresses.
 */
export function readerAt(address: string): string {
  const plain = address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/^\[([^\]]+)\](:\d+)?$/, '$1');
  if (isIP(plain) !== 6) return plain;
  const [before = '', after] = plain.split('::');
  const groups = (text = '') => (text === '' ? [] : text.split(':'));
  const [left, right] = [groups(before), groups(after)];
  const zeros = after === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: Math.max(zeros, 0) }, () => '0'), ...right].slice(0, 4).join(':');
}

export class TooManyRequests extends ProblemError {
  readonly seconds: number;

  constructor(seconds: number) {
    super('too-many-requests', `Too many requests from this address; try again in ${seconds} seconds.`);
    this.seconds = seconds;
  }
}
