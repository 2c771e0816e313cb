import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { connectOwner } from '../../db/connect.ts';
import { joinServer } from '../../db/embedded/server.ts';
import { paths } from '../contract/paths.ts';
import type { IndicatorsReply } from '../contract/replies.ts';
import { type Environment, printed, runProgram, startProgram } from '../testing-process.ts';
import type { Out } from './out.ts';

const READERS = 50;
const EVERY_MS = 500;
const QUIET_MS = 15_000;
/** How much longer a reply may take while somebody publishes: so many times, or so many milliseconds more. */
const AT_MOST = { times: 1.5, more: 50 };
const DATASETS = [
  'residents',
  'geography',
  'childhood-vaccination',
  'covid-19-vaccination',
  'deprivation-2025',
  'census-2021',
];

/** Fifty readers who ask twice a second each, before and while all that matters is published anew beside them. */
export async function benchPublishing(out: Out): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-publishing-'));
  const environment: Environment = { DATA_FOLDER: folder, REQUESTS_PER_MINUTE: '1000000' };
  const server = startProgram(['server/main.ts', '--no-web'], { ...environment, PORT: '0' });
  const ended = once(server, 'exit');
  try {
    const [address] = await printed(server, /http:\/\/\S+/);
    const readers = new Readers(address, await questions(address));
    await readers.during(pause(3000));
    const quiet = await readers.during(pause(QUIET_MS));
    await revise(folder);
    const publishing = await readers.during(
      runProgram(['server/jobs/publish-cli.ts', ...DATASETS], environment).then(({ code, err }) => {
        if (code !== 0) throw new Error(err);
        // The new release is asked for too.
        return pause(3000);
      }),
    );
    out(`${READERS} readers who ask twice a second each, milliseconds at the 95th percentile`);
    out(`  before: ${quiet.p95.toFixed(0)} (${quiet.replies} replies)`);
    const allowed = Math.max(AT_MOST.times * quiet.p95, quiet.p95 + AT_MOST.more);
    out(
      `  while publishing: ${publishing.p95.toFixed(0)} (${publishing.replies} replies in ${publishing.seconds.toFixed(0)} s), at most ${allowed.toFixed(0)}: ${publishing.p95 <= allowed ? 'met' : 'NOT MET'}`,
    );
    out(
      `  releases seen: ${[...readers.releases].join(', ')}; replies that were not wholly of one: ${readers.mixed}, failed: ${readers.failed}`,
    );
  } finally {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function questions(address: string): Promise<string[]> {
  const { indicators } = (await (await fetch(address + paths.indicators())).json()) as IndicatorsReply;
  return [
    ...indicators.map(({ id }) => paths.indicatorAreas(id)),
    ...indicators.map(({ id }) => paths.trend(id, {})),
  ];
}

/** Another figure for every area, so that every reply of the new release differs. */
async function revise(folder: string): Promise<void> {
  const { databaseUrl, leave } = await joinServer(folder);
  const owner = connectOwner({ databaseUrl });
  await sql`update intake.observation set value = value + 10 where measure in ('residents', 'children-reaching-2-years')`.execute(
    owner.kysely,
  );
  await owner.close();
  await leave();
}

interface Waited {
  readonly p95: number;
  readonly replies: number;
  readonly seconds: number;
}

class Readers {
  readonly releases = new Set<number>();
  mixed = 0;
  failed = 0;
  readonly #bodies = new Map<string, string>();
  readonly #address: string;
  readonly #questions: readonly string[];
  #asked = 0;

  constructor(address: string, questions: readonly string[]) {
    this.#address = address;
    this.#questions = questions;
  }

  /** Asks until the work is done. */
  async during(work: Promise<unknown>): Promise<Waited> {
    const took: number[] = [];
    let done = false;
    const start = performance.now();
    const reader = async (number: number) => {
      await pause((number * EVERY_MS) / READERS);
      while (!done) {
        const began = performance.now();
        await this.#ask();
        took.push(performance.now() - began);
        await pause(Math.max(0, EVERY_MS - (performance.now() - began)));
      }
    };
    const reading = Array.from({ length: READERS }, (_, number) => reader(number));
    await work.finally(() => {
      done = true;
    });
    await Promise.all(reading);
    took.sort((a, b) => a - b);
    return {
      p95: took[Math.floor(0.95 * took.length)] ?? 0,
      replies: took.length,
      seconds: (performance.now() - start) / 1000,
    };
  }

  async #ask(): Promise<void> {
    const question = this.#questions[this.#asked++ % this.#questions.length] ?? '';
    const reply = await fetch(this.#address + question);
    const body = await reply.text();
    // A question that an indicator has no answer to is refused, in every release alike.
    if (reply.status === 422) return;
    if (!reply.ok) {
      this.failed++;
      return;
    }
    const { release } = JSON.parse(body) as { release: number };
    this.releases.add(release);
    const key = `${release} ${question}`;
    const before = this.#bodies.get(key) ?? body;
    this.#bodies.set(key, before);
    if (before !== body) this.mixed++;
  }
}
