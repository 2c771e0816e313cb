import { expect, test } from 'vitest';
import type { ObservationItem } from '../source.ts';
import { placesOf, readBy, wards } from '../testing.ts';
import { type SheetOfTest, workbookOf } from '../testing-workbook.ts';
import { dwpAreaTables } from './dwp-area-tables.ts';

const head = (name: string, ...years: string[]) => [
  name,
  'Area Code',
  ...years.map((year) => `Number of children FYE ${year}`),
  ...years.map((year) => `Percentage of children FYE ${year} (%)`),
];
const years = ['2020', '2021 [p]'];
const titles: SheetOfTest = [['Children in low-income families'], ['Source:', 'DWP']];
function workbook(): Record<string, SheetOfTest> {
  const authorities: SheetOfTest = [
    ...titles,
    head('Local Authority', ...years),
    ['United Kingdom', 'K02000001', 900, 800, 0.2, 0.1],
    ['England', 'E92000001', 900, 800, 0.2, 0.1],
    ['Exampleton', 'E09000099', 300, 280, 0.2, 0.1],
  ];
  const small: SheetOfTest = [
    ...titles,
    head('Ward', ...years),
    ...wards.map((code, i) => [`Ward ${i}`, code, 150 + i, 140, 0.2, 0.1]),
    ['Elsewhere', 'E05999999', 1, 2, 0.2, 0.1],
    ['Scotland has wards too', 'S13999999', 1, 2, 0.2, 0.1],
  ];
  return {
    Notes: [['Notes']],
    '1_Relative_Local_Authority': authorities,
    '2_Absolute_Local_Authority': authorities,
    '5_Relative_Ward': small,
    '6_Absolute_Ward': small,
  };
}
async function read(sheets: Record<string, SheetOfTest>) {
  const { items, ...rest } = await readBy(dwpAreaTables, await workbookOf(sheets, 'ods'));
  return { items: items as ObservationItem[], ...rest };
}
const changed = (name: string, change: (row: SheetOfTest[number]) => SheetOfTest[number]) => {
  const sheets = workbook();
  sheets[name] = (sheets[name] ?? []).map(change);
  return read(sheets);
};

test('wards and their local authority by year, by the names of the sheets; provisional figures are noted', async () => {
  const { items, problems, tally } = await read(workbook());
  expect(problems).toEqual([]);
  expect(items).toHaveLength(12);
  expect(
    items.filter(({ measure, areaType }) => areaType === 'borough' && measure.includes('relative')),
  ).toEqual([
    expect.objectContaining({ period: '2019-20', value: 300 }),
    expect.objectContaining({ period: '2020-21', value: 280, note: expect.stringMatching(/provisional/) }),
  ]);
  expect(items.find(({ areaCode }) => areaCode === wards[1])).toMatchObject({ areaType: 'ward', value: 151 });
  expect([...(tally.ignored ?? [])]).toEqual(['Notes']);
});

test('a lost sheet, year, ward or figure is refused', async () => {
  const { '6_Absolute_Ward': _, ...others } = workbook();
  expect((await read(others)).problems[0]?.expected).toMatch(/_Absolute_Ward".*5_Relative_Ward/);
  const gap = await changed('5_Relative_Ward', (row) =>
    row.map((cell) => (cell === 'Number of children FYE 2020' ? 'Number of children FYE 2018' : cell)),
  );
  expect(gap.problems[0]?.expected).toMatch(/without a gap; none follows 2017-18/);
  const ward = await changed('5_Relative_Ward', (row) => (row[1] === wards[1] ? [] : row));
  expect(ward.problems[0]?.expected).toContain(wards[1]);
  const empty = await changed('5_Relative_Ward', (row) => row.map((cell) => (cell === 151 ? null : cell)));
  expect(placesOf(empty.problems)).toEqual(['5, Number of children FYE 2020']);
});

test('a workbook of the place by wards of before is not called one of another place', async () => {
  const { problems } = await changed('5_Relative_Ward', (row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.replace('E0500000', 'E0509999') : cell)),
  );
  expect(problems.map(({ expected }) => expected)).toEqual([
    expect.stringMatching(/^2 of the 2 ward codes of Exampleton .* or of other boundaries\?$/i),
  ]);
});

test('wards that do not make their local authority are refused', async () => {
  const { problems } = await changed('5_Relative_Ward', (row) =>
    row.map((cell) => (cell === 151 ? 1510 : cell)),
  );
  expect(problems).toEqual([expect.objectContaining({ value: '2019-20' })]);
});
