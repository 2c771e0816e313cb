/** What a COVER workbook says twice: in the sum of its authorities, in another sheet, in digits that were never rounded. */
import { expect, test } from 'vitest';
import { readBy } from '../testing.ts';
import { type SheetOfTest, workbookOf } from '../testing-workbook.ts';
import { ukhsaCover } from './ukhsa-cover.ts';

const ids = ['ONS Upper Tier LA Code', 'Upper Tier LA Name'];
const vaccines = {
  '12m': ['DTaP/IPV/Hib', 'PCV2', 'Rota'],
  '24m': ['DTaP/IPV/Hib', 'PCV Booster', 'Hib/MenC', 'MMR1'],
  '5y': ['DTaP/IPV/Hib', 'MMR1', 'MMR2', 'DTaPIPV', 'Hib/MenC'],
};
type Age = keyof typeof vaccines;
type Rows = readonly [england: readonly number[], other: readonly number[], ours: readonly number[]];

const sheetOf = (age: Age, [england, other, ours]: Rows): SheetOfTest => [
  [...ids, `${age} Denominator`, ...vaccines[age].map((vaccine) => `${age} ${vaccine}%`)],
  [null, 'England', ...england],
  ['E09000001', 'City of London', ...other],
  ['E09000099', 'Exampleton', ...ours],
];
const usual = (age: Age): Rows => {
  const alike = vaccines[age].map((_, at) => 93 - at);
  return [
    [2000, ...alike],
    [800, ...alike],
    [1000, ...alike],
  ];
};

/** The workbook with one sheet otherwise, or one sheet more. */
async function problemsOf(changed: Readonly<Record<string, SheetOfTest>> = {}) {
  const own = Object.fromEntries(
    (['12m', '24m', '5y'] as const).map((age) => [`${age}_UTLA_GOR`, sheetOf(age, usual(age))]),
  );
  const information = [['Vaccination coverage'], [null, 'England - 2016/17, Quarter 1: ']];
  const { problems } = await readBy(
    ukhsaCover,
    await workbookOf({ Information: information, ...own, ...changed }),
  );
  return problems.map(({ sheet, row, column, expected }) => ({ sheet, row, column, expected }));
}
const ofOneYear = (change: (rows: Rows) => Rows) => sheetOf('12m', change(usual('12m')));
const withFigure = (figures: readonly number[], at: number, value: number) => figures.with(at, value);

test('a workbook that agrees with itself is read', async () => {
  expect(await problemsOf()).toEqual([]);
  expect(await problemsOf({ '12m_UTLA_AT': sheetOf('12m', usual('12m')) })).toEqual([]);
});

test('authorities that add up to more children than the country has are told beside the row of the place', async () => {
  const sheet = ofOneYear(([england, other, ours]) => [england, withFigure(other, 0, 1001), ours]);
  expect(await problemsOf({ '12m_UTLA_GOR': sheet })).toEqual([
    {
      sheet: '12m_UTLA_GOR',
      row: 4,
      column: '12m Denominator',
      expected: expect.stringMatching(/^the local authorities add up to 2001 children, England has 2000;/),
    },
  ]);
});

test('a column of shares of one is no column of percentages', async () => {
  const sheet = ofOneYear((rows) => {
    const [england, other, ours] = rows.map((figures) => withFigure(figures, 2, 0.92));
    return [england ?? [], other ?? [], ours ?? []];
  });
  const told = await problemsOf({ '12m_UTLA_GOR': sheet });
  expect(told.map(({ expected }) => expected)).toContainEqual(
    expect.stringMatching(/^expected percentages of pcv2; every one of its figures is 1 or less$/),
  );
});

test('another sheet that says another percentage or number of children is named; one rounded otherwise agrees', async () => {
  const other = (at: number, value: number) =>
    ofOneYear(([england, elsewhere, ours]) => [england, elsewhere, withFigure(ours, at, value)]);
  expect(await problemsOf({ '12m_UTLA_AT': other(2, 92.4) })).toEqual([]);
  for (const [at, value, column] of [
    [2, 84, '12m PCV2%'],
    [0, 1100, '12m Denominator'],
  ] as const)
    expect(await problemsOf({ '12m_UTLA_AT': other(at, value) })).toEqual([
      { sheet: '12m_UTLA_GOR', row: 4, column, expected: `sheet "12m_UTLA_AT" says ${value} of the same` },
    ]);
});

test('a percentage that was never rounded is one of whole children', async () => {
  const unrounded = (percent: number) =>
    ofOneYear(([england, other]) => [england, other, [777, percent, 92, 91]]);
  expect(await problemsOf({ '12m_UTLA_GOR': unrounded((100 * 700) / 777) })).toEqual([]);
  expect(await problemsOf({ '12m_UTLA_GOR': unrounded((100 * 700.4) / 777) })).toEqual([
    {
      sheet: '12m_UTLA_GOR',
      row: 4,
      column: '12m DTaP/IPV/Hib%',
      expected: 'expected the percentage of a whole number of the 777 children',
    },
  ]);
});
