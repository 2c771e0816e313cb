import { existsSync, lstatSync, mkdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { ownFault } from './faults.ts';

/** Where the parts of the embedded database lie in the data folder. */
export interface EmbeddedFolder {
  readonly dataFolder: string;
  readonly home: string;
  readonly cluster: string;
  readonly passwordFile: string;
  readonly logFile: string;
}

export function embeddedFolder(dataFolder: string): EmbeddedFolder {
  const home = join(dataFolder, 'postgres');
  return {
    dataFolder,
    home,
    cluster: join(home, 'cluster'),
    passwordFile: join(home, 'password'),
    logFile: join(home, 'log'),
  };
}

/** What runs here finds its own folder open even where the folders above are closed to its account. */
export const hereAs = (account: Account, cluster: string): string =>
  account.other && process.platform === 'linux' ? '/proc/self/cwd' : cluster;

/** Makes the folder that everything of the embedded database lies in, or says why that cannot be. */
export function openHome({ dataFolder, home }: EmbeddedFolder): void {
  const former = join(dataFolder, 'pglite');
  if (existsSync(join(former, 'PG_VERSION')) && !existsSync(home)) {
    throw ownFault(
      `DATA_FOLDER ${dataFolder} holds a database of the former engine, in ${former}; it is left as it is. ` +
        'Name an empty folder in DATA_FOLDER and load your files there again (README, "Carrying over")',
    );
  }
  try {
    makeFolder(home);
    writeFileSync(join(home, 'writable'), '');
    rmSync(join(home, 'writable'));
  } catch (error) {
    throw ownFault(`DATA_FOLDER ${dataFolder} cannot be written: ${whyNot(error, home)}`);
  }
}

/** One folder after the other: asked to make all at once, Node never ends where the system lets none be made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o711 });
}

function whyNot(error: unknown, folder: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const inTheWay = nearest(folder);
  if (lstatSync(inTheWay).isSymbolicLink() && !existsSync(inTheWay))
    return `${inTheWay} is a link to ${readlinkSync(inTheWay)}, which is not there`;
  if (!statSync(inTheWay).isDirectory()) return `${inTheWay} is a file`;
  if (code === 'ENOENT') return `no folder can be made in ${inTheWay}`;
  const owner = statSync(inTheWay).uid;
  if (code === 'EROFS') return 'it lies on a read-only file system';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'EACCES' || code === 'EPERM')
    return owner === process.geteuid?.()
      ? 'its permissions do not allow it'
      : `it belongs to user ${owner}, and this is user ${process.geteuid?.()}`;
  return message;
}

/** The folder itself, or what there is of the path to it: a folder, a file or a link. */
function nearest(folder: string): string {
  try {
    lstatSync(folder);
    return folder;
  } catch {
    return dirname(folder) === folder ? folder : nearest(dirname(folder));
  }
}
