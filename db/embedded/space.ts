/** Room on the disk: asked for before work begins, and a little of it kept for a database that ran out. */
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveToOwner } from './account.ts';
import { ownFault } from './faults.ts';

/** A database that found no room to write its log cannot start again without some: two segments of the log. */
const RESERVE_BYTES = 32 * 1024 * 1024;
/** Below this a start would fail in its midst. */
const START_BYTES = 24 * 1024 * 1024;

const megabytes = (bytes: number) => `${Math.floor(bytes / 1_000_000)} MB`;

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** @throws Error that names the folder and what is free, where fewer bytes are free than the work may take. */
export function needSpace(dataFolder: string, bytes: number): void {
  const free = freeBytes(dataFolder);
  if (free < bytes) {
    throw ownFault(
      `DATA_FOLDER ${dataFolder}: the disk has ${megabytes(free)} free, and ${megabytes(bytes)} are needed`,
    );
  }
}

/** Keeps the reserve while there is room, and gives it up so that a database on a full disk can start. */
export function keepReserve(dataFolder: string, home: string): void {
  const reserve = join(home, 'reserve');
  const free = freeBytes(dataFolder);
  if (existsSync(reserve)) {
    if (free < START_BYTES) rmSync(reserve);
  } else if (free > 4 * RESERVE_BYTES) {
    writeFileSync(reserve, Buffer.alloc(RESERVE_BYTES), { mode: 0o600 });
    giveToOwner(reserve, home);
  }
  needSpace(dataFolder, START_BYTES);
}
