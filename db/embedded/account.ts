/** PostgreSQL refuses to run as root: who runs it instead. */
import { chownSync, readFileSync, statSync } from 'node:fs';

export interface Account {
  /** Whether it is another account than our own. */
  readonly other: boolean;
  /** Who runs the server and owns its files. */
  readonly uid?: number;
  readonly gid?: number;
}

/** `initdb` looks its account up by name, and this one is known everywhere. */
export const NOBODY_ACCOUNT: Account = { other: true, uid: 65_534, gid: 65_534 };

/** Numbers that systemd keeps for services without an account: other services run as nobody too, and must not read our files. */
const [FIRST_FREE, LAST_FREE] = [61_184, 65_519];

/** What root makes in a folder is its owner's: he must be able to start without root again. */
export function giveToOwner(path: string, folder: string): void {
  if (process.geteuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  chownSync(path, uid, gid);
}

/** Our own account; where that is root, the one that owns the database's files, or for a new one an account nobody else has. */
export function serverAccount(cluster: string): Account {
  if (process.geteuid?.() !== 0) return { other: false };
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { other: true, uid: owner.uid, gid: owner.gid };
  const taken = new Set(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => Number(line.split(':')[2])),
  );
  let uid = FIRST_FREE;
  while (taken.has(uid) && uid < LAST_FREE) uid++;
  return { other: true, uid, gid: uid };
}
