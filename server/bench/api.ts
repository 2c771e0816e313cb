import autocannon from 'autocannon';
import fastify from 'fastify';
import { connectReader } from '../../db/connect.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { paths } from '../contract/paths.ts';
import { median } from '../stats/median.ts';
import { demonstrationServer } from './demonstration-server.ts';
import type { Out } from './out.ts';

const SECONDS = 4;
const CONNECTIONS = 20;
const AGE_BANDS = [
  'all',
  '16-24',
  '25-34',
  '35-49',
  '50-64',
  '65-plus',
  '25-29',
  '30-34',
  '35-39',
  '40-44',
  '45-49',
];
/** What each way of asking has to reach of a bare route, where the issue names a share. */
const TARGETS: Readonly<Record<string, number>> = { cached: 0.5, 'not cached': 0.1 };

/** The map reply against a bare route that sends the same bytes, load made in a thread of its own. */
export async function benchApi(out: Out): Promise<void> {
  const config = { ...readConfig({}), requestsPerMinute: 1_000_000_000 };
  const now = () => new Date();
  const server = await demonstrationServer();
  const reader = connectReader(server);
  const apps = {
    cached: await buildApp({ db: reader.kysely, config, now }),
    'not cached': await buildApp({ db: reader.kysely, config, now, keepReplies: false }),
  };
  const url = paths.indicatorAreas('covid-19-dose-1', { ageBand: '65-plus', areaType: 'ward' });
  const { body } = await apps.cached.inject(url);
  const bare = fastify();
  bare.get('/', async (_request, reply) => reply.type('application/json; charset=utf-8').send(body));

  const listening = async (app: { listen: typeof bare.listen }) => app.listen({ port: 0, host: '127.0.0.1' });
  const [alone, cached, anew] = [
    await listening(bare),
    await listening(apps.cached),
    await listening(apps['not cached']),
  ];
  const everyMap = ['covid-19-dose-1', 'covid-19-dose-2'].flatMap((id) =>
    AGE_BANDS.map((ageBand) => paths.indicatorAreas(id, { ageBand, areaType: 'ward' })),
  );
  const ways = {
    bare: { address: alone, urls: ['/'] },
    cached: { address: cached, urls: [url] },
    'not cached': { address: anew, urls: [url] },
    'not cached, everyone another map': { address: anew, urls: everyMap },
  };
  try {
    out(`Map reply on PostgreSQL, ${body.length} bytes, ${CONNECTIONS} connections, requests per second`);
    const rates = new Map<string, number[]>();
    for (let run = 1; run <= 3; run++) {
      for (const [name, way] of Object.entries(ways)) {
        rates.set(name, [...(rates.get(name) ?? []), await requestsPerSecond(way.address, way.urls)]);
      }
    }
    const bareRates = rates.get('bare') ?? [];
    for (const [name, own] of rates) {
      if (name === 'bare') continue;
      const ratio = median(own.map((rate, run) => rate / (bareRates[run] ?? Number.NaN)));
      const target = TARGETS[name];
      const verdict =
        target === undefined ? '' : `, at least ${target}: ${ratio >= target ? 'met' : 'NOT MET'}`;
      out(
        `  ${name}: ${Math.round(median(own))} against ${Math.round(median(bareRates))} bare, ratio ${ratio.toFixed(2)}${verdict}`,
      );
    }
  } finally {
    for (const app of [bare, apps.cached, apps['not cached']]) await app.close();
    await reader.close();
    await server.stop();
  }
}

/** Each connection asks for the maps in turn, starting at another one. */
async function requestsPerSecond(address: string, urls: readonly string[]): Promise<number> {
  let next = 0;
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: SECONDS,
    ...(urls.length === 1
      ? { workers: 1, requests: [{ path: urls[0] ?? '/' }] }
      : {
          setupClient: (client) => {
            const turned = urls.map((_, i) => ({ path: urls[(i + next) % urls.length] ?? '/' }));
            next++;
            client.setRequests(turned);
          },
        }),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${address}: ${result.non2xx + result.errors} bad replies`);
  return result.requests.average;
}
