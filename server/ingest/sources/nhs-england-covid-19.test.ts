import { describe, expect, test } from 'vitest';
import { lsoas, msoas, placesOf, readBy } from '../testing.ts';
import { nhsEnglandCovid19 } from './nhs-england-covid-19.ts';

const MSOA_HEADER =
  'Region Code (Administrative),LTLA Code,LTLA Name,MSOA Code,MSOA Name,1st dose Under 25,1st dose 25-29,1st dose 80+,2nd dose Under 25,2nd dose 25-29,2nd dose 80+';
const row = (msoa: string, doses: string, borough = 'E09000099') =>
  `E12000007,${borough},Exampleton,${msoa},Middle,${doses}`;
const named = { name: 'msoa_2021-07-15.csv' };
const read = (text: string, options: Parameters<typeof readBy>[2] = named) =>
  readBy(nhsEnglandCovid19, text, options);

const good = [
  MSOA_HEADER,
  row(msoas[0], '" 1,013 ", 405 ,91,320, 228 ,90'),
  row('E02009999', '1,2,3,1,2,3', 'E09000001'),
  row(msoas[1], '7,6,5,4,3,0'),
].join('\n');

describe('doses by MSOA', () => {
  test('are read from padded text, with the date of the file name, for the MSOAs of the place', async () => {
    const { items, problems, tally } = await read(good);
    expect(problems).toEqual([]);
    expect(tally).toEqual({ read: 3, skipped: 1 });
    expect(items).toHaveLength(12);
    expect(items[0]).toMatchObject({
      measure: 'covid-19-dose-1',
      period: '2021-07-15',
      areaType: 'msoa',
      areaCode: msoas[0],
      ageBand: '16-24',
      value: 1013,
    });
    const second = items.map((item) =>
      item.kind === 'observation' ? `${item.measure} ${item.ageBand} ${item.value}` : '',
    );
    expect(second).toContain('covid-19-dose-2 80-plus 0');
  });

  test('are read by the name of their column, wherever it stands', async () => {
    const turned = good.split('\n').map((line) =>
      line
        .match(/("[^"]*"|[^,]*)(,|$)/g)
        ?.slice(0, -1)
        .map((cell) => cell.replace(/,$/, ''))
        .reverse()
        .join(','),
    );
    expect(turned[0]?.startsWith('2nd dose 80+')).toBe(true);
    const { items, problems } = await read(turned.join('\n'));
    expect(problems).toEqual([]);
    const kept = (all: typeof items) => all.map((item) => JSON.stringify({ ...item, row: 0 })).sort();
    expect(kept(items)).toEqual(kept((await read(good)).items));
  });

  test('are refused where no date is given, or one that is none', async () => {
    expect((await read(good, { name: 'msoa.csv' })).problems[0]?.expected).toContain('--period');
    expect((await read(good, { name: 'msoa_2021-02-31.csv' })).problems).toHaveLength(1);
    expect((await read(good, { name: 'msoa.csv', period: '2021-07-15' })).problems).toEqual([]);
  });

  test('are refused where more people had a second dose than a first', async () => {
    const { problems } = await read(good.replace('7,6,5,4,3,0', '7,6,5,8,3,0'));
    expect(placesOf(problems)).toEqual(['4, 2nd dose Under 25']);
    expect(problems[0]?.expected).toContain('at most the 7 first doses');
  });

  test('are refused where a column is of an age or a dose that is not understood', async () => {
    const { problems } = await read(
      good.replace('1st dose 25-29', '1st dose 25 to 29').replace('2nd dose Under 25', '3rd dose Under 25'),
    );
    expect(placesOf(problems)).toEqual(['1, 1st dose 25 to 29', '1, 3rd dose Under 25']);
  });

  test('are refused where a figure is text, an MSOA is of no such code, or one of the place is missing', async () => {
    const { problems } = await read(good.replace('405', 'n/a').replace(msoas[1], lsoas[1]));
    expect(placesOf(problems)).toEqual(['2, 1st dose 25-29', '4, MSOA Code', '']);
    expect(problems[2]?.expected).toContain('1 of the 2');
  });

  test('are refused until the codes of the place are loaded', async () => {
    const { problems } = await read(good, { ...named, nothingLoaded: true });
    expect(problems[0]?.expected).toContain('load the ONS lookup or boundary file first');
  });
});

test('doses by LTLA are those of the place', async () => {
  const header = 'LTLA Code,LTLA Name,1st dose Under 25,1st dose 80+,2nd dose Under 25,2nd dose 80+';
  const { items, problems, tally } = await read(
    `${header}\n E09000099 , Exampleton ,10,9,8,7\nE09000001,City,1,1,1,1\n`,
  );
  expect(problems).toEqual([]);
  expect(tally.skipped).toBe(1);
  expect(items).toHaveLength(4);
  expect(items[0]).toMatchObject({ areaType: 'borough', areaCode: 'E09000099', value: 10 });
  const elsewhere = await read(`${header}\nE09000001,City,1,1,1,1\n`);
  expect(elsewhere.problems[0]?.expected).toContain('no row for Exampleton');
});

test('the NIMS population gives people aged 16 and 17 as the difference of its two totals', async () => {
  const header = 'MSOA Code,MSOA Name,Under 18,18-24,25-29,80+,18+,16+';
  const { items, problems } = await read(
    `${header}\n${msoas[0]},A,"1,408",732,"1,611",117,"2,460","2,571"\n${msoas[1]},B,1,2,3,4,9,10\n`,
  );
  expect(problems).toEqual([]);
  const ofFirst = items.filter((item) => item.kind === 'observation' && item.areaCode === msoas[0]);
  expect(ofFirst.map((item) => (item.kind === 'observation' ? [item.ageBand, item.value] : []))).toEqual([
    ['0-17', 1408],
    ['18-24', 732],
    ['25-29', 1611],
    ['80-plus', 117],
    ['16-17', 111],
  ]);
});
