/** Census tables beside residents by age: categories, English, ethnic groups, single years; and the Indices of 2019. */
import { describe, expect, test } from 'vitest';
import { ethnicSchemes } from '../../contract/dimensions.ts';
import { lsoas, msoas, placesOf, readBy, testPlace } from '../testing.ts';
import { indicesOfDeprivation2019 } from './indices-of-deprivation-2019.ts';
import { nomisSingleYears } from './nomis-single-years.ts';
import { onsCensus2021ByMsoa } from './ons-census-2021-by-msoa.ts';
import { onsCensus2021EthnicGroups } from './ons-census-2021-ethnic-groups.ts';
import { onsCensus2021Shares } from './ons-census-2021-shares.ts';

describe('shares of categories', () => {
  const text = `lsoa21_code,disability,n,total_residents\n${lsoas
    .map(
      (code, i) =>
        `${code},Disabled under the Equality Act,${20 + i},100\n${code},Not disabled under the Equality Act,${80 - i},100`,
    )
    .join('\n')}\n`;
  const read = (content: string) => readBy(onsCensus2021Shares, content);

  test('those in the category and all of the table, by area', async () => {
    const { items, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(items).toHaveLength(6);
    expect(items.slice(2, 4)).toEqual([
      expect.objectContaining({ measure: 'residents-disabled', areaCode: lsoas[1], value: 21 }),
      expect.objectContaining({ measure: 'residents-asked-disability', areaCode: lsoas[1], value: 100 }),
    ]);
  });

  test('overcrowding is a rating of -1 or less', async () => {
    const ratings = [
      '+2 or more (under-occupied)',
      '+1 (under-occupied)',
      '0 (ideal)',
      '-1 (overcrowded)',
      '-2 or less (overcrowded)',
    ];
    const rows = lsoas.flatMap((code) => ratings.map((rating, i) => `${code},15,${rating},${i + 1}`));
    const { items } = await read(`lsoa21_code,total_households,occupancy_rating,n\n${rows.join('\n')}\n`);
    expect(items[0]).toMatchObject({ measure: 'households-overcrowded', value: 9 });
    expect(items[1]).toMatchObject({ measure: 'households-asked-occupancy', value: 15 });
  });

  test('unknown categories, parts that miss the whole, lost rows and lost columns are refused', async () => {
    expect(placesOf((await read(text.replace('Disabled under', 'Perhaps under'))).problems)[0]).toBe(
      '2, disability',
    );
    expect(placesOf((await read(text.replace(',80,', ',81,'))).problems)).toEqual(['3, total_residents']);
    const cut = await read(text.split('\n').slice(0, 6).join('\n'));
    expect(cut.problems.map(({ expected }) => expected).join()).toMatch(/cut short/);
    expect(placesOf((await read(text.replace('total_residents', 'all'))).problems)).toContain(
      '1, total_residents',
    );
  });
});

describe('proficiency in English', () => {
  const other = 'Main language is not English (English or Welsh in Wales)';
  const header = `msoa21_code,Main language is English (English or Welsh in Wales),${other},${other}: Can speak English very well,${other}: Can speak English well,${other}: Cannot speak English well,${other}: Cannot speak English`;

  test('needs the MSOAs of 2021 first', async () => {
    const { problems } = await readBy(
      onsCensus2021ByMsoa,
      `${header}\nE02000001,6219,1719,1253,325,124,17\n`,
    );
    expect(problems[0]?.expected).toMatch(/2021 .* not loaded yet/);
  });

  test('needs every answer as a column', async () => {
    const { problems } = await readBy(
      onsCensus2021ByMsoa,
      header.replace('Cannot speak English well', 'Hardly'),
    );
    expect(placesOf(problems)).toEqual([`1, ${other}: Cannot speak English well`]);
  });
});

describe('unpaid care', () => {
  const header =
    'msoa21nm,msoa21cd,total,provides_no_unpaid_care,provides_9_hours_or_less_unpaid_care_a_week,provides_10_to_19_hours_unpaid_care_a_week,provides_20_to_34_hours_unpaid_care_a_week,provides_35_to_49_hours_unpaid_care_a_week,provides_50_or_more_hours_unpaid_care_a_week';
  const read = (...rows: readonly string[]) =>
    readBy(onsCensus2021ByMsoa, [header, ...rows].join('\n'), {
      also: msoas.map((code) => ({ type: 'msoa', edition: '2021', code })),
    });

  test('those who give any, of all aged 5 and over', async () => {
    const { items, problems } = await read(
      'Middle 1,E02000001,1000,900,40,20,15,10,15',
      'Middle 2,E02000002,500,480,8,4,3,2,3',
    );
    expect(problems).toEqual([]);
    expect(items.slice(0, 2)).toEqual([
      expect.objectContaining({ measure: 'residents-giving-unpaid-care', value: 100 }),
      expect.objectContaining({ measure: 'residents-asked-unpaid-care', value: 1000 }),
    ]);
  });

  test('answers that miss the total by more than the Census moves counts are refused', async () => {
    const { problems } = await read(
      'Middle 1,E02000001,1000,500,40,20,15,10,15',
      'Middle 2,E02000002,500,480,8,4,3,2,3',
    );
    expect(placesOf(problems)).toEqual(['2, total']);
  });
});

describe('nineteen ethnic groups', () => {
  const broad: Readonly<Record<string, string>> = {
    Asian: 'Asian, Asian British or Asian Welsh',
    Black: 'Black, Black British, Black Welsh, Caribbean or African',
    Mixed: 'Mixed or Multiple ethnic groups',
    White: 'White',
    Other: 'Other ethnic group',
  };
  const rows = ethnicSchemes[1].groups.slice(0, -1).flatMap(({ label }, i) => {
    const [first = '', narrow] = label.split(': ');
    return ['number', 'percent'].map(
      (unit) => `E09000099,Exampleton,"${broad[first]}: ${narrow} (${unit})",${100 + i}`,
    );
  });
  const read = (lines: readonly string[]) =>
    readBy(onsCensus2021EthnicGroups, ['ltla21_code,ltla21_name,ethnic_group,value', ...lines].join('\n'));

  test('numbers are read, percentages left out', async () => {
    const { items, problems } = await read(rows);
    expect(problems).toEqual([]);
    expect(items).toHaveLength(19);
    expect(items[5]).toMatchObject({ ethnicScheme: 'census-2021-19', ethnicGroup: 'african', value: 105 });
  });

  test('a group that is missing or unheard of is refused', async () => {
    expect((await read(rows.slice(2))).problems[0]?.expected).toMatch(/bangladeshi/);
    const { problems } = await read(rows.map((line) => line.replace('White: Irish', 'White: Cornish')));
    expect(placesOf(problems)[0]).toBe('28, ethnic_group');
  });
});

describe('single years of age', () => {
  const words = [
    'under 1 year',
    '1 year',
    ...Array.from({ length: 98 }, (_, i) => `${i + 2} years`),
    '100 years and over',
  ];
  const header = [
    'date',
    'geography',
    'geography code',
    'Age: Total; measures: Value',
    'Age: Aged 4 years and under; measures: Value',
    ...words.map((age) => `Age: Aged ${age}; measures: Value`),
  ];
  const line = (code: string, total: number) => [
    '2021',
    code === testPlace.code ? testPlace.name : 'Elsewhere',
    code,
    total,
    50,
    ...words.map(() => 10),
  ];
  const read = (...rows: (readonly (string | number)[])[]) =>
    readBy(nomisSingleYears, [header, ...rows].map((cells) => cells.join(',')).join('\n'));

  test('101 ages; columns of several years are left out', async () => {
    const { items, problems } = await read(line('E09000001', 1), line('E09000099', 1010));
    expect(problems).toEqual([]);
    expect(items).toHaveLength(101);
    expect(items[0]).toMatchObject({ ageBand: '0', value: 10 });
    expect(items[100]).toMatchObject({ ageBand: '100-plus' });
  });

  test('a total that is not theirs, another year, the place not there, an age not there', async () => {
    expect(placesOf((await read(line('E09000099', 9999))).problems)).toEqual([
      '2, Age: Total; measures: Value',
    ]);
    expect(placesOf((await read(['2011', ...line('E09000099', 1010).slice(1)])).problems)).toEqual([
      '2, date',
    ]);
    expect((await read(line('E09000001', 1010))).problems[0]?.expected).toMatch(/no row/);
    const { problems } = await readBy(
      nomisSingleYears,
      header.join(',').replace('Aged 7 years', 'Aged seven years'),
    );
    expect(problems[0]?.expected).toMatch(/found 100/);
  });
});

describe('Indices of Deprivation 2019', () => {
  const text = `lsoa11_code,IMD_decile,Income_decile,IMD_rank\n${lsoas.map((code, i) => `${code},${i + 1},9,${3000 * i + 900}`).join('\n')}\n`;

  test('each small area of 2011 has its tenth', async () => {
    const { items, problems } = await readBy(indicesOfDeprivation2019, text);
    expect(problems).toEqual([]);
    expect(items[2]).toMatchObject({
      measure: 'deprivation-decile-2019',
      period: '2019',
      value: 3,
      areaCode: lsoas[2],
    });
  });

  test('the tenth of another domain does not agree with the rank', async () => {
    const { problems } = await readBy(
      indicesOfDeprivation2019,
      text.replace('IMD_decile,Income_decile', 'Income_decile,IMD_decile'),
    );
    expect(placesOf(problems)).toEqual(['2, IMD_decile', '3, IMD_decile', '4, IMD_decile']);
  });

  test('the file of 2025 is refused, and one cut short', async () => {
    const newer = await readBy(indicesOfDeprivation2019, text.replace('lsoa11_code', 'lsoa21_code'));
    expect(placesOf(newer.problems)).toEqual(['1, lsoa11_code']);
    const cut = await readBy(indicesOfDeprivation2019, text.split('\n').slice(0, 3).join('\n'));
    expect(cut.problems[0]?.expected).toMatch(/cut short/);
  });
});
