import { connectOwner, connectReader } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { startPostgres } from '../../db/testing-postgres.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { paths } from '../contract/paths.ts';
import { loadDemonstration } from '../demonstration.ts';
import type { Out } from './cli.ts';
import { median } from './median.ts';

const ROUNDS = 60;

const replies: Readonly<Record<string, string>> = {
  'map of the rate': paths.indicatorAreas('living-in-deprived-areas', { areaType: 'ward' }),
  'groups of one indicator, five ethnic groups': paths.disparities('living-in-deprived-areas'),
  'groups of one indicator, sixteen, with unknown': paths.disparities('covid-19-dose-2-of-dose-1', {
    area: 'E92000001',
  }),
  'fifths of wards, age-standardised': paths.disparities('covid-19-dose-1'),
  'gap over time': paths.gapTrend('covid-19-dose-1'),
  'map of the gap': paths.gaps('living-in-deprived-areas', { group: 'black' }),
  'heat map by ethnic group': paths.disparityOverview(),
  'heat map by deprivation': paths.disparityOverview({ by: 'deprivation' }),
  'ledger of commitments': paths.ledger(),
};

/** What each reply about gaps costs when it is not in memory, beside a map reply timed in the same rounds. */
export async function benchDisparities(out: Out): Promise<void> {
  const config = { ...readConfig({}), requestsPerMinute: 1_000_000_000 };
  const now = () => new Date();
  const server = await startPostgres();
  const owner = connectOwner({ databaseUrl: server.url });
  await migrate(owner.kysely);
  await loadDemonstration(owner, config.place, now);
  await owner.close();
  const reader = connectReader({ databaseUrl: server.url });
  const app = await buildApp({ db: reader.kysely, config, now, keepReplies: false });
  const times = new Map<string, number[]>();
  const sizes = new Map<string, number>();
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, url] of Object.entries(replies)) {
        const start = performance.now();
        const reply = await app.inject(url);
        const took = performance.now() - start;
        if (reply.statusCode !== 200) throw new Error(`${url} gave ${reply.statusCode}`);
        // The first rounds warm up the compiler.
        if (round >= ROUNDS / 3) times.set(name, [...(times.get(name) ?? []), took]);
        sizes.set(name, reply.body.length);
      }
    }
    const [first = ''] = Object.keys(replies);
    const base = median(times.get(first) ?? []);
    out('Replies about gaps on PostgreSQL, none in memory, one at a time');
    for (const [name, own] of times) {
      const ms = median(own);
      out(
        `  ${name}: ${ms.toFixed(1)} ms, ${(ms / base).toFixed(1)} times a map reply, ${sizes.get(name)} characters`,
      );
    }
  } finally {
    await app.close();
    await reader.close();
    await server.stop();
  }
}
