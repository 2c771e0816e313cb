import { expect, test } from 'vitest';
import { placesOf, readBy } from '../testing.ts';
import { fingertips } from './fingertips.ts';

const HEADER =
  'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Compared to Region value or percentiles,Time period Sortable,New data,Compared to goal';
/** The name is quoted and ends in a line break; the last cell of the header has none under it. */
const row = (age = 'All ages', value = '44.4', lower = '37.2', category = '') =>
  `93356,"Campylobacter incidence rate/100,000\n",E12000007,London region,E09000099,Exampleton,County & UA,Persons,${age},${category},,2015,${value},${lower},52.4,,,137,308901,,,Better,Better,20150000,`;
const read = (...rows: string[]) => readBy(fingertips, `${[HEADER, ...rows].join('\n')}\n`);

test('quoted line breaks and rows one cell short are read, with limits', async () => {
  const { items, problems } = await read(row(), row('0-9 yrs', '228.2', '183.7').replace('52.4', '281.1'));
  expect(problems).toEqual([]);
  expect(items).toEqual([
    expect.objectContaining({
      measure: 'campylobacter-incidence',
      value: 44.4,
      lower95: 37.2,
      upper95: 52.4,
      ageBand: 'all',
      sex: 'all',
    }),
    expect.objectContaining({ ageBand: '0-9', value: 228.2 }),
  ]);
});

test('an export of 27 columns with full rows is read by the names of its columns', async () => {
  const [header, first] = [HEADER, row()].map(
    (line, i) => `${line},${i === 0 ? 'Time period range' : '1y,'}`,
  );
  const { items, problems } = await readBy(fingertips, `${header}\n${first}\n`);
  expect(problems).toEqual([]);
  expect(items).toHaveLength(1);
});

test('breakdowns by category and other areas are left out', async () => {
  const { items } = await read(
    row(),
    row('All ages', '44.4', '37.2', 'County & UA deprivation deciles'),
    row().replace('E09000099', 'E06000001'),
  );
  expect(items).toHaveLength(1);
});

test('limits off the value, unknown ages and lost columns are refused', async () => {
  const { problems } = await read(row('All ages', '44.4', '45'), row('young'), row('All ages', 'x'));
  expect(problems.map(({ column }) => column)).toEqual([
    'Lower CI 95.0 limit',
    'Age',
    'Value',
    'Upper CI 95.0 limit',
  ]);
  const lost = await readBy(
    fingertips,
    [HEADER.replace('Value,', ''), row().replace(',44.4', '')].join('\n'),
  );
  expect(placesOf(lost.problems)).toEqual(['1, Value']);
});

test('a row cut short by more than its last cell is refused', async () => {
  const { problems } = await read(row(), row().slice(0, -30));
  expect(problems[0]?.expected).toMatch(/cut short/);
});
