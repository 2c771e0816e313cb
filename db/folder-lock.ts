import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes a data folder for this process alone, until `release` or the end of the process.
 *
 * Two processes on one PGlite folder corrupt it. The lock is SQLite's own exclusive lock on a small file:
 * the operating system drops it with the process, however that ends, so it can never be left behind.
 */
export function lockFolder(folder: string): { release: () => void } {
  mkdirSync(folder, { recursive: true });
  const owner = join(folder, 'owner.pid');
  const lock = new DatabaseSync(join(folder, 'owner.lock'));
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch {
    lock.close();
    throw new Error(
      `data folder in use by process ${ownerOf(owner)}: stop it, or use DATABASE_URL (the folder is ${folder})`,
    );
  }
  writeFileSync(owner, String(process.pid));
  return { release: () => lock.close() };
}

function ownerOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}
