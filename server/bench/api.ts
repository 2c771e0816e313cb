import autocannon from 'autocannon';
import fastify from 'fastify';
import { connectOwner, connectReader } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { startPostgres } from '../../db/testing-postgres.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { paths } from '../contract/paths.ts';
import { loadDemonstration } from '../demonstration.ts';
import type { Out } from './cli.ts';
import { median } from './median.ts';

const SECONDS = 4;
const CONNECTIONS = 20;
const TARGETS = { cached: 1 / 2, 'not cached': 1 / 10 } as const;

/** The map reply against a bare route that sends the same bytes, load made in a thread of its own. */
export async function benchApi(out: Out): Promise<void> {
  const config = { ...readConfig({}), requestsPerMinute: 1_000_000_000 };
  const now = () => new Date();
  const server = await startPostgres();
  const owner = connectOwner({ databaseUrl: server.url });
  await migrate(owner.kysely);
  await loadDemonstration(owner, config.place, now);
  await owner.close();
  const reader = connectReader({ databaseUrl: server.url });
  const apps = {
    cached: await buildApp({ db: reader.kysely, config, now }),
    'not cached': await buildApp({ db: reader.kysely, config, now, keepReplies: false }),
  };
  const url = paths.indicatorAreas('covid-19-dose-1', { ageBand: '65-plus', areaType: 'ward' });
  const { body } = await apps.cached.inject(url);
  const bare = fastify();
  bare.get('/', async (_request, reply) => reply.type('application/json; charset=utf-8').send(body));

  const addresses = {
    bare: `${await bare.listen({ port: 0, host: '127.0.0.1' })}/`,
    cached: `${await apps.cached.listen({ port: 0, host: '127.0.0.1' })}${url}`,
    'not cached': `${await apps['not cached'].listen({ port: 0, host: '127.0.0.1' })}${url}`,
  };
  try {
    out(`Map reply on PostgreSQL, ${body.length} bytes, ${CONNECTIONS} connections, requests per second`);
    const rates: Record<keyof typeof addresses, number[]> = { bare: [], cached: [], 'not cached': [] };
    for (let run = 1; run <= 3; run++) {
      for (const [name, address] of Object.entries(addresses) as [keyof typeof addresses, string][]) {
        rates[name].push(await requestsPerSecond(address));
      }
    }
    for (const name of ['cached', 'not cached'] as const) {
      const ratio = median(rates[name].map((rate, run) => rate / (rates.bare[run] ?? Number.NaN)));
      const [own, against] = [median(rates[name]), median(rates.bare)].map(Math.round);
      const verdict = ratio >= TARGETS[name] ? 'met' : 'NOT MET';
      out(
        `  ${name}: ${own} against ${against} bare, ratio ${ratio.toFixed(2)}, at least ${TARGETS[name]}: ${verdict}`,
      );
    }
  } finally {
    for (const app of [bare, apps.cached, apps['not cached']]) await app.close();
    await reader.close();
    await server.stop();
  }
}

async function requestsPerSecond(url: string): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, workers: 1 });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx + result.errors} bad replies`);
  return result.requests.average;
}
