import { join } from 'node:path';
import pg from 'pg';
import { connectReader, type DatabaseLocation } from '../../db/connect.ts';
import { temporaryServer } from '../../db/embedded/temporary.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { paths } from '../contract/paths.ts';
import { median } from '../stats/median.ts';
import { runProgram } from '../testing-process.ts';
import type { CubeRun } from './cube-run.ts';
import {
  bandsOfCube,
  type CubeShape,
  defineCube,
  doseIds,
  groupsOfCube,
  HUNDREDTH,
  scheme,
  WHOLE_CUBE,
  weeksOf,
} from './cube-shape.ts';
import type { Out } from './out.ts';

const AT_MOST = { seconds: 300, ratio: 1.5 };
const ROUNDS = 300;
const RUN = join(import.meta.dirname, 'cube-run.ts');

type Fetch = (url: string) => Promise<number>;
type Slice = (shape: CubeShape, round: number) => string;

/** Takes another one each round, in no order that a cache could use. */
const oneOf = <T>(list: readonly T[], round: number, salt: number): T =>
  list[(round * 7919 + salt * 104_729) % list.length] as T;

const stratum = (shape: CubeShape, round: number) => ({
  ethnicScheme: scheme,
  ethnicGroup: oneOf(groupsOfCube(shape), round, 1),
  ageBand: oneOf(bandsOfCube(shape), round, 2),
});

const slices = (wards: readonly string[]): Readonly<Record<string, Slice>> => ({
  'map of one stratum and week': (shape, round) =>
    paths.indicatorAreas(oneOf(doseIds(shape), round, 3), {
      ...stratum(shape, round),
      areaType: 'ward',
      period: oneOf(weeksOf(shape), round, 4),
    }),
  'trend of one stratum and ward, 120 weeks': (shape, round) =>
    paths.trend(oneOf(doseIds(shape), round, 3), { ...stratum(shape, round), area: oneOf(wards, round, 5) }),
  'every ward of one stratum over 120 weeks': (shape, round) =>
    paths.areasOverTime(oneOf(doseIds(shape), round, 3), { ...stratum(shape, round), areaType: 'ward' }),
});

/** 1.8 million cells loaded, published and asked for, beside a hundredth of them in the same place. */
export async function benchCube(out: Out): Promise<void> {
  defineCube();
  const server = await temporaryServer();
  const placeOf = placesOn(server.databaseUrl);
  try {
    const [whole, hundredth] = [await placeOf('whole'), await placeOf('hundredth')];
    out('A cube of doses');
    report(await measured(whole, WHOLE_CUBE), out);
    const few = await measured(hundredth, HUNDREDTH);
    out(`  beside it ${cellsOf(few)}`);
    await timeSlices(whole, hundredth, out);
  } finally {
    await server.stop();
  }
}

const placesOn =
  (server: string) =>
  async (name: string): Promise<DatabaseLocation> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return { databaseUrl: server.replace(/\/postgres$/, `/${name}`) };
  };

async function measured(location: DatabaseLocation, shape: CubeShape): Promise<CubeRun> {
  const { code, out, err } = await runProgram([RUN, JSON.stringify(location), JSON.stringify(shape)], {});
  if (code !== 0) throw new Error(`publishing a cube ended with ${code}: ${err}`);
  return JSON.parse(out) as CubeRun;
}

const thousands = (value: number) => value.toLocaleString('en-GB');
const cellsOf = ({ cells, estimates }: CubeRun) =>
  `${thousands(cells)} cells, ${thousands(estimates)} estimates`;
const met = (is: boolean): string => (is ? 'met' : 'NOT MET');

function report(run: CubeRun, out: Out): void {
  const { load, publish, again, megabytes } = run;
  const both = load + publish;
  out(`  ${cellsOf(run)}, most memory of the process ${thousands(megabytes)} MB`);
  out(
    `  loaded in ${load.toFixed(1)} s and published in ${publish.toFixed(1)} s, together at most ${AT_MOST.seconds} s: ${met(both <= AT_MOST.seconds)}`,
  );
  out(`  published again with nothing changed: ${again.toFixed(1)} s`);
}

/** The two take turns, so that both meet the same machine. */
async function timeSlices(whole: DatabaseLocation, hundredth: DatabaseLocation, out: Out): Promise<void> {
  const [big, small] = [await startApp(whole), await startApp(hundredth)];
  try {
    const wards = await big.wards();
    const all = slices(wards);
    const first = Object.values(all)[0] as Slice;
    // The small one first, which warms up the compiler for both.
    const afterStart = [
      await small.fetch(first(HUNDREDTH, 0)),
      await big.fetch(first(WHOLE_CUBE, 0)),
    ].reverse();
    out(`  first map after a start: ${afterStart.map((ms) => `${ms.toFixed(0)} ms`).join(' against ')}`);
    for (const [name, slice] of Object.entries(all)) {
      const times = { big: [] as number[], small: [] as number[] };
      for (let round = 1; round <= ROUNDS; round++) {
        times.big.push(await big.fetch(slice(WHOLE_CUBE, round)));
        times.small.push(await small.fetch(slice(HUNDREDTH, round)));
      }
      // The first rounds warm up the compiler.
      const [own, other] = [times.big, times.small].map((list) => median(list.slice(ROUNDS / 3)));
      const ratio = (own ?? Number.NaN) / (other ?? Number.NaN);
      out(
        `  ${name}: ${own?.toFixed(2)} ms against ${other?.toFixed(2)} ms, ratio ${ratio.toFixed(2)}, at most ${AT_MOST.ratio}: ${met(ratio <= AT_MOST.ratio)}`,
      );
    }
  } finally {
    await big.close();
    await small.close();
  }
}

async function startApp(location: DatabaseLocation) {
  const reader = connectReader(location);
  const config = { ...readConfig({}), requestsPerMinute: 1_000_000_000 };
  const app = await buildApp({ db: reader.kysely, config, now: () => new Date(), keepReplies: false });
  const fetch: Fetch = async (url) => {
    const start = performance.now();
    const reply = await app.inject(url);
    const took = performance.now() - start;
    if (reply.statusCode !== 200) throw new Error(`${url} gave ${reply.statusCode}: ${reply.body}`);
    return took;
  };
  return {
    fetch,
    wards: async () =>
      (
        await reader.kysely.selectFrom('release.area').select('code').where('type', '=', 'ward').execute()
      ).map(({ code }) => code),
    close: async () => {
      await app.close();
      await reader.close();
    },
  };
}
