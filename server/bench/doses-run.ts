/** Loads the demonstration, then protects, proves and publishes its doses from nothing: a process of its own. */
import { connectOwner } from '../../db/connect.ts';
import { temporaryServer } from '../../db/embedded/temporary.ts';
import { migrate } from '../../db/migrate.ts';
import { readConfig } from '../config.ts';
import { loadEverything } from '../demonstration.ts';
import { runPublish } from '../publish/run.ts';

export interface DosesRun {
  /** What publishing said of the proof. */
  readonly said: string;
  readonly estimates: number;
  readonly withheld: number;
  /** Seconds: by the clock, and of the processor. */
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

async function run(dataset: string): Promise<DosesRun> {
  const { place } = readConfig({});
  const server = await temporaryServer();
  const database = connectOwner(server);
  try {
    await migrate(database.kysely);
    const now = () => new Date();
    await loadEverything(database, place, now);
    const said: string[] = [];
    const [clock, before] = [performance.now(), process.cpuUsage()];
    const { datasets } = await runPublish([dataset], {
      database,
      place,
      now,
      log: (line) => said.push(line),
    });
    const { user, system } = process.cpuUsage(before);
    const [{ estimates = 0, withheld = 0 } = {}] = datasets;
    return {
      said: said.at(-1) ?? '',
      estimates,
      withheld,
      seconds: (performance.now() - clock) / 1000,
      processor: (user + system) / 1e6,
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    await database.close();
    await server.stop();
  }
}

const [dataset = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await run(dataset)));
