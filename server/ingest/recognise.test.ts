/** What a file that stands alone in a folder is said to be, before and after the areas of the place are known. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { areaLists } from './known-areas.ts';
import { recognise } from './recognise.ts';
import { openSourceFile } from './source-file.ts';
import { sources } from './sources.ts';
import { lsoas, savedFiles, testPlace } from './testing.ts';

const SECOND = resolve(import.meta.dirname, '..', '..', 'fixtures', 'second-place', 'files');
const waitingFiles = [
  {
    source: 'ons-census-2021',
    list: '2021 lower layer super output area',
    content: readFileSync(join(SECOND, 'figures', 'age6_by_lsoa21.csv'), 'utf8'),
  },
  {
    source: 'indices-of-deprivation-2019',
    list: '2011 lower layer super output area',
    content: ['lsoa11_code,IMD_rank,IMD_decile', ...lsoas.map((code) => `${code},1,1`)].join('\n'),
  },
  {
    source: 'ons-lookups',
    list: '2011 middle layer super output area',
    content: 'msoa11cd,msoa11hclnm\nE02000001,Old Town\n',
  },
  {
    source: 'plain',
    list: 'ward',
    content: 'measure,period,area_type,area_code,value\nresidents,2021,ward,E05000001,9\n',
  },
];

async function recognised(content: string, loaded: readonly string[]) {
  const [path = ''] = savedFiles({ name: 'figures.csv', content });
  const areas = areaLists(
    ['2011', '2021'].flatMap((edition) => loaded.map((code) => ({ type: 'lsoa' as const, edition, code }))),
  );
  return recognise(await openSourceFile(path), sources, testPlace, areas);
}

test.each(waitingFiles)('a file of $source before any areas waits for them by name', async (one) => {
  const found = await recognised(one.content, []);
  expect(found).toMatchObject({ kind: 'waiting', source: { id: one.source } });
  expect(found.kind === 'waiting' && found.why).toBe(
    `the ${one.list} codes of Exampleton are not loaded yet: load the ONS lookup or boundary file first`,
  );
});

test('the same file is read once they are there, and one of another place is not said to wait', async () => {
  const [, deprivation] = waitingFiles;
  expect(await recognised(deprivation?.content ?? '', lsoas)).toMatchObject({
    kind: 'read',
    source: { id: 'indices-of-deprivation-2019' },
  });
  expect(await recognised(deprivation?.content ?? '', ['E01777777'])).toMatchObject({ kind: 'faulty' });
});

test('a text that is no table of figures is unknown', async () => {
  expect(await recognised('Minutes of a meeting\n', [])).toEqual({ kind: 'unknown' });
});
