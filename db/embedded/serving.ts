import { ownFault } from './faults.ts';
import { embeddedFolder, openHome } from './folder.ts';
import { type FolderLock, lockOwner, tryLock } from './folder-lock.ts';

/**
 * Keeps a data folder to the one process that serves it; commands join its database all the same.
 *
 * @throws OwnFault that names the process that serves it already.
 */
export function serveAlone(dataFolder: string): FolderLock {
  const folder = embeddedFolder(dataFolder);
  openHome(folder);
  const lock = tryLock(folder.home, 'serving');
  if (lock === undefined) {
    throw ownFault(
      `DATA_FOLDER ${dataFolder} is served already, by process ${lockOwner(folder.home, 'serving')}: stop it, or name another folder`,
    );
  }
  return lock;
}
