import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ProblemList } from './problems.ts';
import { openSourceFile } from './source-file.ts';
import { savedFiles } from './testing.ts';
import { workbookOf } from './testing-workbook.ts';
import { openWorkbook } from './workbook.ts';

const workbook = (value: number) => workbookOf({ Sheet: [['people'], [value]] });

test('is unpacked once for all who ask, and anew when the file is opened anew', async () => {
  const [path = ''] = savedFiles({ name: 'figures.xlsx', content: await workbook(9) });
  const file = await openSourceFile(path);
  const first = await openWorkbook(file, new ProblemList());
  expect(first).toEqual([{ name: 'Sheet', rows: [['people'], ['9']] }]);
  writeFileSync(path, await workbook(8));
  expect(await openWorkbook(file, new ProblemList())).toBe(first);
  const mended = await openWorkbook(await openSourceFile(path), new ProblemList());
  expect(mended?.[0]?.rows).toEqual([['people'], ['8']]);
});

test('a damaged one is a problem for each who asks', async () => {
  const [path = ''] = savedFiles({ name: 'figures.xlsx', content: await workbook(9) });
  writeFileSync(path, readFileSync(path).subarray(0, 300));
  const file = await openSourceFile(path);
  for (const problems of [new ProblemList(), new ProblemList()]) {
    expect(await openWorkbook(file, problems)).toBeUndefined();
    expect(problems.listed).toMatchObject([{ file: 'figures.xlsx' }]);
  }
});

test('keeps no empty cells at the end of a row, of which a wide sheet gives thousands', async () => {
  const content = await workbookOf({
    Sheet: [
      ['ward', 'people', 'note'],
      ['North', 9],
    ],
  });
  const [path = ''] = savedFiles({ name: 'figures.xlsx', content });
  const sheets = await openWorkbook(await openSourceFile(path), new ProblemList());
  expect(sheets?.[0]?.rows).toEqual([
    ['ward', 'people', 'note'],
    ['North', '9'],
  ]);
});
