import { describe, expect, test } from 'vitest';
import { ethnicSchemes } from '../../contract/dimensions.ts';
import type { ObservationItem } from '../source.ts';
import { msoas, readBy } from '../testing.ts';
import { type SheetOfTest, workbookOf } from '../testing-workbook.ts';
import { nhsEnglandCovid19Weekly } from './nhs-england-covid-19-weekly.ts';

type Sheets = Record<string, SheetOfTest>;

const titles = (title: string, period = '8th December 2020 to 14th March 2021'): SheetOfTest => [
  [],
  [null, 'Title:', title],
  [null, 'Period:', period],
];

/** Title rows, spacer columns, two header rows and totals, as the workbook of March 2021 has them. */
function workbook(): Sheets {
  const dose = 'Number of people vaccinated with at least 1 dose';
  const people = [...Array(7).fill(null)] as null[];
  return {
    Contents: [[null, 'Contents']],
    LTLA: [
      ...titles('COVID-19 Vaccinations By Lower Tier Local Authority (LTLA) of Residence'),
      [null, 'Region Code', 'Region Name', 'LTLA Code', 'LTLA Name', dose],
      [null, null, null, null, null, 'Under 55', '55-59', '60+'],
      [null, 'Total', null, null, null, 900, 500, 400],
      [],
      [null, 'E12000007', 'London', 'E09000099', 'Exampleton', 90, 50, 40],
      [null, 'E12000007', 'London', 'E09000001', 'City of London', 9, 5, 4],
    ],
    MSOA: [
      ...titles('COVID-19 Vaccinations By Middle Layer Super Output Area (MSOA) of Residence'),
      [null, 'LTLA Code', 'LTLA Name', 'MSOA Code', 'MSOA Name', dose],
      [null, null, null, null, null, 'Under 55', '55-59', '60+'],
      ...msoas.map((code, i) => [null, 'E09000099', 'Exampleton', code, `Middle ${i}`, 50 - 10 * i, 25, 20]),
      [null, 'E09000001', 'City of London', 'E02000009', 'Elsewhere', 9, 5, 4],
    ],
    'Care Homes by UTLA': [
      ...titles(
        'COVID-19 Vaccinations of Residents and Staff in Older Adult Care Homes by Upper Tier Local Authority',
      ),
      [null, null, null, 'Residents', null, null, null, null, 'Staff'],
      [],
      [
        null,
        'UTLA',
        null,
        'Total number of residents',
        'Total number of residents eligible due to not having had COVID-19',
        'Number of eligible residents vaccinated (1st dose)',
        '% of residents',
        null,
        'Total number of staff',
        'Total number of staff eligible due to not having had COVID-19',
        'Number of eligible staff vaccinated (1st dose)',
        '% of staff',
      ],
      [],
      [null, 'Total', null, 4050, 4000, 3660, 0.915, null, 6760, 6710, 3800, 0.566],
      [],
      [null, 'Exampleton', null, 405, 400, 366, 0.915, null, 676, 671, 'tbc', 'tbc'],
      [null, 'Elsewhere', null, 5, 4, 3, 0.75, null, 7, 6, 5, 0.8],
      [null, 'Data quality notes:'],
    ],
    'Population estimates (NIMS)': [
      ...titles('NIMS Population Estimates', '9th March 2021'),
      [
        null,
        'LTLA Code',
        'LTLA Name',
        'Population estimates',
        null,
        null,
        null,
        null,
        'MSOA Code',
        'MSOA Name',
        'Population estimates',
      ],
      [
        null,
        null,
        null,
        'Under 16',
        '16-54',
        '55-59',
        '60+',
        null,
        null,
        null,
        'Under 16',
        '16-54',
        '55-59',
        '60+',
        '16+',
      ],
      [null, 'E09000001', 'City of London', 1, 2, 3, 4, null, msoas[0], 'Middle', 10, 20, 30, 40, 90],
      [null, 'E09000099', 'Exampleton', 11, 22, 33, 44, null, msoas[1], 'Middle', 1, 2, 3, 4, 9],
      [...people, null, 'E02000009', 'Elsewhere', 5, 5, 5, 5, 15],
    ],
  };
}

async function read(sheets: Sheets) {
  const { items, ...rest } = await readBy(nhsEnglandCovid19Weekly, await workbookOf(sheets));
  return { items: items as ObservationItem[], ...rest };
}
const valuesOf = (items: readonly ObservationItem[], measure: string, areaCode: string) =>
  items.filter((item) => item.measure === measure && item.areaCode === areaCode).map(({ value }) => value);

test('care homes: residents and staff eligible and vaccinated, of the council and of England', async () => {
  const { items, problems } = await read(workbook());
  expect(problems).toEqual([]);
  expect(valuesOf(items, 'care-home-residents-eligible', 'E09000099')).toEqual([400]);
  expect(valuesOf(items, 'covid-19-dose-1-care-home-residents', 'E09000099')).toEqual([366]);
  expect(valuesOf(items, 'covid-19-dose-1-care-home-residents', 'E92000001')).toEqual([3660]);
  expect(
    items.find((item) => item.measure === 'covid-19-dose-1-care-home-staff' && item.areaType === 'borough'),
  ).toMatchObject({
    status: 'missing',
    value: null,
    period: '2021-03-14',
  });
});

test('doses by age of the council and its MSOAs; the youngest begin at 16', async () => {
  const { items } = await read(workbook());
  expect(valuesOf(items, 'covid-19-dose-1', 'E09000099')).toEqual([90, 50, 40]);
  expect(valuesOf(items, 'covid-19-dose-1', msoas[1])).toEqual([40, 25, 20]);
  const council = items.filter((item) => item.measure === 'covid-19-dose-1' && item.areaType === 'borough');
  expect(council.map(({ ageBand }) => ageBand)).toEqual(['16-54', '55-59', '60-plus']);
});

test('tables side by side are told apart by their spacer columns; totals within them are left out', async () => {
  const { items } = await read(workbook());
  expect(valuesOf(items, 'residents-nims', 'E09000099')).toEqual([11, 22, 33, 44]);
  expect(valuesOf(items, 'residents-nims', msoas[0])).toEqual([10, 20, 30, 40]);
});

test('sheets not needed are named, and a renamed one is known by its title', async () => {
  const { 'Care Homes by UTLA': careHomes = [], ...others } = workbook();
  const { items, tally } = await read({ ...others, 'Table 9': careHomes, CEV: [['x']] });
  expect([...(tally.ignored ?? [])]).toEqual(['Contents', 'CEV']);
  expect(valuesOf(items, 'covid-19-dose-1-care-home-residents', 'E09000099')).toEqual([366]);
});

describe('refused, with the sheet named', () => {
  const problemsOf = async (name: string, change: (sheet: SheetOfTest) => SheetOfTest) => {
    const sheets = workbook();
    sheets[name] = change(sheets[name] ?? []);
    return (await read(sheets)).problems;
  };
  const swap = (from: string, to: string) => (sheet: SheetOfTest) =>
    sheet.map((row) => row.map((cell) => (cell === from ? to : cell)));

  test('a column that is renamed, and groups without their label', async () => {
    const renamed = await problemsOf(
      'Care Homes by UTLA',
      swap('Number of eligible residents vaccinated (1st dose)', 'Number of residents vaccinated'),
    );
    expect(renamed).toEqual([
      expect.objectContaining({ sheet: 'Care Homes by UTLA', column: 'covid-19-dose-1-care-home-residents' }),
    ]);
    const unlabelled = await problemsOf('Care Homes by UTLA', swap('Staff', ''));
    expect(unlabelled.map(({ column }) => column)).toEqual([
      'care-home-staff-eligible',
      'covid-19-dose-1-care-home-staff',
    ]);
  });

  test('age groups with a gap, twice, or unheard of', async () => {
    for (const words of ['57-59', 'Under 55', 'Middle-aged']) {
      const problems = await problemsOf('LTLA', swap('55-59', words));
      expect(problems.length).toBeGreaterThan(0);
      expect(new Set(problems.map(({ sheet }) => sheet))).toEqual(new Set(['LTLA']));
    }
  });

  test('more vaccinated than eligible, words for a number, the council twice or not there', async () => {
    const change = (from: string | number, to: string | number) => (sheet: SheetOfTest) =>
      sheet.map((row) => row.map((cell) => (cell === from ? to : cell)));
    for (const [from, to, column] of [
      [366, 401, 'Residents: Number of eligible residents vaccinated (1st dose)'],
      [366, 'many', 'Residents: Number of eligible residents vaccinated (1st dose)'],
      ['Elsewhere', 'Exampleton', 'UTLA'],
      ['Exampleton', 'Nowhere', undefined],
    ] as const) {
      const problems = await problemsOf('Care Homes by UTLA', change(from, to));
      expect(problems.map((problem) => problem.column)).toEqual([column]);
    }
  });

  test('an MSOA that is missing, sheets of two periods, a workbook with nothing of councils', async () => {
    expect(
      (await problemsOf('MSOA', (sheet) => sheet.filter((row) => row[3] !== msoas[1])))[0]?.expected,
    ).toMatch(/cut short/);
    const periods = await problemsOf(
      'LTLA',
      swap('8th December 2020 to 14th March 2021', '8th December 2020 to 7th March 2021'),
    );
    expect(periods).toEqual([
      expect.objectContaining({ column: 'Period:', value: '2021-03-07, 2021-03-14' }),
    ]);
    const { problems } = await read({ Ethnicity: [...titles('COVID-19 Vaccinations By Ethnicity')] });
    expect(problems[0]?.expected).toMatch(/The sheets are: Ethnicity/);
  });

  test('a file cut short', async () => {
    const whole = await workbookOf(workbook());
    const { problems } = await readBy(nhsEnglandCovid19Weekly, whole.slice(0, 900));
    expect(problems).toEqual([expect.objectContaining({ expected: expect.stringMatching(/cut short/) })]);
  });
});

test('older workbooks by region give regions and England', async () => {
  const { items, problems } = await readBy(
    nhsEnglandCovid19Weekly,
    await workbookOf({
      'Vaccinations by Region & Age': [
        ...titles(
          'COVID-19 Vaccinations By Region of Residence and Age Group',
          '8th December 2020 to 24th January 2021',
        ),
        [
          null,
          'Region of Residence',
          null,
          '1st dose',
          null,
          null,
          null,
          '2nd dose',
          null,
          null,
          null,
          'Cumulative Total Doses to Date',
        ],
        [
          null,
          null,
          null,
          'Under 80',
          '80+',
          'Percent of all 80+ population*',
          null,
          'Under 80',
          '80+',
          'Percent of all 80+ population*',
        ],
        [null, 'Total', null, 353, 226, 0.79, null, 11, 32, 0.11, null, 622],
      ],
    }),
  );
  expect(problems).toEqual([]);
  expect(
    (items as ObservationItem[]).map(({ measure, ageBand, value, period }) => [
      measure,
      ageBand,
      value,
      period,
    ]),
  ).toEqual([
    ['covid-19-dose-1', '16-79', 353, '2021-01-24'],
    ['covid-19-dose-1', '80-plus', 226, '2021-01-24'],
    ['covid-19-dose-2', '16-79', 11, '2021-01-24'],
    ['covid-19-dose-2', '80-plus', 32, '2021-01-24'],
  ]);
});

describe('doses by ethnic category', () => {
  const letters = 'ABCDEFGHJKLMNPRS';
  const categories = ethnicSchemes[2].groups.map(({ label }, i) =>
    i < letters.length
      ? `${letters[i]}: ${label.replace(/^Other:/, 'Other ethnic groups:').replace(': ', ' - ')}`
      : 'Not stated/Unknown',
  );
  const sheet = (names: readonly string[]): Sheets => ({
    'Ethnicity & Region': [
      ...titles('COVID-19 Vaccinations By Ethnicity and NHS Region of Residence'),
      [
        null,
        'NHS Region of Residence',
        null,
        '1st Dose',
        ...names.slice(1).map(() => null),
        null,
        '2nd Dose',
        ...names.slice(1).map(() => null),
        null,
        'Cumulative Total Doses to Date',
      ],
      [null, null, null, ...names, null, ...names, null, null],
      [
        null,
        'Total',
        null,
        ...names.map((_, i) => 100 + i),
        null,
        ...names.map((_, i) => 10 + i),
        null,
        9999,
      ],
    ],
  });

  test('are those of regions and England, unknown among them', async () => {
    const { items, problems } = await readBy(nhsEnglandCovid19Weekly, await workbookOf(sheet(categories)));
    expect(problems).toEqual([]);
    expect(items).toHaveLength(2 * 17);
    expect((items as ObservationItem[]).find((item) => item.ethnicGroup === 'chinese')).toMatchObject({
      measure: 'covid-19-dose-1',
      ethnicScheme: 'nhs-16',
      value: 114,
      ageBand: '16-plus',
    });
    expect(items.at(-1)).toMatchObject({ measure: 'covid-19-dose-2', ethnicGroup: 'unknown', value: 26 });
  });

  test('a category that is renamed is refused by name', async () => {
    const renamed = categories.map((name) => name.replace('Pakistani', 'Of Pakistan'));
    const { problems } = await readBy(nhsEnglandCovid19Weekly, await workbookOf(sheet(renamed)));
    expect(problems.map(({ expected }) => expected)).toEqual([
      'expected one column "Asian or Asian British: Pakistani" under "1st dose", found 0',
      'expected one column "Asian or Asian British: Pakistani" under "2nd dose", found 0',
    ]);
  });
});
