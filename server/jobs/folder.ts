/** The files of a folder and of those in it, and why each that cannot be read is not. */
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { unreadable } from '../ingest/file-kind.ts';
import { openSourceFile, type SourceFile } from '../ingest/source-file.ts';

export interface FoundFile {
  readonly file: SourceFile;
  /** Its path within the folder, as it is named to people. */
  readonly name: string;
}

export interface UnreadFile {
  readonly file: string;
  readonly why: string;
}

/** @returns in the order of their names; names that begin with a dot are the system's own, and left out. */
export async function filesIn(
  folder: string,
): Promise<{ readonly files: readonly FoundFile[]; readonly unread: readonly UnreadFile[] }> {
  const files: FoundFile[] = [];
  const unread: UnreadFile[] = [];
  const look = async (inner: string): Promise<void> => {
    for (const entry of await readdir(inner, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(inner, entry.name);
      const name = relative(folder, path);
      try {
        if (entry.isDirectory()) await look(path);
        else {
          const why = otherThanFile(entry) ?? (await unreadable(await readFile(path)));
          if (why === undefined) files.push({ file: await openSourceFile(path), name });
          else unread.push({ file: name, why });
        }
      } catch (error) {
        unread.push({ file: name, why: systemWords(error) });
      }
    }
  };
  await look(folder);
  const inOrder = new Intl.Collator('en', { numeric: true }).compare;
  return {
    files: files.toSorted((a, b) => inOrder(a.name, b.name)),
    unread: unread.toSorted((a, b) => inOrder(a.file, b.file)),
  };
}

function otherThanFile(entry: Dirent): string | undefined {
  if (entry.isFile()) return undefined;
  // It could lead anywhere, into itself too.
  if (entry.isSymbolicLink()) return 'it is a symbolic link, which is not followed: put the file itself here';
  return 'it is no file, but a device or a channel of the system';
}

/** A folder is closed to a user as often as a file is. */
function systemWords(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it';
  if (code === 'ENOENT') return 'it was taken away while it was read';
  return message;
}
