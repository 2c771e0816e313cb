import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { giveToOwner } from './account.ts';

export interface FolderLock {
  release(): void;
}

/**
 * Takes a lock of a folder for this process alone, until `release` or the end of the process; undefined where another has it.
 *
 * The lock is SQLite's own exclusive lock on a small file: the operating system drops it with the process, however that
 * ends, so it can never be left behind.
 */
export function tryLock(folder: string, name: string): FolderLock | undefined {
  const file = join(folder, `${name}.lock`);
  const lock = new DatabaseSync(file);
  try {
    // A lock must be had on a full disk too: so its page is written when it is made, and its journal is in memory.
    if (statSync(file).size === 0) {
      lock.exec('pragma user_version = 1');
      giveToOwner(file, folder);
    }
    lock.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    lock.close();
    if (/locked|busy/.test((error as Error).message)) return undefined;
    throw error;
  }
  sayWho(folder, name);
  return { release: () => lock.close() };
}

/** For the message to others; on a full disk it may not be said. */
function sayWho(folder: string, name: string): void {
  try {
    const file = join(folder, `${name}.pid`);
    writeFileSync(file, String(process.pid));
    giveToOwner(file, folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

/** Who wrote that it has the lock. */
export function lockOwner(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, `${name}.pid`), 'utf8').trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}

const PATIENCE_MS = 120_000;

/** Waits for the lock: its owners keep it for seconds at most. */
export async function waitForLock(folder: string, name: string): Promise<FolderLock> {
  for (const start = Date.now(); ; ) {
    const lock = tryLock(folder, name);
    if (lock !== undefined) return lock;
    if (Date.now() - start > PATIENCE_MS)
      throw new Error(
        `process ${lockOwner(folder, name)} has been starting or stopping the database in ${folder} for two minutes`,
      );
    await pause(15);
  }
}
