/** What whoever runs it can watch, for Prometheus. Nothing of it counts people or says what was asked. */
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ReleasesInMemory } from '../routes/releases-in-memory.ts';

export class Measures {
  readonly #registry = new Registry();
  readonly #replies: Counter<'from'>;

  constructor(releases: ReleasesInMemory) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#replies = new Counter({
      name: 'replies_total',
      help: 'Questions about figures, by whether their reply was made anew or sent from memory.',
      labelNames: ['from'],
      registers,
    });
    new Gauge({
      name: 'database_away_seconds',
      help: 'How long the database has not answered; 0 while it does.',
      registers,
      collect() {
        this.set(releases.secondsStale() ?? 0);
      },
    });
  }

  countReply(from: 'memory' | 'anew'): void {
    this.#replies.inc({ from });
  }

  /** Times every request by its route, and answers `/metrics` where that is wanted. */
  watch(app: FastifyInstance, isAnswering: boolean): void {
    if (!isAnswering) return;
    const seconds = new Histogram({
      name: 'http_request_seconds',
      help: 'Seconds until a reply was sent, by method, route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.25, 1, 5],
      registers: [this.#registry],
    });
    // Looked up by its labels at each request, a series would cost more than counting in it.
    const known = new Map<string, { observe(value: number): void }>();
    app.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'none';
      const key = `${request.method} ${route} ${reply.statusCode}`;
      let series = known.get(key);
      if (series === undefined) {
        series = seconds.labels({ method: request.method, route, status: reply.statusCode });
        known.set(key, series);
      }
      series.observe(reply.elapsedTime / 1000);
    });
    app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
      reply.type(this.#registry.contentType).header('cache-control', 'no-store');
      return this.#registry.metrics();
    });
  }
}
