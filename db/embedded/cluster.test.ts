import { chmodSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { NOBODY_ACCOUNT } from './account.ts';
import { embeddedFolder, openHome } from './folder.ts';

import { needSpace } from './space.ts';

const isRoot = process.geteuid?.() === 0;
const newFolder = () => mkdtempSync(join(tmpdir(), 'data-folder-'));

/** Root may write everywhere, so it asks as somebody else. */
function asOrdinaryUser<Result>(ask: () => Result): Result {
  if (!isRoot) return ask();
  process.seteuid?.(NOBODY_ACCOUNT.uid ?? 0);
  try {
    return ask();
  } finally {
    process.seteuid?.(0);
  }
}
const open = (folder: string) => () => asOrdinaryUser(() => openHome(embeddedFolder(folder)));

let closed: string | undefined;
afterEach(() => closed !== undefined && chmodSync(closed, 0o700));

test('a folder of somebody else is named with both users', () => {
  // An ordinary user owns no system folder; root, asking as somebody else, no folder it has made.
  const folder = isRoot ? newFolder() : '/usr';
  const [owner, self] = [0, isRoot ? NOBODY_ACCOUNT.uid : process.geteuid?.()];
  expect(open(folder)).toThrow(
    `DATA_FOLDER ${folder} cannot be written: it belongs to user ${owner}, and this is user ${self}`,
  );
});

test('a folder where there can be none is named, and at once', () => {
  expect(() => openHome(embeddedFolder('/dev/null/x'))).toThrow(
    /^DATA_FOLDER \/dev\/null\/x cannot be written: /,
  );
});

test('a folder that its own user may not write is named', () => {
  const folder = newFolder();
  if (isRoot) process.setegid?.(0);
  closed = folder;
  chmodSync(folder, 0o500);
  const words = isRoot
    ? `it belongs to user 0, and this is user ${NOBODY_ACCOUNT.uid}`
    : 'its permissions do not allow it';
  expect(open(folder)).toThrow(`DATA_FOLDER ${folder} cannot be written: ${words}`);
});

test('a file where the folder should be, or on the way to it, is named', () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  for (const folder of [file, join(file, 'within', 'it')])
    expect(() => openHome(embeddedFolder(folder))).toThrow(
      `DATA_FOLDER ${folder} cannot be written: ${file} is a file`,
    );
});

test('a link to what is not there is named with where it leads', () => {
  const link = join(newFolder(), 'link');
  symlinkSync('/nowhere/at/all', link);
  expect(() => openHome(embeddedFolder(link))).toThrow(
    `DATA_FOLDER ${link} cannot be written: ${link} is a link to /nowhere/at/all, which is not there`,
  );
});

test('a folder where the system lets none be made is named at once', () => {
  expect(() => openHome(embeddedFolder('/proc/figures'))).toThrow(
    process.platform === 'linux'
      ? 'DATA_FOLDER /proc/figures cannot be written: no folder can be made in /proc'
      : 'DATA_FOLDER /proc/figures cannot be written: ',
  );
});

test('too little room is said before anything begins', () => {
  const folder = newFolder();
  expect(() => needSpace(folder, 1)).not.toThrow();
  expect(() => needSpace(folder, 1e18)).toThrow(
    new RegExp(`^DATA_FOLDER ${folder}: the disk has \\d+ MB free, and 1000000000000 MB are needed$`),
  );
});
