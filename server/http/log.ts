/**
 * What is written down of a request: its number, its way and how it went - never a body, a header, or the part of an address after
 * the question mark, which could name anything.
 */
import type { FastifyInstance, FastifyServerOptions } from 'fastify';

/** What Fastify makes its log of. */
export type LogSettings = Exclude<NonNullable<FastifyServerOptions['logger']>, boolean>;

/** A reply that took longer is worth a line. */
const SLOW_MS = 1000;

const pathOf = (url: string) => url.split('?')[0];

export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      path: pathOf(request.url),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.elapsedTime > SLOW_MS) request.log.warn(line, 'slow');
    else request.log.info(line, 'answered');
  });
}

/** What pino is to write: errors by their kind, words and place in the code; a request by its number alone. */
export const logSettings = (level: string, stream?: { write(line: string): void }): LogSettings => ({
  level,
  base: null,
  ...(stream && { stream }),
  serializers: {
    req: () => ({}),
    res: () => ({}),
    err: ({ name, message, stack = '', code = '' }) => ({ type: name, code, message, stack }),
  },
});
