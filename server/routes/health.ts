import { healthReply, liveReply } from '../contract/replies.ts';
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
  const response = { 200: healthReply, 503: healthReply };
  app.get(
    '/health',
    { schema: { summary: 'Whether figures can be served, and whether the database answers', response } },
    async (_request, reply) => {
      const found = await health();
      return reply
        .code(found.status === 'down' ? 503 : 200)
        .header('cache-control', 'no-store')
        .send(found);
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
      return reply
        .code(found.status !== 'down' && found.release !== null ? 200 : 503)
        .header('cache-control', 'no-store')
        .send(found);
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
