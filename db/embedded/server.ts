/**
 * The embedded PostgreSQL server of a data folder. Every process that needs it joins: the first starts it, others find it
 * running, and it stops when the last has left or died.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { giveToOwner, serverAccount } from './account.ts';
import { readyBinaries } from './binaries.ts';
import {
  type EmbeddedFolder,
  embeddedFolder,
  existingPassword,
  hereAs,
  makeCluster,
  OWNER,
  openHome,
  PLAIN_ENVIRONMENT,
} from './cluster.ts';
import { ownFault, startFault } from './faults.ts';
import { waitForLock } from './folder-lock.ts';
import { enter, KEEPER, openPipe } from './members.ts';
import { keepReserve } from './space.ts';

export interface Joined {
  readonly databaseUrl: string;
  /** Whether it was started for us, so that nobody else was there before. */
  readonly started: boolean;
  /** Leaves the server to the others; the last to leave waits until it has stopped. */
  leave(): Promise<void>;
}

/** Small, for a laptop; what a table of the demonstration needs is read from the system's cache. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '32MB',
  max_wal_size: '256MB',
  io_method: 'sync',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * Joins the server of a data folder, and starts it where it does not run.
 *
 * @param settings of PostgreSQL, beside our own: what tests do without.
 * @throws OwnFault in one line that names the folder and what is the matter.
 */
export async function joinServer(
  dataFolder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Joined> {
  if (process.platform === 'win32')
    throw ownFault('the embedded database does not run on Windows: set DATABASE_URL to a PostgreSQL server');
  const folder = embeddedFolder(dataFolder);
  openHome(folder);
  const lock = await waitForLock(folder.home, 'joining');
  try {
    const password = existingPassword(folder) ?? (await makeCluster(folder));
    const running = await runningServer(folder, password);
    const { membership, port } = running ?? (await start(folder, password, { ...SETTINGS, ...settings }));
    return {
      databaseUrl: address(password, port),
      started: running === undefined,
      leave: () => leave(folder, membership),
    };
  } finally {
    lock.release();
  }
}

const LOOK_EVERY_MS = 1000;

/**
 * Starts the server again whenever it has died, for a process that is to outlive it.
 *
 * @param onFault told why it cannot be started again; it is tried once more a second later.
 * @returns leaves it for good.
 */
export function stayJoined(dataFolder: string, onFault: (fault: Error) => void): () => Promise<void> {
  const folder = embeddedFolder(dataFolder);
  const again: Joined[] = [];
  let looking = Promise.resolve();
  const look = async () => {
    const found = pidFile(folder);
    if (found !== undefined && isServer(found.pid, folder)) return;
    again.push(await joinServer(dataFolder));
  };
  const timer = setInterval(() => {
    looking = looking.then(look).catch(onFault);
  }, LOOK_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await looking;
    for (const { leave } of again) await leave();
  };
}

const address = (password: string, port: number) =>
  `postgres://${OWNER}:${password}@127.0.0.1:${port}/postgres`;

interface Running {
  readonly membership: number;
  readonly port: number;
}

/** What the server itself wrote about where it runs; undefined where it does not, or not yet. */
interface PidFile {
  readonly pid: number;
  readonly port: number;
}

function pidFile({ cluster }: EmbeddedFolder): PidFile | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** Joins the server that runs on the folder; ends one that nobody would end, and clears away what a dead one left. */
async function runningServer(folder: EmbeddedFolder, password: string): Promise<Running | undefined> {
  const found = pidFile(folder);
  if (found === undefined) return undefined;
  const membership = enter(folder.home);
  const answers = await comesToAnswer(folder, found, password);
  if (answers && membership !== undefined) return { membership, port: found.port };
  if (membership !== undefined) closeSync(membership);
  // It answers with our password, so its own file tells its number truly; whoever was to stop it is dead.
  if (answers) process.kill(found.pid, 'SIGINT');
  await gone(folder, found.pid);
  return undefined;
}

/** One that recovers or is kept from the processor answers late: it is asked until it does, or has gone. */
async function comesToAnswer(folder: EmbeddedFolder, found: PidFile, password: string): Promise<boolean> {
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; await pause(50)) {
    if (found.port > 0 && (await answering(address(password, found.port)))) return true;
    if (pidFile(folder)?.pid !== found.pid || !isServer(found.pid, folder)) return false;
  }
  return false;
}

async function answering(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const PATIENCE_MS = 30_000;
/** A keeper ends within moments of its server. */
const UNSEEN_MS = 5000;

/** Waits until a server has gone that is starting, stopping or dying; a file that names another process is cleared away. */
async function gone(folder: EmbeddedFolder, pid: number): Promise<void> {
  for (const start = Date.now(); pidFile(folder)?.pid === pid; await pause(20)) {
    if (!isServer(pid, folder)) {
      const keeper = enter(folder.home);
      if (keeper === undefined) {
        rmSync(join(folder.cluster, 'postmaster.pid'), { force: true });
        return;
      }
      // Somebody still waits for its members to go: it lives where this process cannot see it, and two would ruin the folder.
      closeSync(keeper);
      if (Date.now() - start > UNSEEN_MS) {
        throw ownFault(
          `DATA_FOLDER ${folder.dataFolder}: its PostgreSQL server runs where this process cannot reach it (another container?); stop it there, or set DATABASE_URL`,
        );
      }
    }
    if (Date.now() - start > PATIENCE_MS) {
      throw ownFault(
        `DATA_FOLDER ${folder.dataFolder}: its PostgreSQL server, process ${pid}, does not answer; stop it (kill -INT ${pid}) and start again`,
      );
    }
  }
}

/** Whether the process is a PostgreSQL server, and as far as can be seen the one of this folder. */
function isServer(pid: number, { cluster }: EmbeddedFolder): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    if (!readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')) return false;
  } catch {
    return false;
  }
  try {
    return realpathSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    // Another user's process does not say where it works.
    return true;
  }
}

const TRIES = 5;

async function start(
  folder: EmbeddedFolder,
  password: string,
  settings: Readonly<Record<string, string>>,
): Promise<Running> {
  keepReserve(folder.dataFolder, folder.home);
  for (let attempt = 1; ; attempt++) {
    const port = await portOf(folder);
    const { keeper, membership } = spawnServer(folder, port, settings);
    const ended = once(keeper, 'exit');
    let alive = true;
    ended.then(() => {
      alive = false;
    });
    const start = Date.now();
    while (alive && Date.now() - start < PATIENCE_MS) {
      if (pidFile(folder)?.port === port && (await answering(address(password, port)))) {
        keeper.unref();
        return { membership, port };
      }
      await pause(10);
    }
    closeSync(membership);
    if (alive) await ended;
    const log = readFileSync(folder.logFile, 'utf8');
    // The processes of a server that was killed take a moment to notice; and a port may be taken as we look.
    if (attempt === TRIES || !/lock file|shared memory|Address already in use|could not bind/.test(log))
      throw startFault(folder.dataFolder, folder.logFile, log);
    await pause(100 * attempt);
  }
}

function spawnServer(
  folder: EmbeddedFolder,
  port: number,
  settings: Readonly<Record<string, string>>,
): { keeper: ChildProcess; membership: number } {
  const { home, cluster, logFile } = folder;
  const account = serverAccount(cluster);
  const program = join(readyBinaries(account, home), 'bin', 'postgres');
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { reading, membership } = openPipe(home);
  const log = openSync(logFile, 'w', 0o600);
  giveToOwner(logFile, home);
  try {
    const command = [program, '-D', hereAs(account, cluster), '-p', String(port), ...given];
    const keeper = spawn('/bin/sh', ['-c', KEEPER, 'sh', ...command], {
      ...(account.other && { uid: account.uid ?? 0, gid: account.gid ?? 0 }),
      cwd: cluster,
      env: PLAIN_ENVIRONMENT,
      // Ctrl-C goes to a whole group of processes; the database must outlive those that write to it.
      detached: true,
      stdio: ['ignore', log, log, reading],
    });
    return { keeper, membership };
  } finally {
    closeSync(log);
    closeSync(reading);
  }
}

/** The port of last time where it is free, so that a pool of connections finds the server again after its death. */
async function portOf({ home }: EmbeddedFolder): Promise<number> {
  const file = join(home, 'port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = await freePort(last).catch(() => freePort(0));
  if (port !== last) {
    writeFileSync(file, String(port));
    giveToOwner(file, home);
  }
  return port;
}

async function freePort(wanted: number): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening, failed) => {
    probe.once('error', failed);
    probe.listen(wanted, '127.0.0.1', listening);
  });
  const found = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (found === null || typeof found === 'string') throw new Error('no free port on the loopback address');
  return found.port;
}

/** Long enough for the keeper to notice that nobody is left. */
const NOTICE_MS = 150;

async function leave(folder: EmbeddedFolder, membership: number): Promise<void> {
  const lock = await waitForLock(folder.home, 'joining');
  try {
    const found = pidFile(folder);
    closeSync(membership);
    for (const start = Date.now(); ; await pause(10)) {
      const others = enter(folder.home);
      if (others === undefined) break;
      closeSync(others);
      if (Date.now() - start > NOTICE_MS) return;
    }
    if (found !== undefined) await gone(folder, found.pid);
  } finally {
    lock.release();
  }
}
