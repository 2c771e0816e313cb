import { connectReader } from '../../db/connect.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { median } from '../stats/median.ts';
import { demonstrationServer } from './demonstration-server.ts';
import type { Out } from './out.ts';

const ROUNDS = 60;

interface RepliesOptions {
  /** How many times as long as the first reply some may take. */
  readonly atMost?: Readonly<Record<string, number>>;
  /** True times answers from memory. */
  readonly keepReplies?: boolean;
}

/** Times replies of the demonstration one at a time, each beside the first in the same rounds. */
export async function benchReplies(
  title: string,
  replies: Readonly<Record<string, string>>,
  out: Out,
  { atMost = {}, keepReplies = false }: RepliesOptions = {},
): Promise<void> {
  const config = { ...readConfig({}), requestsPerMinute: 1_000_000_000 };
  const now = () => new Date();
  const server = await demonstrationServer();
  const reader = connectReader(server);
  const app = await buildApp({ db: reader.kysely, config, now, keepReplies });
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
    out(title);
    for (const [name, own] of times) {
      const ratio = median(own) / base;
      const limit = atMost[name];
      const verdict = limit === undefined ? '' : `, at most ${limit}: ${ratio <= limit ? 'met' : 'NOT MET'}`;
      out(
        `  ${name}: ${median(own).toFixed(1)} ms, ${ratio.toFixed(1)} times a map reply${verdict}, ${sizes.get(name)} characters`,
      );
    }
  } finally {
    await app.close();
    await reader.close();
    await server.stop();
  }
}
