import { readFileSync, writeFileSync } from 'node:fs';
import { write } from 'hucre';
import { expect, test } from 'vitest';
import { ProblemList } from './problems.ts';
import { openSourceFile } from './source-file.ts';
import { savedFiles } from './testing.ts';
import { workbookOf, zipOf } from './testing-workbook.ts';
import { openWorkbook, SheetTable } from './workbook.ts';
import { unpack, zipDirectory } from './zip-directory.ts';

async function opened(content: Uint8Array, name = 'figures.ods') {
  const problems = new ProblemList();
  const [path = ''] = savedFiles({ name, content });
  const sheets = await openWorkbook(await openSourceFile(path), problems);
  return { sheets, problems: problems.listed };
}

const ods = (tables: string) =>
  zipOf({
    'content.xml': `<?xml version="1.0"?><office:document-content><!-- a > b --><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
const number = (value: string, more = '') =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${more}><text:p>shown</text:p></table:table-cell>`;

test.each(['xlsx', 'ods'] as const)('the sheets of a workbook in %s, cell by cell', async (format) => {
  const rows = [['Area', 'Number & share'], [], ['A  <b>', 12.5], ['C', 0]];
  const { sheets, problems } = await opened(await workbookOf({ One: rows, 'Two "2"': [['x']] }, format));
  expect(problems).toEqual([]);
  expect(sheets?.map(({ name }) => name)).toEqual(['One', 'Two "2"']);
  const found = sheets?.[0]?.rows.map((row) => row.filter((cell) => cell !== ''));
  expect(found).toEqual([['Area', 'Number & share'], [], ['A <b>', '12.5'], ['C', '0']]);
});

test('of an ods file numbers are read as they are, repeats are counted, notes beside cells and empty edges left out', async () => {
  const { sheets } = await opened(
    ods(`<table:table table:name="A &gt; B"><table:table-row>${number('0.1234', 'table:number-columns-repeated="2"')}<table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>two<text:s text:c="3"/>words</text:p><text:p>below</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>
      <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
      <table:table-row><table:table-cell office:value-type="date" office:date-value="2021-07-15T00:00:00"><text:p>15/7</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`),
  );
  expect(sheets).toEqual([
    {
      name: 'A > B',
      rows: [['0.1234', '0.1234', 'two words below'], [], [], [], ['2021-07-15']],
      unread: new Map(),
    },
  ]);
});

test('a merged cell and a formula without its result are named where a figure is wanted', async () => {
  const merged = { startRow: 1, startCol: 1, endRow: 2, endCol: 1 };
  const xlsx = await write({
    sheets: [
      {
        name: 'S',
        rows: [
          ['a', 'b', 'c'],
          ['A', 5, 6],
          ['B', null, null],
        ],
        merges: [merged],
        cells: new Map([['2,2', { formula: 'C2+1' }]]),
      },
    ],
  });
  const inOds = ods(
    `<table:table table:name="S"><table:table-row/><table:table-row>${number('1')}${number('5', 'table:number-rows-spanned="2"')}${number('6')}</table:table-row><table:table-row>${number('2')}<table:covered-table-cell/><table:table-cell table:formula="of:=[.C2]+1"/></table:table-row></table:table>`,
  );
  for (const [content, name] of [
    [xlsx, 'f.xlsx'],
    [inOds, 'f.ods'],
  ] as const) {
    const { sheets } = await opened(content, name);
    const problems = new ProblemList();
    const [sheet] = sheets ?? [];
    if (sheet === undefined) throw new Error('a sheet was expected');
    const file = await openSourceFile(savedFiles({ name, content })[0] ?? '');
    const table = new SheetTable({
      file,
      problems,
      sheet,
      headers: ['a', 'b', 'c'],
      indexes: new Map(),
      firstRow: 1,
    });
    for (const row of table.rows()) for (const index of [1, 2]) row.wholeAt(index);
    expect(problems.listed.map(({ row, column, expected }) => [row, column, expected.slice(0, 38)])).toEqual([
      [3, 'b', 'the cell is merged with its neighbours'],
      [3, 'c', 'the cell holds a formula without its r'],
    ]);
  }
});

test('a workbook that unpacks to far more than figures need is refused before it is held, an ods as it grows', async () => {
  const xlsx = zipOf({ 'xl/worksheets/sheet1.xml': 'x' }, { claimed: 900_000_000 });
  expect((await opened(xlsx, 'f.xlsx')).problems[0]?.expected).toMatch(/more than 100 million bytes/);
  const long = zipOf({ 'content.xml': `<a>${' '.repeat(5_000_000)}</a>` }, { claimed: 10 });
  expect((await opened(long)).problems[0]?.expected).toMatch(/not well-formed/);
  const wide = ods(
    `<table:table table:name="S"><table:table-row table:number-rows-repeated="1000000">${number('1', 'table:number-columns-repeated="1000"')}</table:table-row></table:table>`,
  );
  expect((await opened(wide)).problems[0]?.expected).toMatch(/more than 8,000,000 cells/);
});

test('bytes that were changed inside a file, and a file cut short, are refused', async () => {
  const whole = ods(
    `<table:table table:name="S"><table:table-row>${number('12345')}</table:table-row></table:table>`,
  );
  const changed = zipOf({ 'content.xml': 'anything' }, { crc: 1 });
  for (const content of [changed, whole.slice(0, whole.length - 30), whole.slice(0, 60), new Uint8Array()]) {
    const { sheets, problems } = await opened(content);
    expect(sheets).toBeUndefined();
    expect(problems[0]?.expected).toMatch(/expected a whole workbook/);
  }
  const endless = zipOf({ 'content.xml': '<table:table table:name="S' });
  expect((await opened(endless)).problems[0]?.expected).toMatch(/ends in the middle/);
});

test('unpacking stops at its bound, whatever the archive says of itself', async () => {
  const [path = ''] = savedFiles({
    name: 'a.zip',
    content: zipOf({ a: 'x'.repeat(300_000) }, { claimed: 10 }),
  });
  const [file] = await zipDirectory(path);
  if (file === undefined) throw new Error('a file was expected');
  let taken = 0;
  const take = async (stream: AsyncIterable<Buffer>) => {
    for await (const piece of stream) taken += piece.length;
  };
  await unpack(path, file, 300_000, take);
  expect(taken).toBe(300_000);
  await expect(unpack(path, file, 200_000, take)).rejects.toThrow('more than');
});

const workbook = (value: number) => workbookOf({ Sheet: [['people'], [value]] });

test('is unpacked once for all who ask, and anew when the file is opened anew', async () => {
  const [path = ''] = savedFiles({ name: 'figures.xlsx', content: await workbook(9) });
  const file = await openSourceFile(path);
  const first = await openWorkbook(file, new ProblemList());
  expect(first).toEqual([{ name: 'Sheet', rows: [['people'], ['9']], unread: new Map() }]);
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
