import { expect, test } from 'vitest';
import type { DoseTable } from '../../indicators/dose-tables.ts';
import { describe as said } from '../problems.ts';
import { kindsOf } from '../refusals.ts';
import { msoas, placesOf, readAllBy, readBy, wards } from '../testing.ts';
import { doseCountsOf } from './dose-counts.ts';

const dose = (id: string) => ({
  id,
  title: id,
  with: `shots-${id}`,
  without: `shots-no-${id}`,
  awaiting: `shots-awaiting-${id}`,
  dates: ['2020-12-10', '2022-12-31'] as const,
});
const shots: DoseTable = {
  id: 'shots',
  dataset: 'examples',
  people: 'shots-people',
  doses: [dose('dose-1'), dose('dose-2')],
  areas: { type: 'ward', edition: '2025' },
  parts: { type: 'msoa', edition: '2011' },
  schemes: ['census-2021-19', 'census-2021-5'],
  ageBands: ['16-64', '65-plus'],
  widerBands: [],
  allAges: '16-plus',
  known: { people: { measure: 'residents-nims', period: '2021' }, doses: {} },
};
const source = doseCountsOf([shots]);

/** The first MSOA lies across both wards. */
const pieces = [
  [msoas[0], wards[0]],
  [msoas[0], wards[1]],
  [msoas[1], wards[1]],
] as const;
const five = ['asian', 'black', 'mixed', 'white', 'other', 'unknown'];
/** One group of nineteen holds everybody of each of the five. */
const holder: Readonly<Record<string, string>> = {
  indian: 'asian',
  african: 'black',
  'other-mixed': 'mixed',
  'white-british': 'white',
  arab: 'other',
  unknown: 'unknown',
};
const others =
  'bangladeshi chinese pakistani other-asian caribbean other-black white-and-asian white-and-black-african white-and-black-caribbean white-irish gypsy-or-irish-traveller roma other-white any-other'.split(
    ' ',
  );

const crossedHeader = 'table,period,msoa_code,area_code,ethnic_group,age_band,people,dose_1,dose_2';
const weeklyHeader = 'table,period,area_code,ethnic_group,people,dose_1,dose_2';
const crossed = (period: string, counts: string, header = crossedHeader) => [
  header,
  ...pieces.flatMap(([msoa, ward]) =>
    five.flatMap((group) =>
      shots.ageBands.map((age) => `shots,${period},${msoa},${ward},${group},${age},${counts}`),
    ),
  ),
];
/** The first ward has one piece, the second two; each of two age bands. */
const weekly = (period: string, [people, first, second]: readonly [number, number, number | '']) =>
  [weeklyHeader].concat(
    wards.flatMap((ward, at) => {
      const cells = 2 * (at + 1);
      const sums = [people * cells, first * cells, second === '' ? '' : second * cells].join();
      return [
        ...Object.keys(holder).map((group) => `shots,${period},${ward},${group},${sums}`),
        ...others.map((group) => `shots,${period},${ward},${group},${second === '' ? '0,0,' : '0,0,0'}`),
      ];
    }),
  );
const textOf = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const readLines = (...files: readonly (readonly string[])[]) =>
  readAllBy(
    source,
    files.map((lines, at) => ({ name: `file-${at + 1}.csv`, content: textOf(lines) })),
  );
const good = crossed('2021-03-31', '90,70,30');
const third = good[3] ?? '';

test('a row of a crossed date is people, and those with each dose, of a piece of a ward', async () => {
  const { items, problems, tally } = await readLines(good);
  expect(problems).toEqual([]);
  expect(tally).toEqual({ read: 36, skipped: 0 });
  expect(items).toHaveLength(108);
  const about = {
    kind: 'observation',
    row: 2,
    period: '2021-03-31',
    areaType: 'ward',
    areaCode: wards[0],
    overlapCode: msoas[0],
    ethnicScheme: 'census-2021-5',
    ethnicGroup: 'asian',
    ageBand: '16-64',
    status: 'value',
  };
  expect(items.slice(0, 3)).toEqual([
    { ...about, measure: 'shots-people', value: 90 },
    { ...about, measure: 'shots-dose-1', value: 70 },
    { ...about, measure: 'shots-dose-2', value: 30 },
  ]);
});

test('where there is one table a file need not name it; where there are more it must', async () => {
  const unnamed = good.map((line) => line.split(',').slice(1).join());
  const [named, left] = [await readLines(good), await readLines(unnamed)];
  expect(left).toEqual(named);
  const { problems } = await readBy(doseCountsOf([shots, { ...shots, id: 'more-shots' }]), textOf(unnamed));
  expect(placesOf(problems)).toEqual(['1, table']);
});

test('a row of a week is of a whole ward, one of nineteen groups and all ages of the table', async () => {
  const { items, problems } = await readLines(weekly('2021-03-25', [90, 60, 20]));
  expect(problems).toEqual([]);
  expect(items).toHaveLength(2 * 20 * 3);
  expect(items[1]).toEqual({
    kind: 'observation',
    row: 2,
    period: '2021-03-25',
    areaType: 'ward',
    areaCode: wards[0],
    overlapCode: '',
    ethnicScheme: 'census-2021-19',
    ethnicGroup: 'indian',
    ageBand: '16-plus',
    status: 'value',
    measure: 'shots-dose-1',
    value: 120,
  });
});

test('before a dose begins its column is empty, and there is no figure of it', async () => {
  const { items, problems } = await readLines(
    crossed('2020-12-31', '90,5,'),
    weekly('2020-12-24', [90, 4, '']),
    good,
  );
  expect(problems).toEqual([]);
  const early = items.filter((item) => item.kind === 'observation' && item.period < '2021');
  expect(new Set(early.map((item) => item.kind === 'observation' && item.measure))).toEqual(
    new Set(['shots-people', 'shots-dose-1']),
  );
});

test.each([
  ['a table there is not', third.replace('shots', 'shot'), 'table', 'expected one of: shots'],
  ['a period that is no date', third.replace('2021-03-31', '2021'), 'period', 'a date such as 2021-07-15'],
  ['an area elsewhere', third.replace(wards[0], 'E05999999'), 'area_code', 'expected a ward of Exampleton'],
  [
    'a small area elsewhere',
    third.replace(msoas[0], 'E02999999'),
    'msoa_code',
    'expected a middle layer super output area of Exampleton',
  ],
  ['a group of another scheme', third.replace('black', 'african'), 'ethnic_group', 'asian, black'],
  ['an age band of another table', third.replace('16-64', '16-24'), 'age_band', 'one of: 16-64, 65-plus'],
  ['part of a person', third.replace('90', '90.5'), 'people', 'a whole number of people, zero or more'],
  ['a first dose left out', third.replace('70,30', ',30'), 'dose_1', 'a whole number of people'],
  [
    'more first doses than people',
    third.replace('70', '91'),
    'dose_1',
    'at most the number in the column "people"',
  ],
  [
    'more second doses than first',
    third.replace('30', '71'),
    'dose_2',
    'at most the number in the column "dose_1"',
  ],
  [
    'a dose counted in some rows only',
    third.replace('70,30', '70,'),
    'dose_2',
    'expected a number, as in row 2',
  ],
])('%s is refused, with its row, column and what would be right', async (_, row, column, right) => {
  const { problems } = await readLines(good.with(3, row));
  expect(placesOf(problems)[0]).toBe(`4, ${column}`);
  expect(problems[0]?.expected).toContain(right);
  expect(kindsOf(problems.slice(0, 1))).toEqual([{ kind: 'value', count: 1 }]);
});

test('a combination that is missing is named, as is the row of one given twice', async () => {
  const { problems: missing } = await readLines(good.toSpliced(3, 1));
  expect(missing.map(({ expected }) => expected)).toEqual([
    `1 of the 36 combinations of "shots" are missing in the period of row 2, the first: ${wards[0]}, black, 16-64, ${msoas[0]}; expected each, with 0 where there is nobody`,
  ]);
  const { problems: twice } = await readLines([...good, third]);
  expect(twice.map(({ row, expected }) => [row, expected])).toEqual([
    [38, 'the combination stands in row 4 already; expected it once'],
  ]);
});

test('every ward and every small area has a piece', async () => {
  const { problems } = await readLines(good.filter((line) => !line.includes(msoas[1])));
  expect(problems.map(({ expected }) => expected)).toEqual([
    `no row is about ${msoas[1]}; expected every middle layer super output area of Exampleton, with 0 where there is nobody`,
  ]);
});

test('the pieces of the first crossed date are those of every date', async () => {
  const stray = `shots,2021-06-30,${msoas[1]},${wards[0]},black,16-64,90,80,40`;
  const { problems } = await readLines(good, [...crossed('2021-06-30', '90,80,40'), stray]);
  expect(placesOf(problems)).toEqual(['38, msoa_code']);
  expect(problems[0]?.file).toBe('file-2.csv');
  expect(problems[0]?.expected).toContain('in file-1.csv (2021-03-31) too');
  const lacking = crossed('2021-06-30', '90,80,40').filter((line) => !line.includes(msoas[1]));
  const { problems: missing } = await readLines(good, lacking);
  expect(missing[0]?.expected).toMatch(/^12 of the 36 combinations of "shots" are missing/);
});

test('counts so far never fall, in whichever order the files come', async () => {
  const later = crossed('2021-06-30', '90,80,40');
  const fallen = later.with(3, (later[3] ?? '').replace(/90,.*/, '90,69,40'));
  for (const files of [
    [good, fallen],
    [fallen, good],
  ]) {
    const { problems } = await readLines(...files);
    expect(placesOf(problems)).toEqual(['4, dose_1']);
    expect(problems[0]?.expected).toMatch(
      /^expected at least as many as in row 4 of file-\d.csv \(2021-03-31\)/,
    );
  }
});

test('a dose is held against the last date that counts it', async () => {
  const between = crossed('2021-05-31', '90,75,');
  const fallen = crossed('2021-06-30', '90,80,29');
  const { problems } = await readLines(good, between, fallen);
  expect(new Set(problems.map(({ column }) => column))).toEqual(new Set(['dose_2']));
  expect(problems).toHaveLength(36);
});

test('people are the same at every date', async () => {
  const later = crossed('2021-06-30', '90,80,40');
  const { problems } = await readLines(good, later.with(3, (later[3] ?? '').replace('90,80', '91,80')));
  expect(placesOf(problems)).toEqual(['4, people']);
  expect(problems[0]?.expected).toBe(
    'expected the same people as in row 4 of file-1.csv (2021-03-31): nobody moves between dates',
  );
});

test('a week that ends on a crossed date adds up to the same, group by group', async () => {
  const week = weekly('2021-03-31', [90, 70, 30]);
  expect((await readLines(good, week)).problems).toEqual([]);
  const { problems } = await readLines(good, week.with(2, (week[2] ?? '').replace(',60', ',59')));
  expect(placesOf(problems)).toEqual(['3, dose_2']);
  expect(problems[0]?.expected).toBe(
    `expected the groups of ${wards[0]}, black to add up to its pieces in file-1.csv (2021-03-31)`,
  );
});

test('a crossed file without one of its columns is not taken for a weekly one', async () => {
  const lacking = (column: number) => good.map((line) => line.split(',').toSpliced(column, 1).join());
  for (const [column, name] of [
    [2, 'msoa_code'],
    [5, 'age_band'],
  ] as const) {
    const { problems } = await readLines(lacking(column));
    expect(placesOf(problems)[0]).toBe(`1, ${name}`);
    expect(problems[0]?.expected).toContain('the column is missing; "doses of a crossed date" needs it');
  }
});

test('nothing that stands in a file is repeated, whatever column it stands in', async () => {
  const secret = '7351';
  const later = crossed('2021-06-30', '90,80,40');
  const week = weekly('2021-06-30', [90, 80, 40]);
  const shifted = (line: string) => line.split(',').map((_, at, cells) => cells.with(at, secret).join());
  const reads = [
    ...shifted(third).map((row) => readLines(good.with(3, row), later)),
    ...shifted(later[3] ?? '').map((row) => readLines(good, later.with(3, row), week)),
    ...shifted(week[3] ?? '').map((row) => readLines(later, week.with(3, row))),
  ];
  for (const { problems } of await Promise.all(reads)) {
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.map(said).join('\n')).not.toContain(secret);
    expect(JSON.stringify(problems)).not.toContain(secret);
  }
});

test('before the areas are loaded, that is said once', async () => {
  const { problems } = await readBy(source, textOf(good), { nothingLoaded: true });
  expect(problems).toHaveLength(1);
  expect(problems[0]?.expected).toContain('load the ONS lookup or boundary file first');
});
