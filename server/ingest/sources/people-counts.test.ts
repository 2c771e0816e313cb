import { expect, test } from 'vitest';
import type { CountTable } from '../../indicators/count-tables.ts';
import { describe as said } from '../problems.ts';
import { kindsOf } from '../refusals.ts';
import { placesOf, readBy, wards } from '../testing.ts';
import { peopleCountsOf } from './people-counts.ts';

const checks: CountTable = {
  id: 'checks',
  dataset: 'examples',
  people: 'checks-people',
  with: 'checks-done',
  without: 'checks-not-done',
  areas: { type: 'ward', edition: '2025' },
  schemes: ['census-2021-5'],
  ageBands: ['16-64', '65-plus'],
};
const source = peopleCountsOf([checks]);
const header = 'table,period,area_code,ethnic_group,age_band,people,with';
const groups = ['asian', 'black', 'mixed', 'white', 'other', 'unknown'];
const lines = wards.flatMap((ward) =>
  groups.flatMap((group) => checks.ageBands.map((age) => `checks,2024-25,${ward},${group},${age},901,733`)),
);
const fileOf = (rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
const read = (rows: readonly string[]) => readBy(source, fileOf(rows));

/** The file with one row put otherwise: the third, so row 4 as a spreadsheet numbers it. */
const readWith = (row: string) => read(lines.with(2, row));

test('each row is two figures: all people, and those with it', async () => {
  const { items, problems, tally } = await read(lines);
  expect(problems).toEqual([]);
  expect(tally).toEqual({ read: 24, skipped: 0 });
  expect(items).toHaveLength(48);
  const about = {
    kind: 'observation',
    row: 2,
    period: '2024-25',
    areaType: 'ward',
    areaCode: wards[0],
    ethnicScheme: 'census-2021-5',
    ethnicGroup: 'asian',
    ageBand: '16-64',
    status: 'value',
  };
  expect(items.slice(0, 2)).toEqual([
    { ...about, measure: 'checks-people', value: 901 },
    { ...about, measure: 'checks-done', value: 733 },
  ]);
});

const third = `checks,2024-25,${wards[0]},black,16-64,901,733`;

test.each([
  ['a table there is not', third.replace('checks', 'check'), 'table', 'expected one of: checks'],
  ['no period', third.replace('2024-25', '2024-26'), 'period', 'expected a period such as 2024-25'],
  ['an area elsewhere', third.replace(wards[0], 'E05999999'), 'area_code', 'expected a ward of Exampleton'],
  [
    'a group of no or another scheme',
    third.replace('black', 'african'),
    'ethnic_group',
    `${groups[0]}, black`,
  ],
  ['an age band of another table', third.replace('16-64', '16-24'), 'age_band', 'one of: 16-64, 65-plus'],
  ['part of a person', third.replace('901', '901.5'), 'people', 'a whole number of people, zero or more'],
  ['fewer people than none', third.replace('733', '-4'), 'with', 'a whole number of people, zero or more'],
  ['more with it than there are', third.replace('733', '902'), 'with', 'at most the number in the column'],
])('%s is refused, with its row, column and what would be right', async (_, row, column, right) => {
  const { problems } = await readWith(row);
  expect(placesOf(problems)[0]).toBe(`4, ${column}`);
  expect(problems[0]?.expected).toContain(right);
  expect(kindsOf(problems.slice(0, 1))).toEqual([{ kind: 'value', count: 1 }]);
});

test('a combination that is missing is named, as is the row of one given twice', async () => {
  const { problems: missing } = await read(lines.toSpliced(2, 1));
  expect(missing.map(({ expected }) => expected)).toEqual([
    `1 of the 24 combinations of "checks" are missing in the period of row 2, the first: ${wards[0]}, black, 16-64; expected each, with 0 where there is nobody`,
  ]);
  const { items, problems } = await read([...lines, third.replace('733', '1')]);
  expect(problems.map(({ row, expected }) => [row, expected])).toEqual([
    [26, 'the combination stands in row 4 already; expected it once'],
  ]);
  expect(items).toHaveLength(48);
});

test('each period of a table needs every combination', async () => {
  const { problems } = await read([...lines, third.replace('2024-25', '2023-24')]);
  expect(problems.map(({ expected }) => expected).join()).toMatch(
    /^23 of the 24 combinations .* in the period of row 26/,
  );
});

test('nothing that stands in a file is repeated, whatever column it stands in', async () => {
  const secret = '7351';
  const shifted = third.split(',').map((_, at, cells) => cells.with(at, secret).join());
  for (const row of shifted) {
    const { problems } = await readWith(row);
    expect(problems.map(said).join('\n')).not.toContain(secret);
    expect(JSON.stringify(problems)).not.toContain(secret);
  }
});

test('a note is no part of the layout, and is not kept', async () => {
  const noted = fileOf(lines.map((line) => `${line},about Mrs A`)).replace('with\n', 'with,note\n');
  const { items, problems } = await readBy(source, noted);
  expect(problems).toEqual([]);
  expect(JSON.stringify(items)).not.toContain('Mrs A');
});

test('before the areas are loaded, that is said once', async () => {
  const { problems } = await readBy(source, fileOf(lines), { nothingLoaded: true });
  expect(problems).toHaveLength(1);
  expect(problems[0]?.expected).toContain('load the ONS lookup or boundary file first');
});
