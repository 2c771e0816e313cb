/** A server as other processes find it: by the file it wrote in its folder, by its number, and by asking it. */

import { closeSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { OWNER } from './cluster.ts';
import { ownFault } from './faults.ts';
import type { EmbeddedFolder } from './folder.ts';
import { enter } from './members.ts';

/** How long a server may take to start, to stop, or to answer on a machine that is busy. */
export const PATIENCE_MS = 30_000;

export const embeddedAddress = (password: string, port: number) =>
  `postgres://${OWNER}:${password}@127.0.0.1:${port}/postgres`;

/** What the server itself wrote about where it runs; undefined where it does not, or not yet. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function pidFile({ cluster }: EmbeddedFolder): PidFile | undefined {
  const file = join(cluster, 'postmaster.pid');
  // A server that is leaving may take it away at any moment.
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** One that recovers or is kept from the processor answers late: it is asked until it does, or has gone. */
export async function comesToAnswer(
  folder: EmbeddedFolder,
  found: PidFile,
  password: string,
): Promise<boolean> {
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; await pause(50)) {
    if (found.port > 0 && (await answering(embeddedAddress(password, found.port)))) return true;
    if (pidFile(folder)?.pid !== found.pid || !isServer(found.pid, folder)) return false;
  }
  return false;
}

export async function answering(databaseUrl: string): Promise<boolean> {
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

/** A keeper ends within moments of its server. */
const UNSEEN_MS = 5000;

/** Waits until a server has gone that is starting, stopping or dying; a file that names another process is cleared away. */
export async function gone(folder: EmbeddedFolder, pid: number): Promise<void> {
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
export function isServer(pid: number, { cluster }: EmbeddedFolder): boolean {
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
