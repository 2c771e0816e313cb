/** The process: configuration, database, app, port; and a clean end. */
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { connectOwner, connectReader, type DatabaseLocation } from '../db/connect.ts';
import { stayJoined } from '../db/embedded/server.ts';
import { serveAlone } from '../db/embedded/serving.ts';
import { migrate } from '../db/migrate.ts';
import { type ReachedDatabase, reachDatabase } from '../db/reach.ts';
import { buildApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { isDemonstrationPlace, restoreDemonstration } from './demonstration.ts';
import { hasOpenJobs } from './jobs/queue.ts';
import { startWaitingJobs } from './jobs/start-waiting.ts';
import { buildWebIfNeeded, WEB_FOLDER } from './web-build.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (fault: Error) => void process.stderr.write(`${fault.message}\n`);
const now = () => new Date();
/** What a reply that is being sent may take once the end is asked for. */
const CLOSING_MS = 2000;

/** Before anything is loaded: a port that is taken is noticed at once. */
async function requirePort({ host, port }: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((free, failed) => {
    probe.once('error', (error: NodeJS.ErrnoException) => failed(new Error(portFault(error, host, port))));
    probe.listen(port, host, () => probe.close(() => free()));
  });
}

function portFault({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `PORT ${port} is in use on ${host}: stop what listens there, or set another PORT`;
  if (code === 'EACCES') return `PORT ${port} may not be opened by this user: set one above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST ${host} is no address of this machine`;
  return `HOST ${host}, PORT ${port}: ${message}`;
}

/** @returns what ends the work that was still waiting, and goes on beside serving. */
async function prepareDatabase(location: DatabaseLocation, { place }: Config): Promise<() => void> {
  const owner = connectOwner(location);
  try {
    await migrate(owner.kysely);
    const published = await owner.kysely
      .selectFrom('release.release')
      .select('id')
      .limit(1)
      .executeTakeFirst();
    const loaded = await owner.kysely.selectFrom('intake.load').select('id').limit(1).executeTakeFirst();
    if (published === undefined && loaded === undefined && isDemonstrationPlace(place)) {
      say('loading the demonstration figures');
      await restoreDemonstration(owner);
    }
    return (await hasOpenJobs(owner.kysely)) ? startWaitingJobs() : () => undefined;
  } finally {
    await owner.close();
  }
}

async function serve(
  config: Config,
  database: ReachedDatabase,
  withWeb: boolean,
): Promise<() => Promise<void>> {
  const endJobs = await prepareDatabase(database, config);
  if (withWeb) await buildWebIfNeeded(say);
  const reader = connectReader(database);
  const app = await buildApp({ db: reader.kysely, config, now, ...(withWeb && { webFolder: WEB_FOLDER }) });
  await app.listen({ port: config.port, host: config.host });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  say(`${config.place.name}: http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`);
  return async () => {
    endJobs();
    // A connection that asks nothing more, or only half, does not hold up the end.
    setTimeout(() => app.server.closeAllConnections(), CLOSING_MS).unref();
    await app.close();
    await reader.close();
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'no-web': { type: 'boolean', default: false } } });
  const config = readConfig(process.env);
  await requirePort(config);
  const alone = config.databaseUrl === undefined ? serveAlone(config.dataFolder) : undefined;
  const { leave, ...database } = await reachDatabase(config);
  const part =
    config.databaseUrl === undefined ? stayJoined(config.dataFolder, complain) : async () => undefined;
  const serving = serve(config, database, !values['no-web']);
  const stop = async () => {
    // Also where it is still starting: what it has begun is ended first, then the database.
    const close = await serving.catch(() => undefined);
    await close?.();
    await part();
    await leave();
    alone?.release();
    process.exit(process.exitCode ?? 0);
  };
  // A second signal while closing ends the process at once, as people expect of a second Ctrl-C.
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('SIGHUP', stop);
  try {
    await serving;
  } catch (error) {
    await part();
    await leave();
    throw database.explain(error);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
