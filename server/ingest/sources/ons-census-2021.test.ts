import { describe, expect, test } from 'vitest';
import { lsoas, placesOf, readBy } from '../testing.ts';
import { onsCensus2021 } from './ons-census-2021.ts';

const [first, second, third] = lsoas;
const byAge = `"lsoa21_code","lsoa21_name","age_group","usual_residents"
"${first}","Small 1","Aged 15 years and under",407
"${second}","Small 2","Aged 16 to 24 years",379
"${third}","Small 3","Aged 65 years and over",0
"E01999999","Elsewhere","Aged 65 years and over",12
`;
const asian = 'Asian, Asian British or Asian Welsh';
const byGroup = `"lsoa21_code","total_residents","ethnic_group","n","prop"
"${first}",2089,"${asian}",207,0.099
"${second}",2089,"White",1000,0.4
"${third}",10,"Other ethnic group",10,1
`;
const read = (text: string) => readBy(onsCensus2021, text);

describe('Census 2021 by LSOA', () => {
  test('is read by age, zero kept, other places skipped', async () => {
    const { items, problems, tally } = await read(byAge);
    expect(problems).toEqual([]);
    expect(tally).toEqual({ read: 4, skipped: 1 });
    expect(items).toEqual([
      expect.objectContaining({
        areaCode: first,
        ageBand: '0-15',
        value: 407,
        period: '2021',
        measure: 'residents',
      }),
      expect.objectContaining({ areaCode: second, ageBand: '16-24', value: 379 }),
      expect.objectContaining({ areaCode: third, ageBand: '65-plus', value: 0 }),
    ]);
  });

  test('is read by ethnic group, each with its scheme', async () => {
    const { items, problems } = await read(byGroup);
    expect(problems).toEqual([]);
    expect(items[0]).toMatchObject({ ethnicScheme: 'census-2021-5', ethnicGroup: 'asian', value: 207 });
    expect(items[2]).toMatchObject({ ethnicGroup: 'other' });
  });

  test('is read in the layout of the ONS table builder', async () => {
    const { items, problems } = await read(
      `Lower layer Super Output Areas Code,Lower layer Super Output Areas,Age (6 categories) Code,Age (6 categories),Observation\n${lsoas
        .map((code) => `${code},x,1,Aged 15 years and under,5`)
        .join('\n')}\n`,
    );
    expect(problems).toEqual([]);
    expect(items).toHaveLength(3);
  });

  test('is refused where a group is unknown, a count is no number, or more than all residents', async () => {
    expect(placesOf((await read(byAge.replace('Aged 16 to 24 years', 'Aged 16 to 25'))).problems)).toEqual([
      '3, age_group',
    ]);
    expect(placesOf((await read(byGroup.replace(',1000,', ',1000.5,'))).problems)).toEqual(['3, n']);
    const { problems } = await read(byGroup.replace('2089,"White"', '999,"White"'));
    expect(problems).toEqual([expect.objectContaining({ row: 3, column: 'n', value: '1000' })]);
    expect(problems[0]?.expected).toContain('at most the 999 residents');
  });

  test('is refused where a code is no LSOA code, or a small area of the place is missing', async () => {
    const { problems } = await read(byAge.replace(`"${third}"`, '"E0100000"'));
    expect(placesOf(problems)).toEqual(['4, lsoa21_code', '']);
    expect(problems[1]?.expected).toContain(third);
  });
});
