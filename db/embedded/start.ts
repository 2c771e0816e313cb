/** Starts the server of a folder, kept by a process that ends it when its last member has left or died. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giveToOwner, serverAccount } from './account.ts';
import { readyBinaries } from './binaries.ts';
import { PLAIN_ENVIRONMENT } from './cluster.ts';
import { startFault } from './faults.ts';
import type { EmbeddedFolder } from './folder.ts';
import { hereAs } from './folder.ts';
import { KEEPER, openPipe } from './members.ts';
import { answering, embeddedAddress, PATIENCE_MS, pidFile } from './running-server.ts';
import { keepReserve } from './space.ts';

/** A server this process is a member of. */
export interface Running {
  readonly membership: number;
  readonly port: number;
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

const TRIES = 5;

export async function start(
  folder: EmbeddedFolder,
  password: string,
  settings: Readonly<Record<string, string>>,
): Promise<Running> {
  keepReserve(folder.dataFolder, folder.home);
  for (let attempt = 1; ; attempt++) {
    const port = await portOf(folder);
    const { keeper, membership } = spawnServer(folder, port, { ...SETTINGS, ...settings });
    const ended = once(keeper, 'exit');
    let alive = true;
    ended.then(() => {
      alive = false;
    });
    const start = Date.now();
    while (alive && Date.now() - start < PATIENCE_MS) {
      if (pidFile(folder)?.port === port && (await answering(embeddedAddress(password, port)))) {
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
