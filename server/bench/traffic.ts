/** Many readers at once: how soon each is answered, what a reply costs, and what memory it takes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '../contract/paths.ts';
import { median } from '../stats/median.ts';
import { runProgram } from '../testing-process.ts';
import type { Out } from './out.ts';
import { megabytesHeld, processorSeconds } from './process-use.ts';
import type { Answered, ReadersAsking } from './readers.ts';
import { type RunningSite, withSite } from './running-site.ts';

const READERS = 300;
const PER_SECOND = 5;
const PACED_SECONDS = 60;
const FULL_SECONDS = 6;
const AT_MOST = { p95: 100, p99: 250, grown: 150, kept: 50, stampede: 1000 };
const AT_LEAST = { compressed: 0.9 };

const WARDS = { areaType: 'ward' } as const;
/** What people ask for: maps, courses, the board, an area, gaps; twenty addresses. */
const ADDRESSES = [
  ...['all', '16-24', '25-34', '35-49', '50-64', '65-plus'].flatMap((ageBand) =>
    ['covid-19-dose-1', 'covid-19-dose-2'].map((id) => paths.indicatorAreas(id, { ...WARDS, ageBand })),
  ),
  paths.indicatorAreas('residents', WARDS),
  paths.indicators(),
  paths.areas({ type: 'ward' }),
  paths.boundaries('ward'),
  paths.board(),
  paths.disparityOverview(),
  paths.trend('residents', {}),
  paths.releases(),
];
/** Asked by all at once on a server that has answered nothing yet. */
const COLD = [paths.board(), paths.disparityOverview(), paths.indicators(), ADDRESSES[0] ?? ''];

const met = (is: boolean): string => (is ? 'met' : 'NOT MET');

export async function benchTraffic(out: Out): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-traffic-'));
  try {
    // What a first start makes is not what is measured.
    await withSite(folder, async () => undefined);
    await withSite(folder, (server) => stampede(server, out));
    await withSite(folder, async (server) => {
      await compare(server, out);
      await paced(server, out);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ask(asking: ReadersAsking): Promise<Answered> {
  const { code, out, err } = await runProgram(['server/bench/readers.ts', JSON.stringify(asking)], {});
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

const said = ({ faults, kinds }: Answered) =>
  `${faults} faults${faults === 0 ? '' : ` (${kinds.join('; ')})`}`;

/** @returns the replies, and milliseconds of a processor that each cost the server. */
async function costed(
  server: RunningSite,
  asking: Omit<ReadersAsking, 'port'>,
): Promise<Answered & { cost: number }> {
  const before = processorSeconds(server.pid);
  const answered = await ask({ port: server.port, ...asking });
  return { ...answered, cost: (1000 * (processorSeconds(server.pid) - before)) / answered.replies };
}

async function stampede({ port }: RunningSite, out: Out): Promise<void> {
  const answered = await ask({
    port,
    paths: COLD,
    readers: READERS,
    seconds: 0.001,
    encoding: 'br',
    perSecond: 1000,
  });
  const { replies, longest } = answered;
  out(
    `Cold stampede of ${READERS} on ${COLD.length} addresses: ${replies} replies, ${said(answered)}, the last after ${longest.toFixed(0)} ms, at most ${AT_MOST.stampede}: ${met(longest <= AT_MOST.stampede && replies >= READERS && answered.faults === 0)}`,
  );
}

/** Without pause: the same server compressed and not, in turn. */
async function compare(server: RunningSite, out: Out): Promise<void> {
  const asking = { paths: ADDRESSES, readers: READERS };
  for (const encoding of ['br', 'identity'] as const)
    await ask({ ...asking, port: server.port, encoding, seconds: 4 });
  const ratios: number[] = [];
  for (let run = 1; run <= 3; run++) {
    const compressed = await costed(server, { ...asking, encoding: 'br', seconds: FULL_SECONDS });
    const plain = await costed(server, { ...asking, encoding: 'identity', seconds: FULL_SECONDS });
    ratios.push(compressed.replies / plain.replies);
    out(
      `  without pause, run ${run}: Brotli ${perSecond(compressed)}, uncompressed ${perSecond(plain)}, ${said(compressed)} and ${said(plain)}`,
    );
  }
  const ratio = median(ratios);
  out(`  ratio ${ratio.toFixed(2)}, at least ${AT_LEAST.compressed}: ${met(ratio >= AT_LEAST.compressed)}`);
}

const perSecond = ({ replies, cost }: { replies: number; cost: number }) =>
  `${Math.round(replies / FULL_SECONDS)} replies a second at ${cost.toFixed(3)} ms of a processor each`;

/** At the pace of people, when all of it has been asked before. */
async function paced(server: RunningSite, out: Out): Promise<void> {
  const asking = { paths: ADDRESSES, readers: READERS, encoding: 'br', perSecond: PER_SECOND } as const;
  await ask({ ...asking, port: server.port, seconds: 10 });
  await pause(5000);
  const warm = megabytesHeld(server.pid);
  let most = warm;
  const watching = setInterval(() => {
    most = Math.max(most, megabytesHeld(server.pid));
  }, 500);
  const answered = await costed(server, { ...asking, seconds: PACED_SECONDS });
  clearInterval(watching);
  await pause(60_000);
  const after = megabytesHeld(server.pid);
  const { p95, p99, cost, faults, replies } = answered;
  out(
    `${READERS} readers, ${READERS * PER_SECOND} questions a second, ${PACED_SECONDS} s: ${replies} replies, ${said(answered)}: ${met(faults === 0)}`,
  );
  out(`  cost ${cost.toFixed(3)} ms of a processor a reply; median ${answered.median.toFixed(1)} ms`);
  out(`  p95 ${p95.toFixed(0)} ms, at most ${AT_MOST.p95}: ${met(p95 <= AT_MOST.p95)}`);
  out(`  p99 ${p99.toFixed(0)} ms, at most ${AT_MOST.p99}: ${met(p99 <= AT_MOST.p99)}`);
  out(
    `  memory ${warm.toFixed(0)} MB warm, at most ${(most - warm).toFixed(0)} MB more while asked (at most ${AT_MOST.grown}: ${met(most - warm <= AT_MOST.grown)}), ${(after - warm).toFixed(0)} MB more a minute after (at most ${AT_MOST.kept}: ${met(after - warm <= AT_MOST.kept)})`,
  );
}
