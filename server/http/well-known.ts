/** What programs look for at fixed addresses: what may be collected, and where a weakness is reported. */
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { basePathOf } from './base-path.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

export function wellKnownRoutes(
  app: FastifyInstance,
  { publicUrl, contact }: Partial<Pick<Config, 'publicUrl' | 'contact'>>,
): void {
  const text = (url: string, lines: () => readonly string[]) =>
    app.get(url, { schema: { hide: true } }, async (_request, reply) =>
      reply
        .type('text/plain; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(`${lines().join('\n')}\n`),
    );
  // Figures may be collected; each address of the API is a question, and there is no end of questions.
  text('/robots.txt', () => [
    'User-agent: *',
    ...['/api/', '/metrics'].map((path) => `Disallow: ${basePathOf(publicUrl)}${path}`),
  ]);
  if (contact === undefined) return;
  text('/.well-known/security.txt', () => [
    `Contact: ${contact}`,
    `Expires: ${new Date(Date.now() + YEAR_MS).toISOString()}`,
    'Preferred-Languages: en',
    ...(publicUrl === undefined ? [] : [`Canonical: ${publicUrl}/.well-known/security.txt`]),
  ]);
}
