/** The process: configuration, database, app, port; and a clean end. */
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { connectLogin, connectOwner, connectReader, type DatabaseLocation } from '../db/connect.ts';
import { databaseFault, ownFault } from '../db/embedded/faults.ts';
import { stayJoined } from '../db/embedded/server.ts';
import { serveAlone } from '../db/embedded/serving.ts';
import { addressFor, grantReading, makeLogin, newPassword } from '../db/grants.ts';
import { requirePlace } from '../db/known-place.ts';
import { knownSteps, migrate } from '../db/migrate.ts';
import { reachDatabase, tryServer } from '../db/reach.ts';
import { requireReadable, unknownSteps } from '../db/schema-steps.ts';
import { requireServingLogin } from '../db/serving-login.ts';
import { buildApp } from './app.ts';
import { BadCall, runCommand } from './command-line.ts';
import { type Config, readConfig } from './config.ts';
import { paths } from './contract/paths.ts';
import { restoreDemonstration } from './demonstration.ts';
import { logSettings } from './http/log.ts';
import { hasOpenJobs } from './jobs/queue.ts';
import { startWaitingJobs } from './jobs/start-waiting.ts';
import { recordEarlier } from './publish/definitions.ts';
import { buildWebIfNeeded, loadRender, requireBuild, WEB_FOLDER } from './web-build.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (fault: Error) => void process.stderr.write(`${fault.message}\n`);
const now = () => new Date();
/** What a reply that is being sent may take once the end is asked for. */
const CLOSING_MS = 2000;
/** The login that serves from the embedded database; its password is another one at every start. */
const EMBEDDED_READER = 'population_health_reader';

/** What the first pages ask. */
const FIRST_ASKED = [paths.indicators(), paths.board(), paths.disparityOverview()];

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

/** A database to serve from, and what goes on beside serving until it is left. */
interface Served extends DatabaseLocation {
  explain(error: unknown): Error;
  /** Ends the work that was still waiting and went on beside serving. */
  endJobs(): void;
  leave(): Promise<void>;
}

/** The database of a server: this process knows a login that reads what is published, and no other. */
async function reachServed(databaseUrl: string): Promise<Served> {
  await tryServer(databaseUrl, 'READER_DATABASE_URL');
  return {
    databaseUrl,
    explain: (error) => databaseFault(error, databaseUrl, 'READER_DATABASE_URL'),
    endJobs: () => undefined,
    leave: async () => undefined,
  };
}

/** The embedded database, which this process owns: made, filled with the demonstration where no place is named, and left. */
async function openEmbedded(config: Config): Promise<Served> {
  const { leave, databaseUrl, explain } = await reachDatabase({ ...config, databaseUrl: undefined });
  const part = stayJoined(config.dataFolder, complain);
  try {
    const { endJobs, password } = await prepareEmbedded({ databaseUrl }, config);
    return {
      databaseUrl: addressFor(databaseUrl, EMBEDDED_READER, password),
      explain,
      endJobs,
      leave: async () => {
        await part();
        await leave();
      },
    };
  } catch (error) {
    await part();
    await leave();
    throw explain(error);
  }
}

async function prepareEmbedded(
  location: DatabaseLocation,
  { place, placeConfigured }: Config,
): Promise<{ endJobs: () => void; password: string }> {
  const owner = connectOwner(location);
  try {
    // Newer code was here: what it made is served, and nothing is changed.
    const isOurs = (await unknownSteps(owner.kysely, knownSteps)).length === 0;
    if (isOurs) await migrate(owner.kysely);
    await requirePlace(owner.kysely, place);
    if (isOurs) await recordEarlier(owner.kysely);
    const published = await owner.kysely
      .selectFrom('release.release')
      .select('id')
      .limit(1)
      .executeTakeFirst();
    const loaded = await owner.kysely.selectFrom('intake.load').select('id').limit(1).executeTakeFirst();
    if (published === undefined && loaded === undefined && !placeConfigured) {
      say('loading the demonstration figures');
      await restoreDemonstration(owner, place);
    }
    await grantReading(owner.kysely);
    const password = newPassword();
    await makeLogin(owner.kysely, EMBEDDED_READER, password);
    const endJobs = (await hasOpenJobs(owner.kysely)) ? startWaitingJobs() : () => undefined;
    return { endJobs, password };
  } finally {
    await owner.close();
  }
}

async function serve(config: Config, served: Served, withWeb: boolean): Promise<() => Promise<void>> {
  if (withWeb && !config.production) await buildWebIfNeeded(say);
  const setting = config.readerDatabaseUrl === undefined ? 'DATA_FOLDER' : 'READER_DATABASE_URL';
  const asking = connectLogin(served);
  try {
    await requireServingLogin(asking.kysely, setting);
    await requirePlace(asking.kysely, config.place);
    const newer = await requireReadable(asking.kysely, knownSteps, setting);
    if (newer !== undefined) say(newer);
  } finally {
    await asking.close();
  }
  const reader = connectReader(served);
  const app = await buildApp({
    db: reader.kysely,
    config,
    now,
    logger: logSettings(config.logLevel),
    ...(withWeb && { webFolder: WEB_FOLDER, render: await loadRender() }),
  });
  // Whoever comes first, or all who come at once, need not wait for what everybody asks.
  for (const path of FIRST_ASKED) await app.inject(path);
  await app.listen({ port: config.port, host: config.host });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  say(`${config.place.name}: http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`);
  return async () => {
    served.endJobs();
    // A connection that asks nothing more, or only half, does not hold up the end.
    setTimeout(() => app.server.closeAllConnections(), CLOSING_MS).unref();
    await app.close();
    // A database that does not answer does not hold it up either.
    await Promise.race([reader.close(), pause(CLOSING_MS, undefined, { ref: false })]);
  };
}

/** What faces readers does not hold what can read private counts. */
function requireOneLogin({ databaseUrl, readerDatabaseUrl }: Config): void {
  if (databaseUrl === undefined) return;
  throw ownFault(
    readerDatabaseUrl === undefined
      ? 'READER_DATABASE_URL is missing: DATABASE_URL is for commands and the worker, and what serves readers needs a login of its own (npm run grants -- --login <name> makes one and prints its address)'
      : 'DATABASE_URL is set beside READER_DATABASE_URL: what serves readers must not hold the login that can read private counts; set it for commands and the worker only',
  );
}

const LOOK_EVERY_MS = 500;

/** npm hands on every signal but the one that kills: without it nobody would know what still serves. */
function endWithParent(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, LOOK_EVERY_MS);
  timer.unref();
}

async function main(withWeb: boolean): Promise<void> {
  const config = readConfig(process.env);
  requireOneLogin(config);
  if (withWeb && config.production) requireBuild();
  await requirePort(config);
  const alone = config.readerDatabaseUrl === undefined ? serveAlone(config.dataFolder) : undefined;
  const opening =
    config.readerDatabaseUrl === undefined ? openEmbedded(config) : reachServed(config.readerDatabaseUrl);
  const serving = opening.then((served) => serve(config, served, withWeb));
  const stop = async () => {
    // Also where it is still starting: what it has begun is ended first, then the database.
    const close = await serving.catch(() => undefined);
    await close?.();
    await (await opening.catch(() => undefined))?.leave();
    alone?.release();
    process.exit(process.exitCode ?? 0);
  };
  // A second signal while closing ends the process at once, as people expect of a second Ctrl-C.
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('SIGHUP', stop);
  endWithParent(stop);
  try {
    await serving;
  } catch (error) {
    const served = await opening.catch(() => undefined);
    await served?.leave();
    throw served?.explain(error) ?? error;
  }
}

await runCommand({
  usage: `Serves the site and its API from what is published. With no place and no database named it shows the demonstration.

  npm start                 the site
  npm start -- --no-web     the API alone

Settings are environment variables (server/docs/deployment.md): PORT, HOST, DATA_FOLDER, READER_DATABASE_URL, PLACE_FILE ...`,
  options: { 'no-web': { type: 'boolean', default: false } },
  run: async ({ values, positionals }) => {
    if (positionals.length > 0) throw new BadCall(`npm start takes no "${positionals[0]}"`);
    await main(!values['no-web']);
  },
});
// What was begun before a fault may still hold the process open.
if (process.exitCode !== undefined) process.exit();
