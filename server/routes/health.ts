import { healthReply } from '../contract/replies.ts';
import type { RouteContext, TypedInstance } from './context.ts';

export function healthRoutes(app: TypedInstance, { releases }: RouteContext): void {
  app.get(
    '/health',
    {
      schema: { summary: 'Whether figures can be served', response: { 200: healthReply, 503: healthReply } },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      try {
        return { status: 'ok' as const, release: await releases.newest(), database: 'up' as const };
      } catch {
        reply.code(503);
        return { status: 'unavailable' as const, release: null, database: 'down' as const };
      }
    },
  );
}
