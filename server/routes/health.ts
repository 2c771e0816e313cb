import type { FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import { healthReply, liveReply } from '../contract/health-replies.ts';
import { RETRY_SECONDS } from '../errors.ts';
import type { RouteContext, TypedInstance } from './context.ts';

const STATUS = {
  ok: { status: 'ok', database: 'up' },
  degraded: { status: 'degraded', database: 'down' },
  down: { status: 'down', database: 'down' },
} as const;

export function healthRoutes(app: TypedInstance, { releases }: RouteContext): void {
  /** Figures in memory go on while the database is away. */
  const health = async () => {
    try {
      const release = await releases.newest();
      return { ...STATUS[releases.secondsStale() === undefined ? 'ok' : 'degraded'], release };
    } catch {
      return { ...STATUS.down, release: null };
    }
  };
  const answer = (reply: FastifyReply, found: Static<typeof healthReply>, isWell: boolean) => {
    reply.header('cache-control', 'no-store');
    if (!isWell) reply.code(503).header('retry-after', RETRY_SECONDS);
    return reply.send(found);
  };
  const response = { 200: healthReply, 503: healthReply };
  app.get(
    '/health',
    { schema: { summary: 'Whether figures can be served, and whether the database answers', response } },
    async (_request, reply) => {
      const found = await health();
      return answer(reply, found, found.status !== 'down');
    },
  );
  app.get(
    '/health/ready',
    {
      schema: {
        summary:
          'Whether readers should be sent here: 503 where nothing is published, or nothing is known of it',
        response,
      },
    },
    async (_request, reply) => {
      const found = await health();
      return answer(reply, found, found.status !== 'down' && found.release !== null);
    },
  );
  app.get(
    '/health/live',
    {
      schema: {
        summary: 'Whether the process answers at all; one that does not is to be started again',
        response: { 200: liveReply },
      },
    },
    async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' as const }),
  );
}
