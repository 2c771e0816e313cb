import { describe, expect, test } from 'vitest';
import { lsoas, placesOf, readBy } from '../testing.ts';
import { onsCensus2021 } from './ons-census-2021.ts';

const [first, second, third] = lsoas;
const ages = [
  'Aged 15 years and under',
  'Aged 16 to 24 years',
  'Aged 25 to 34 years',
  'Aged 35 to 49 years',
  'Aged 50 to 64 years',
  'Aged 65 years and over',
];
const groups = [
  'Asian, Asian British or Asian Welsh',
  'Black, Black British, Black Welsh, Caribbean or African',
  'Mixed or Multiple ethnic groups',
  'White',
  'Other ethnic group',
];
const byAge = [
  '"lsoa21_code","lsoa21_name","age_group","usual_residents"',
  ...lsoas.flatMap((code) => ages.map((age, at) => `"${code}","Small","${age}",${100 * at}`)),
  `"E01999999","Elsewhere","${ages[5]}",12`,
].join('\n');
/** Of each area 10, 20, 30, 40, 50: 150 together. */
const byGroup = [
  '"lsoa21_code","total_residents","ethnic_group","n","prop"',
  ...lsoas.flatMap((code) => groups.map((group, at) => `"${code}",150,"${group}",${10 * (at + 1)},0.1`)),
].join('\n');
const read = (text: string) => readBy(onsCensus2021, text);
const without = (text: string, row: number) =>
  text
    .split('\n')
    .filter((_, at) => at !== row - 1)
    .join('\n');

describe('Census 2021 by LSOA', () => {
  test('is read by age, zero kept, other places skipped', async () => {
    const { items, problems, tally } = await read(byAge);
    expect(problems).toEqual([]);
    expect(tally).toEqual({ read: 19, skipped: 1 });
    expect(items).toHaveLength(18);
    expect(items.slice(0, 2)).toEqual([
      expect.objectContaining({
        areaCode: first,
        ageBand: '0-15',
        value: 0,
        period: '2021',
        measure: 'residents',
      }),
      expect.objectContaining({ areaCode: first, ageBand: '16-24', value: 100 }),
    ]);
    expect(items.at(-1)).toMatchObject({ areaCode: third, ageBand: '65-plus', value: 500 });
  });

  test('is read by ethnic group, each with its scheme', async () => {
    const { items, problems } = await read(byGroup);
    expect(problems).toEqual([]);
    expect(items[0]).toMatchObject({ ethnicScheme: 'census-2021-5', ethnicGroup: 'asian', value: 10 });
    expect(items[4]).toMatchObject({ ethnicGroup: 'other' });
  });

  test('is read in the layout of the ONS table builder', async () => {
    const { items, problems } = await read(
      `Lower layer Super Output Areas Code,Lower layer Super Output Areas,Age (6 categories) Code,Age (6 categories),Observation\n${lsoas
        .flatMap((code) => ages.map((age, at) => `${code},x,${at + 1},${age},5`))
        .join('\n')}\n`,
    );
    expect(problems).toEqual([]);
    expect(items).toHaveLength(18);
  });

  test('is refused where a group is unknown, a count is no number, or more than all residents', async () => {
    const unknown = await read(
      byAge.replace(`"${second}","Small","${ages[1]}"`, `"${second}","Small","Aged 16 to 25"`),
    );
    expect(placesOf(unknown.problems)).toEqual(['9, age_group', '']);
    expect(placesOf((await read(byGroup.replace(',40,', ',40.5,'))).problems)[0]).toBe('5, n');
    const { problems } = await read(byGroup.replace('150,"White"', '39,"White"'));
    expect(problems[0]).toMatchObject({ row: 5, column: 'n', value: '40' });
    expect(problems[0]?.expected).toContain('at most the 39 residents');
  });

  test('is refused where a code is no LSOA code, or a small area of the place is missing', async () => {
    const { problems } = await read(byAge.replaceAll(`"${third}"`, '"E0100000"'));
    expect(placesOf(problems.slice(0, 1))).toEqual(['14, lsoa21_code']);
    expect(problems.at(-1)?.expected).toContain(third);
  });

  test('is refused where an area lacks a band or a group, which would make every sum too small', async () => {
    for (const [text, row, label] of [
      [byAge, 9, ages[1]],
      [byGroup, 8, groups[1]],
    ] as const) {
      const { problems } = await read(without(text, row));
      expect(problems).toEqual([
        expect.objectContaining({ value: second, expected: expect.stringContaining(label ?? '') }),
      ]);
    }
    const all = byAge
      .split('\n')
      .filter((line) => !line.includes('25 to 34'))
      .join('\n');
    expect((await read(all)).problems.map(({ value }) => value)).toEqual([...lsoas]);
  });

  test('is refused where the groups do not make the residents beside them, or one stands twice and differs', async () => {
    const halved = byGroup.replace(/,(\d+),0\.1/g, (_, n) => `,${Number(n) / 2},0.1`);
    const { problems } = await read(halved);
    expect(placesOf(problems)).toEqual(['6, total_residents', '11, total_residents', '16, total_residents']);
    expect(problems[0]?.expected).toContain('expected about 75');
    const twice = `${byGroup}\n"${first}",150,"White",41,0.1`;
    expect(placesOf((await read(twice)).problems)).toEqual(['17, lsoa21_code']);
  });
});
