/**
 * The embedded PostgreSQL server of a data folder. Every process that needs it joins: the first starts it, others find it
 * running, and it stops when the last has left or died.
 */

import { closeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { existingPassword, makeCluster } from './cluster.ts';
import { ownFault } from './faults.ts';
import type { EmbeddedFolder } from './folder.ts';
import { embeddedFolder, openHome } from './folder.ts';
import { waitForLock } from './folder-lock.ts';
import { enter } from './members.ts';
import { comesToAnswer, embeddedAddress, gone, isServer, pidFile } from './running-server.ts';
import { type Running, start } from './start.ts';

export interface Joined {
  readonly databaseUrl: string;
  /** Whether it was started for us, so that nobody else was there before. */
  readonly started: boolean;
  /** Leaves the server to the others; the last to leave waits until it has stopped. */
  leave(): Promise<void>;
}

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
    const { membership, port } = running ?? (await start(folder, password, settings));
    return {
      databaseUrl: embeddedAddress(password, port),
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
