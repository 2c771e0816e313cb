import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { write } from 'hucre';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workbookOf } from '../ingest/testing-workbook.ts';
import { filesIn } from './folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
const workbook = {
  Sheet: [
    ['ward', 'people'],
    ['E05000001', 9],
  ],
};
const closed = [join(folder, 'closed.csv'), join(folder, 'locked')];
const channel = createServer();
const NOBODY = 65_534;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  const xlsx = await workbookOf(workbook);
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'figures.csv': 'a,b\n1,2\n',
    'figures.xlsx': xlsx,
    'figures.ods': await workbookOf(workbook, 'ods'),
    '.hidden': 'the system keeps its own here',
    'cut-short.xlsx': xlsx.subarray(0, xlsx.length / 2),
    'empty.csv': '',
    'from-excel.csv': Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'),
    'letter.pdf': '%PDF-1.7\n',
    'packed.zip': Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.from('figures.csv')]),
    'packed.csv.gz': Buffer.from([0x1f, 0x8b, 0, 0]),
    'picture.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
    'wide.xlsx': await workbookOf({ Sheet: [Array(21).fill(1), ...Array(1_000_000).fill([]), [1]] }),
    'secret.xlsx': await write({
      sheets: [{ name: 'a', rows: [['b', 1]] }],
      encryption: { password: 'c', spinCount: 1 },
    }),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'inner', 'more.csv'), 'a\n1\n');
  symlinkSync(join(folder, 'inner', 'more.csv'), join(folder, 'linked.csv'));
  // Followed, it would be a folder within itself without end.
  symlinkSync(folder, join(folder, 'inner', 'round'));
  symlinkSync('/nowhere/at/all', join(folder, 'gone.csv'));
  writeFileSync(join(folder, 'closed.csv'), 'a\n1\n');
  mkdirSync(join(folder, 'locked'));
  writeFileSync(join(folder, 'locked', 'inside.csv'), 'a\n1\n');
  for (const path of closed) chmodSync(path, 0);
  await new Promise<void>((ready) => channel.listen(join(folder, 'channel'), ready));
});
afterAll(() => {
  channel.close();
  for (const path of closed) chmodSync(path, 0o700);
  rmSync(folder, { recursive: true });
});

/** As a user whom files can be closed to: an administrator reads everything. */
async function filesInAsUser() {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return await filesIn(folder);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

test('every file is there to be read, or in a line that says why not and what to do', async () => {
  const { files, unread } = await filesInAsUser();
  expect(files.map(({ name }) => name)).toEqual([
    'figures.csv',
    'figures.ods',
    'figures.xlsx',
    'inner/more.csv',
  ]);
  const damaged =
    'it is a workbook that is damaged, cut short or locked with a password: save it anew without one';
  const link = 'it is a symbolic link, which is not followed: put the file itself here';
  expect(unread.map(({ file, why }) => `${file}: ${why}`)).toEqual([
    'channel: it is no file, but a device or a channel of the system',
    'closed.csv: this user may not read it',
    `cut-short.xlsx: ${damaged}`,
    'empty.csv: the file is empty',
    'from-excel.csv: it is text in UTF-16: save it as "CSV UTF-8"',
    `gone.csv: ${link}`,
    `inner/round: ${link}`,
    'letter.pdf: it is a PDF: ask for its figures as CSV or a workbook',
    `linked.csv: ${link}`,
    'locked: this user may not read it',
    'packed.csv.gz: it is a gzip archive: unpack it',
    'packed.zip: it is a zip archive: unpack it into the folder',
    'picture.png: it is not text',
    'secret.xlsx: it is a workbook with a password: save it without one',
    'wide.xlsx: it is a workbook with a sheet of more than 20 million cells, empty ones among them: delete its empty rows and columns, or save the sheet as CSV',
  ]);
});
