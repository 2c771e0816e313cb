import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectOwner } from '../../db/connect.ts';
import { joinServer } from '../../db/embedded/server.ts';
import { migrate } from '../../db/migrate.ts';
import { paths } from '../contract/paths.ts';
import type { IndicatorAreasReply } from '../contract/replies.ts';
import { load, loadPlace, lsoas, testPlace, wards } from '../ingest/testing.ts';
import { hasOpenJobs } from '../jobs/queue.ts';
import { seededRandom } from '../random.ts';
import { type Environment, pidOf, printed, runProgram, startProgram } from '../testing-process.ts';
import { outlines } from '../testing-releases.ts';
import type { Out } from './out.ts';

import { kill, type Victim, victims } from './victims.ts';

const SEED = 13;
const ROUNDS = 20;
const works = ['load', 'publish'] as const;
type Work = (typeof works)[number];

interface Installation {
  readonly folder: string;
  readonly environment: Environment;
}

const AGES = 91;
const YEARS = 200;
const HEADER = 'measure,period,area_type,area_code,age_band,value';

/** Residents of every small area, age and year, each round another number: a figure tells which load it is of. */
function figures(round: number): string {
  const lines = [HEADER];
  for (let year = 1822; year < 1822 + YEARS; year++)
    for (const code of lsoas)
      for (let age = 0; age < AGES; age++) lines.push(`residents,${year},lsoa,${code},${age},${round}`);
  return `${lines.join('\n')}\n`;
}

/**
 * Kills the server, the worker and PostgreSQL itself at random moments of a load and of a publish, and starts again each time:
 * nothing half-loaded, nothing lost, every reply of one release.
 */
export async function benchKills(out: Out, rounds = ROUNDS): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-kills-'));
  const placeFile = join(folder, 'place.json');
  writeFileSync(placeFile, JSON.stringify(testPlace));
  const installation = { folder, environment: { DATA_FOLDER: folder, PLACE_FILE: placeFile } };
  const random = seededRandom(SEED);
  try {
    await begin(installation);
    out(`Kills at random moments, seed ${SEED}`);
    let round = 1;
    const longest = {
      load: await timed(installation, 'load', ++round),
      publish: await timed(installation, 'publish', round),
    };
    for (const work of works) {
      for (const victim of victims) {
        const faults: string[] = [];
        for (let turn = 0; turn < rounds; turn++)
          faults.push(...(await killed(installation, victim, work, ++round, random(), longest[work])));
        out(
          `  ${victim} in mid-${work}: ${rounds} kills, ${faults.length} faults${faults.map((one) => `\n    ${one}`).join('')}`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function begin({ folder }: Installation): Promise<void> {
  const server = await joinServer(folder);
  const owner = connectOwner(server);
  await migrate(owner.kysely);
  await loadPlace(owner);
  await load(owner, 'outlines', [{ name: 'outlines.json', content: JSON.stringify(outlines()) }]);
  await load(owner, 'plain', [{ name: 'figures.csv', content: figures(1) }]);
  await owner.close();
  await server.leave();
}

/** How long a command takes here: the moment of a kill is drawn from that. */
async function timed(installation: Installation, work: Work, round: number): Promise<number> {
  const start = performance.now();
  const { code, err } = await runProgram(command(installation, work, round), installation.environment);
  if (code !== 0) throw new Error(err);
  return performance.now() - start;
}

function command({ folder }: Installation, work: Work, round: number): readonly string[] {
  if (work === 'publish') return ['server/jobs/publish-cli.ts', 'geography', 'residents'];
  const file = join(folder, 'figures.csv');
  writeFileSync(file, figures(round));
  return ['server/jobs/ingest-cli.ts', 'plain', file];
}

async function killed(
  installation: Installation,
  victim: Victim,
  work: Work,
  round: number,
  moment: number,
  longest: number,
): Promise<string[]> {
  const { folder, environment } = installation;
  if (work === 'publish') await runProgram(command(installation, 'load', round), environment);
  const asked = command(installation, work, round);
  const server = startProgram(['server/main.ts', '--no-web'], { ...environment, PORT: '0' });
  const serverEnded = once(server, 'exit');
  await printed(server, /http:\/\/\S+/);
  const running = runProgram(asked, environment);
  await pause(moment * longest);
  await kill(victim, folder, pidOf(server));
  const { code, err } = await running;
  server.kill('SIGTERM');
  await serverEnded;
  const faults: string[] = [];
  const where = `round ${round}, ${victim} killed after ${Math.round(moment * longest)} ms: `;
  // Whoever only lost a server beside it, or a worker, is not to notice.
  if (victim !== 'PostgreSQL' && code !== 0) faults.push(`${where}the command ended with ${code}: ${err}`);
  if (victim === 'PostgreSQL' && code !== 0 && err.trim().split('\n').length !== 1)
    faults.push(`${where}more than one line: ${err}`);
  // Whoever was told of a fault asks again; what had been asked for already is done without that.
  const again = code === 0 ? undefined : asked;
  faults.push(...(await afterwards(installation, work, round, again)).map((fault) => where + fault));
  return faults;
}

/** Starts again: what waited is done, the database holds the round whole, and what is served is of one release. */
async function afterwards(
  { folder, environment }: Installation,
  work: Work,
  round: number,
  again: readonly string[] | undefined,
): Promise<string[]> {
  const server = startProgram(['server/main.ts', '--no-web'], { ...environment, PORT: '0' });
  const ended = once(server, 'exit');
  const faults: string[] = [];
  try {
    const [address] = await printed(server, /http:\/\/\S+/);
    const { databaseUrl, leave } = await joinServer(folder);
    const owner = connectOwner({ databaseUrl });
    while (await hasOpenJobs(owner.kysely)) await pause(50);
    const repeated = again === undefined ? undefined : await runProgram(again, environment);
    if ((repeated?.code ?? 0) !== 0) faults.push(`asked again, the command ended with ${repeated?.err}`);
    const values = await owner.kysely
      .selectFrom('intake.observation')
      .select('value')
      .distinct()
      .where('measure', '=', 'residents')
      .execute();
    if (values.length !== 1 || values[0]?.value !== round)
      faults.push(
        `intake holds figures of ${values.map(({ value }) => value).join(', ')}, expected of ${round} alone`,
      );
    if (work === 'publish') faults.push(...(await served(address, round)));
    await owner.close();
    await leave();
  } catch (error) {
    faults.push(`the next start: ${(error as Error).message}`);
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
  return faults;
}

async function served(address: string, round: number): Promise<string[]> {
  // A new release is noticed within a second.
  await pause(1500);
  const url = new URL(
    paths.indicatorAreas('residents', { areaType: 'ward', period: '2021', ageBand: '0-15' }),
    address,
  );
  const answer = await fetch(url);
  if (!answer.ok) return [`asked for figures, the server answered ${await answer.text()}`];
  const { areas } = (await answer.json()) as IndicatorAreasReply;
  const values = areas.map((area) => (area.status === 'shown' ? area.value : -1));
  // The first ward has one small area of sixteen ages, the second two.
  const right =
    values.length === wards.length && values.every((value) => value === 16 * round || value === 32 * round);
  return right ? [] : [`served are ${JSON.stringify(values)}, expected those of ${round}`];
}
