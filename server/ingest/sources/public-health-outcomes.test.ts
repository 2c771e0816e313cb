import { expect, test } from 'vitest';
import { placesOf, readBy } from '../testing.ts';
import { publicHealthOutcomesSource } from './public-health-outcomes.ts';

const HEADER =
  'area_code,area_name,area_type,period,indicator,measure,unit,value,compared_to_England,inequality';
const row = (cells: string) => `E09000099,Exampleton,UA,${cells}`;
const life = row('2023 - 25,Life expectancy at birth,Life expectancy,Years,79.6,Similar,Male');
const deaths = row(
  '2024,"Under 75 mortality rate from causes considered preventable (per 100,000 population)",Age-standardised rate,Persons,161.4,Worse,NA',
);
const read = (...rows: string[]) => readBy(publicHealthOutcomesSource, `${[HEADER, ...rows].join('\n')}\n`);

test('a figure has its sex from either column, its period, and the verdict of its source', async () => {
  const { items, problems } = await read(life, deaths);
  expect(problems).toEqual([]);
  expect(items).toEqual([
    expect.objectContaining({
      measure: 'life-expectancy-at-birth',
      period: '2023--2025',
      sex: 'male',
      value: 79.6,
      note: expect.stringMatching(/^Similar to England/),
    }),
    expect.objectContaining({
      measure: 'preventable-mortality',
      sex: 'all',
      note: expect.stringMatching(/^Worse than England/),
    }),
  ]);
});

test('moved columns are read by their names', async () => {
  const order = [9, 7, 4, 3, 0, 1, 2, 5, 6, 8];
  const move = (line: string) => order.map((i) => line.split(',')[i]).join(',');
  const { items, problems } = await readBy(publicHealthOutcomesSource, [HEADER, life].map(move).join('\n'));
  expect(problems).toEqual([]);
  expect(items[0]).toMatchObject({ value: 79.6, sex: 'male' });
});

test('other boroughs are skipped, other indicators named', async () => {
  const { items, tally } = await read(
    life,
    life.replace('E09000099,Exampleton', 'E09000001,Elsewhere'),
    row('2024,Sunshine,Hours,Persons,5,NA,NA'),
  );
  expect(items).toHaveLength(1);
  expect(tally.skipped).toBe(1);
  expect([...(tally.ignored ?? [])]).toEqual(['Sunshine']);
});

test('no figure is missing, not zero', async () => {
  expect((await read(life.replace('79.6', 'NA'))).items[0]).toMatchObject({ status: 'missing', value: null });
});

test('words, impossible values, unknown periods and sexes are refused where they stand', async () => {
  const { problems } = await read(
    life.replace('79.6', 'eighty'),
    life.replace('79.6', '796'),
    life.replace('2023 - 25', 'lately'),
    life.replace(',Male', ',Most deprived quintile'),
    life.replace('E09000099', 'Exampleton'),
  );
  expect(placesOf(problems)).toEqual(['2, value', '3, value', '4, period', '5, inequality', '6, area_code']);
});

test('a dropped or renamed column and a file of other indicators are refused', async () => {
  const renamed = await readBy(
    publicHealthOutcomesSource,
    [HEADER.replace('value', 'figure'), life].join('\n'),
  );
  expect(placesOf(renamed.problems)).toEqual(['1, value']);
  const other = await read(row('2024,Sunshine,Hours,Persons,5,NA,NA'));
  expect(other.problems[0]?.expected).toMatch(/Life expectancy at birth/);
  const cut = await readBy(publicHealthOutcomesSource, `${HEADER}\n${life.slice(0, 40)}`);
  expect(cut.problems[0]?.expected).toMatch(/cut short/);
});

test('files of 2018 are read for what has not been published in the later layout, with the verdict of the source', async () => {
  const header = 'area_code,area_name,period,value,indicator,measure,unit,significance';
  const falls = row(
    '2017/18,2291,Emergency hospital admissions due to falls in people aged 65 and over,"Age standardised rate per 100,000",Persons,Similar',
  ).replace('UA,', '');
  const older = row(
    '2018,14.5,Smoking Prevalence in adults - current smokers (APS),Proportion,Persons,Similar',
  ).replace('UA,', '');
  const { items, problems, tally } = await readBy(
    publicHealthOutcomesSource,
    [header, falls, older].join('\n'),
  );
  expect(problems).toEqual([]);
  expect(items).toEqual([
    expect.objectContaining({
      measure: 'falls-admissions-65-plus',
      period: '2017-18',
      value: 2291,
      note: expect.stringMatching(/^Similar to England/),
    }),
  ]);
  expect([...(tally.ignored ?? [])]).toEqual(['Smoking Prevalence in adults - current smokers (APS)']);
});
