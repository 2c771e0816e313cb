import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askFor } from '../server/jobs/queue.ts';
import { digestsOf, restoreArchive, writeArchive } from './archive.ts';
import type { Database } from './connect.ts';
import type { AllTables } from './desk-schema.ts';
import { rememberPlace } from './known-place.ts';
import { emptyDatabase } from './testing.ts';

const path = join(mkdtempSync(join(tmpdir(), 'archive-')), 'archive.zst');
let original: Database<AllTables>;

const PLACE = { code: 'E09000099', name: 'Exampleton' };
const AWKWARD = 'tab\tline\nback\\slash "quote" \\N \\. é';

beforeAll(async () => {
  original = (await emptyDatabase()).owner;
  for (const name of [AWKWARD, '\\.', 'plain']) {
    await original.kysely
      .insertInto('intake.load')
      .values({
        source: name,
        file_name: '',
        sha256: '',
        loaded_at: '2026-01-05',
        rows_read: 1,
        rows_kept: 1,
        rows_skipped: 0,
      })
      .execute();
  }
  await rememberPlace(original.kysely, PLACE);
  await askFor(original.kysely, 'load', { files: ['gone.csv'] });
  await writeArchive(original, path);
});
afterAll(() => original.close());

/** The text of the archive, changed. */
function altered(change: (text: string) => string): string {
  const other = join(mkdtempSync(join(tmpdir(), 'archive-')), 'altered.zst');
  writeFileSync(other, zstdCompressSync(change(zstdDecompressSync(readFileSync(path)).toString('utf8'))));
  return other;
}

test('a database comes back from its archive with awkward text and all', async () => {
  const { owner } = await emptyDatabase();
  await restoreArchive(owner, path, PLACE);
  const { 'desk.job': job, ...figures } = await digestsOf(original);
  expect(job?.rows).toBe(1);
  expect(await digestsOf(owner)).toMatchObject(figures);
  const loads = await owner.kysely.selectFrom('intake.load').select('source').orderBy('id').execute();
  expect(loads.map(({ source }) => source)).toEqual([AWKWARD, '\\.', 'plain']);
  await owner.close();
});

test.each([
  ['cut short', (text: string) => text.slice(0, -200), 'the archive is cut short'],
  [
    'with a row altered',
    (text: string) => text.replace('plain', 'plane'),
    'the rows of intake.load are not those',
  ],
  [
    'with a row missing',
    (text: string) => text.replace(/^3\tplain.*\n/m, ''),
    'the rows of intake.load are not those',
  ],
  [
    'of newer code',
    (text: string) => text.replace(/"migration":"\w+"/, '"migration":"9999_later"'),
    'was written by newer code',
  ],
  ['of something else', () => '{"archive":"of photographs"}\n', 'is no archive of this product'],
])('an archive %s is refused, and nothing of it is left', async (_, change, words) => {
  const { owner } = await emptyDatabase();
  await expect(restoreArchive(owner, altered(change), PLACE)).rejects.toThrow(words);
  expect(await owner.kysely.selectFrom('intake.load').selectAll().execute()).toEqual([]);
  await owner.close();
});

test('an archive of another place is refused, and nothing of it is left', async () => {
  const { owner } = await emptyDatabase();
  await expect(restoreArchive(owner, path, { code: 'E09000098', name: 'Otherton' })).rejects.toThrow(
    'the database holds figures of Exampleton (E09000099), and PLACE_FILE names Otherton',
  );
  expect(await owner.kysely.selectFrom('intake.load').selectAll().execute()).toEqual([]);
  await owner.close();
});

test('work that waited when the archive was written is not taken up again', async () => {
  const { owner } = await emptyDatabase();
  await restoreArchive(owner, path, PLACE);
  expect(await owner.kysely.selectFrom('desk.job').select(['outcome', 'fault']).execute()).toEqual([
    { outcome: 'failed', fault: 'it was not done when the backup was made' },
  ]);
  await owner.close();
});

test('a database that holds something is not restored into', async () => {
  await expect(restoreArchive(original, path, PLACE)).rejects.toThrow(
    'the database is not empty: intake.load holds rows',
  );
});
