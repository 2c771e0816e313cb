import { describe, expect, test } from 'vitest';
import { placesOf, readBy } from '../testing.ts';
import { fingertips } from './fingertips.ts';

const HEADER =
  'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Compared to Region value or percentiles,Time period Sortable,New data,Compared to goal';
/** The name is quoted and ends in a line break; the last cell of the header has none under it. */
const row = (age = 'All ages', value = '44.4', lower = '37.2', category = '') =>
  `93356,"Campylobacter incidence rate/100,000\n",E12000007,London region,E09000099,Exampleton,County & UA,Persons,${age},${category},,2015,${value},${lower},52.4,,,137,308901,,,Better,Better,20150000,`;
/** A row with some of its cells changed. */
const rowWith = (cells: Record<string, string>) => {
  const usual: Record<string, string> = {
    'Indicator ID': '93356',
    'Indicator Name': '"Campylobacter incidence rate/100,000"',
    'Area Code': 'E09000099',
    'Area Type': 'Counties & UAs',
    Sex: 'Persons',
    Age: 'All ages',
    'Time period': '2019',
    Value: '12.5',
    'Lower CI 95.0 limit': '10.1',
    'Upper CI 95.0 limit': '15.2',
    Count: '100',
    Denominator: '800',
    'Time period Sortable': '20190000',
  };
  return HEADER.split(',')
    .map((column) => cells[column] ?? usual[column] ?? '')
    .join(',');
};
const read = (...rows: string[]) => readBy(fingertips, `${[HEADER, ...rows].join('\n')}\n`);

test('the name of an area may carry words in brackets; that of another area is refused', async () => {
  const own = await read(rowWith({ 'Area Name': 'Exampleton region (statistical)' }));
  expect(own.problems).toEqual([]);
  expect(placesOf((await read(rowWith({ 'Area Name': 'Sampleham (statistical)' }))).problems)).toEqual([
    '2, Area Name',
  ]);
});

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
  expect(problems.map(({ column }) => column)).toEqual(['Lower CI 95.0 limit', 'Age', 'Value']);
  const lost = await readBy(
    fingertips,
    [HEADER.replace('Value,', ''), row().replace(',44.4', '')].join('\n'),
  );
  expect(placesOf(lost.problems)).toEqual(['1, Value']);
});

test('a number of an indicator and counts that are none are refused, marks and empty ones are not', async () => {
  const odd = await read(
    row(),
    rowWith({ 'Indicator ID': '93356%' }),
    rowWith({ Count: '100%' }),
    rowWith({ Denominator: '8oo' }),
  );
  expect(odd.items).toHaveLength(1);
  // The first row is of two lines: its name ends in a line break.
  expect(placesOf(odd.problems)).toEqual(['3, Indicator ID', '4, Count', '5, Denominator']);
  const usual = await read(
    rowWith({ Count: '*', Denominator: '' }),
    rowWith({ 'Indicator ID': '', 'Time period': '2018', 'Time period Sortable': '20180000' }),
  );
  expect(usual.problems).toEqual([]);
  expect(usual.items).toHaveLength(2);
});

test('a row cut short by more than its last cell is refused', async () => {
  const { problems } = await read(row(), row().slice(0, -30));
  expect(problems[0]?.expected).toMatch(/cut short/);
});

describe('a figure that is not there', () => {
  const without = (note: string, count = '100') =>
    rowWith({
      Value: '',
      'Lower CI 95.0 limit': '',
      'Upper CI 95.0 limit': '',
      Count: count,
      'Value note': note,
    });

  test('is withheld where the note says that it is suppressed, missing for any other note, with its words', async () => {
    const { items, problems } = await read(
      without('Value suppressed for disclosure control due to small count'),
      without('Value missing in source data'),
    );
    expect(problems).toEqual([]);
    expect(items).toEqual([
      expect.objectContaining({
        status: 'withheld',
        value: null,
        note: 'The source notes: Value suppressed for disclosure control due to small count',
      }),
      expect.objectContaining({
        status: 'missing',
        value: null,
        note: 'The source notes: Value missing in source data',
      }),
    ]);
  });

  test('is missing where its row is blank throughout, and refused where only the value is', async () => {
    const { items } = await read(rowWith({ ...blank, Denominator: '' }));
    expect(items).toEqual([expect.objectContaining({ status: 'missing', value: null })]);
    const { problems } = await read(rowWith(blank));
    expect(placesOf(problems)).toEqual(['2, Value']);
    expect(problems[0]?.expected).toMatch(/empty where a figure belongs/);
  });
  const blank = { Value: '', 'Lower CI 95.0 limit': '', 'Upper CI 95.0 limit': '', Count: '' };
});

test('the number of an indicator decides; its name may have been another', async () => {
  const renamed = { 'Indicator ID': '90319', 'Indicator Name': 'Reception: something newly named' };
  const { items, tally } = await read(
    rowWith(renamed),
    rowWith({ ...renamed, 'Indicator ID': '99999' }),
    rowWith({ 'Indicator ID': '99998' }),
  );
  expect(items).toEqual([expect.objectContaining({ measure: 'obesity-reception' })]);
  expect([...(tally.ignored ?? [])]).toEqual([
    'Reception: something newly named',
    'Campylobacter incidence rate/100,000',
  ]);
});

test('zero with a limit of zero is a number; a value past a limit by its last digit is read, further it is refused', async () => {
  const limits = (value: string, lower: string) => rowWith({ Value: value, 'Lower CI 95.0 limit': lower });
  const { items, problems } = await read(limits('0', '0'), limits('12.5', '12.50001'), limits('4.0', '4.2'));
  expect(items).toEqual([
    expect.objectContaining({ value: 0, lower95: 0 }),
    expect.objectContaining({ value: 12.5, lower95: 12.5 }),
  ]);
  expect(placesOf(problems)).toEqual(['4, Lower CI 95.0 limit']);
});

test('words of the period that the columns beside them do not bear out are refused', async () => {
  const { items, problems } = await read(
    rowWith({ 'Time period': '2018', 'Time period Sortable': '20190000' }),
    rowWith({ 'Time period': '2021/22 - 23/24', 'Time period Sortable': '20210000' }),
  );
  expect(placesOf(problems)).toEqual(['2, Time period']);
  expect(problems[0]?.expected).toContain('sortable 20190000');
  expect(items).toEqual([expect.objectContaining({ period: '2021-22--2023-24' })]);
});

test('rows by ethnic group are figures by ethnic group; other categories are counted with the reason', async () => {
  const by = (type: string, category: string, area = 'E92000001') =>
    rowWith({ 'Area Code': area, 'Category Type': type, Category: category });
  const { items, problems, tally } = await read(
    rowWith({}),
    by('Ethnic groups', 'Black'),
    by('Ethnic groups', 'Black', 'E09000099'),
    by('Ethnic groups', 'Asian'),
    by('County & UA deprivation deciles in England', 'Most deprived decile'),
    by('Religion - 8 categories', 'Buddhist'),
  );
  expect(problems).toEqual([]);
  const black = { ethnicScheme: 'census-2021-5', ethnicGroup: 'black' };
  expect(items).toEqual([
    expect.not.objectContaining(black),
    expect.objectContaining({ ...black, areaType: 'country' }),
    expect.objectContaining({ ...black, areaType: 'borough' }),
  ]);
  expect([...(tally.otherwiseSkipped ?? [])]).toEqual([
    ['by ethnic group "Asian": the export does not say whether Chinese is counted in it', 1],
    ['by deprivation tenth: of all areas of England, not of those of the place', 1],
    ['by "Religion - 8 categories": nothing here is made of it', 1],
  ]);
});

test('ages in weeks lie within a year of age; a share above 100 is as published, without limits to judge it by', async () => {
  const inactive = { 'Indicator ID': '93015', 'Indicator Name': 'Percentage of physically inactive adults' };
  const { items, problems } = await read(
    rowWith({ Age: '6-8 weeks', 'Value note': 'Value estimated' }),
    rowWith({ Age: '6-18 months' }),
    rowWith({ ...inactive, Age: '19+ yrs', Value: '100.4', 'Upper CI 95.0 limit': '101.2' }),
    rowWith({ ...inactive, Age: '19+ yrs', Value: '1004', 'Upper CI 95.0 limit': '1012' }),
  );
  expect(items).toEqual([
    expect.objectContaining({
      ageBand: '0',
      note: 'The source notes: Value estimated The source gives the age as 6-8 weeks.',
    }),
    expect.objectContaining({
      ageBand: '19-plus',
      value: 100.4,
      note: expect.stringMatching(/more than 100%/),
    }),
  ]);
  expect(items[1]).not.toHaveProperty('lower95');
  expect(placesOf(problems)).toEqual(['3, Age', '5, Value']);
});

test('areas of service are counted as such, a damaged code is refused, a padded figure is read', async () => {
  const { items, problems, tally } = await read(
    rowWith({ 'Area Code': 'G85001', 'Area Type': 'GPs' }),
    rowWith({ 'Area Code': 'nE54000030', 'Area Type': 'ICBs' }),
    rowWith({ 'Area Code': 'E05000001', 'Area Type': 'Electoral Wards' }),
    rowWith({ 'Area Code': 'E0900009' }),
    rowWith({
      Value: '"\u00a01,234.5 "',
      'Lower CI 95.0 limit': '"1,200"',
      'Upper CI 95.0 limit': '"1,300"',
    }),
  );
  expect([...(tally.otherwiseSkipped ?? [])]).toEqual([
    ['areas of service (GPs)', 1],
    ['areas of service (ICBs)', 1],
    ['small areas (Electoral Wards): kept for boroughs and larger areas alone', 1],
  ]);
  expect(placesOf(problems)).toEqual(['5, Area Code']);
  expect(items).toEqual([expect.objectContaining({ value: 1234.5, lower95: 1200 })]);
});
