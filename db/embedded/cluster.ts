/** The folder of the embedded database: made whole or not at all, and recognised for what it is. */

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, giveToOwner, NOBODY_ACCOUNT, serverAccount } from './account.ts';
import { readyBinaries } from './binaries.ts';
import { ownFault } from './faults.ts';

import { type EmbeddedFolder, hereAs } from './folder.ts';
import { needSpace } from './space.ts';

export const OWNER = 'population_health';
const MAJOR = '18';
/** What a new database and the demonstration in it take, with room for a load. */
const NEW_BYTES = 500_000_000;

/** The password of a cluster that is there already; undefined where there is none yet. */
export function existingPassword(folder: EmbeddedFolder): string | undefined {
  const { dataFolder, cluster, passwordFile } = folder;
  if (!existsSync(cluster)) return undefined;
  const owner = statSync(cluster).uid;
  const self = process.geteuid?.();
  if (self !== undefined && self !== 0 && owner !== self)
    throw ownFault(
      `DATA_FOLDER ${dataFolder}: its database belongs to user ${owner}, and this is user ${self}; start as that user or as root`,
    );
  const version = join(cluster, 'PG_VERSION');
  if (!existsSync(version))
    throw ownFault(
      `DATA_FOLDER ${dataFolder}: ${cluster} is no database (PG_VERSION is missing); restore it or move it away`,
    );
  const major = readFileSync(version, 'utf8').trim();
  if (major !== MAJOR)
    throw ownFault(`DATA_FOLDER ${dataFolder}: its database is of PostgreSQL ${major}, this needs ${MAJOR}`);
  if (!existsSync(passwordFile) || statSync(passwordFile).size === 0)
    throw ownFault(
      `DATA_FOLDER ${dataFolder}: ${passwordFile}, the password of its database, is missing; restore it`,
    );
  return readFileSync(passwordFile, 'utf8');
}

/** Makes a new cluster beside its place and moves it there once it is whole. */
export async function makeCluster(folder: EmbeddedFolder): Promise<string> {
  const { dataFolder, home, cluster, passwordFile } = folder;
  needSpace(dataFolder, NEW_BYTES);
  const account = serverAccount(cluster);
  const maker = account.other ? NOBODY_ACCOUNT : account;
  const making = `${cluster}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  // On the disk before the database is: without it the database cannot be reached.
  writeFileSync(passwordFile, password, { mode: 0o600, flush: true });
  for (const path of [making, passwordFile]) give(path, maker);
  const here = hereAs(maker, making);
  const initdb = join(readyBinaries(account, home), 'bin', 'initdb');
  const secret = here === making ? passwordFile : `${here}/../password`;
  const shape = ['-E', 'UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const safety = ['-A', 'scram-sha-256', '--pwfile', secret, '--data-checksums'];
  try {
    await promisify(execFile)(initdb, ['-D', here, '-U', OWNER, ...shape, ...safety], {
      ...(maker.other && { uid: maker.uid ?? 0, gid: maker.gid ?? 0 }),
      cwd: making,
      env: PLAIN_ENVIRONMENT,
    });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr ?? '';
    rmSync(making, { recursive: true, force: true });
    if (/No space left/.test(said)) throw ownFault(`DATA_FOLDER ${dataFolder}: the disk is full`);
    throw ownFault(`DATA_FOLDER ${dataFolder}: no database can be made there: ${firstFault(said, error)}`);
  }
  if (account.other) {
    giveAll(making, account);
    giveToOwner(passwordFile, home);
  }
  chmodSync(home, account.other ? 0o711 : 0o700);
  renameSync(making, cluster);
  return password;
}

/** Neither the locale nor the time zone of whoever starts it is the database's. */
export const PLAIN_ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const firstFault = (said: string, error: unknown) =>
  /(?:error|FATAL): +(.*)/.exec(said)?.[1] ?? (error as Error).message.split('\n')[0];

function give(path: string, { other, uid = 0, gid = 0 }: Account): void {
  if (other) chownSync(path, uid, gid);
}

function giveAll(folder: string, account: Account): void {
  give(folder, account);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    give(join(folder, name), account);
}
