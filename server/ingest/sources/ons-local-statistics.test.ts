import { expect, test } from 'vitest';
import { placesOf, readBy } from '../testing.ts';
import { onsLocalStatistics } from './ons-local-statistics.ts';

const HEADER =
  '\ufeffareacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes';
const women =
  'E09000099,Exampleton,Local Authority District,Female healthy life expectancy,2022-01-01/P3Y,62.7,Years,yrs,56.8,68.5,,';
const read = (...rows: string[]) => readBy(onsLocalStatistics, [HEADER, ...rows].join('\n'));

test('values with limits, by sex where the name says it; years from a day are a period', async () => {
  const { items, problems, tally } = await read(
    women,
    women.replace('E09000099,Exampleton', 'E92000001,England'),
    women.replace('E09000099,Exampleton', 'E07000001,Elsewhere'),
    women.replace('Female healthy life expectancy', 'Gross weekly pay'),
  );
  expect(problems).toEqual([]);
  const base = { measure: 'healthy-life-expectancy-at-birth', period: '2022--2024', lower95: 56.8 };
  expect(items).toEqual([
    expect.objectContaining({ ...base, areaType: 'borough', sex: 'female', value: 62.7 }),
    expect.objectContaining({ ...base, areaType: 'country', sex: 'female' }),
  ]);
  expect(tally.skipped).toBe(1);
  expect([...(tally.ignored ?? [])]).toEqual(['Gross weekly pay']);
});

test('columns in another order are read by their names', async () => {
  const turned = [HEADER, women].map((line) => line.replace('\ufeff', '').split(',').reverse().join(','));
  const { items } = await readBy(onsLocalStatistics, turned.join('\n'));
  expect(items).toEqual([expect.objectContaining({ value: 62.7, upper95: 68.5 })]);
});

test.each([
  ['x', 'missing'],
  ['c', 'withheld'],
  ['z', 'nobody-to-count'],
])('the letter %s beside an empty figure says %s, as its mark does elsewhere', async (letter, status) => {
  const { items, problems } = await read(
    women.replace('62.7,Years,yrs,56.8,68.5,,', `,Years,yrs,,,${letter},`),
  );
  expect(problems).toEqual([]);
  expect(items).toEqual([expect.objectContaining({ status, value: null })]);
});

test('u says that there is no figure; other words under status are a note', async () => {
  const without = women.replace('62.7,Years,yrs,56.8,68.5,,', ',Years,yrs,,,u,');
  const { items, problems } = await read(
    without,
    women.replace('68.5,,', '68.5,Value for two areas combined,Revised').replace('2022', '2021'),
  );
  expect(problems).toEqual([]);
  expect(items).toEqual([
    expect.objectContaining({ status: 'missing', value: null }),
    expect.objectContaining({
      value: 62.7,
      note: 'The source notes: Value for two areas combined. Revised',
    }),
  ]);
});

test('an empty figure without a mark, a mark beside a figure, another unit and a period of words are refused', async () => {
  const { problems } = await read(
    women.replace('62.7', ''),
    women.replace('68.5,,', '68.5,u,'),
    women.replace(',yrs,', ',months,'),
    women.replace('2022-01-01/P3Y', 'lately'),
    women.replace('62.7', '72.7'),
  );
  expect(placesOf(problems)).toEqual(['2, observation', '3, status', '4, unit', '5, period', '6, uci_95']);
});

test('an indicator of which only a larger area has a row is refused: the file is cut short', async () => {
  const england = women.replace('E09000099,Exampleton', 'E92000001,England');
  const { problems } = await read(women, england.replace('Female', 'Male'));
  expect(problems.map(({ value }) => value)).toEqual(['Male healthy life expectancy']);
  expect((await read(women, england)).problems).toEqual([]);
});

test('codes that were moved against their names are refused, the place under another name and another under its name', async () => {
  const { problems, items } = await read(
    women.replace('Exampleton', 'Elsewhere'),
    women.replace('E09000099', 'E07000001'),
    women.replace('E09000099', 'E92000001'),
    women.replace('Exampleton', 'London Borough of Exampleton'),
  );
  expect(placesOf(problems)).toEqual(['2, areanm', '3, areanm', '4, areanm']);
  expect(items).toHaveLength(1);
});
