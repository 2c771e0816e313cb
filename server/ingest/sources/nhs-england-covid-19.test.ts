import { describe, expect, test } from 'vitest';
import { lsoas, msoas, placesOf, readBy } from '../testing.ts';
import { nhsEnglandCovid19 } from './nhs-england-covid-19.ts';

const MSOA_HEADER =
  'Region Code (Administrative),LTLA Code,LTLA Name,MSOA Code,MSOA Name,1st dose Under 25,1st dose 25-79,1st dose 80+,2nd dose Under 25,2nd dose 25-79,2nd dose 80+';
const row = (msoa: string, doses: string, borough = 'E09000099') =>
  `E12000007,${borough},${borough === 'E09000099' ? 'Exampleton' : 'Elsewhere'},${msoa},Middle,${doses}`;
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
      good.replace('1st dose 25-79', '1st dose 25 to 79').replace('2nd dose Under 25', '3rd dose Under 25'),
    );
    expect(placesOf(problems)).toEqual(['1, 1st dose 25 to 79', '1, 3rd dose Under 25']);
  });

  test('are refused where a figure is text, an MSOA is of no such code, or one of the place is missing', async () => {
    const { problems } = await read(good.replace('405', 'n/a').replace(msoas[1], lsoas[1]));
    expect(placesOf(problems)).toEqual(['2, 1st dose 25-79', '4, MSOA Code', '']);
    expect(problems[2]?.expected).toContain('1 of the 2');
  });

  test('are refused until the codes of the place are loaded', async () => {
    const { problems } = await read(good, { ...named, nothingLoaded: true });
    expect(problems[0]?.expected).toContain('load the ONS lookup or boundary file first');
  });
});

test('doses by LTLA are those of the place', async () => {
  const header = 'LTLA Code,LTLA Name,1st dose Under 80,1st dose 80+,2nd dose Under 80,2nd dose 80+';
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
  const header = 'MSOA Code,MSOA Name,Under 18,18-24,25-79,80+,18+,16+';
  const { items, problems } = await read(
    `${header}\n${msoas[0]},A,"1,408",732,"1,611",117,"2,460","2,571"\n${msoas[1]},B,1,2,3,4,9,10\n`,
  );
  expect(problems).toEqual([]);
  const ofFirst = items.filter((item) => item.kind === 'observation' && item.areaCode === msoas[0]);
  expect(ofFirst.map((item) => (item.kind === 'observation' ? [item.ageBand, item.value] : []))).toEqual([
    ['0-17', 1408],
    ['18-24', 732],
    ['25-79', 1611],
    ['80-plus', 117],
    ['16-17', 111],
  ]);
});

describe('other weeks', () => {
  const ltla = (ages: string, counts: string) =>
    `,Region Code (Administrative),LTLA Code,LTLA Name,${ages}\n,E12000007,E09000099,Exampleton,${counts}\n`;
  const valuesOf = (items: Awaited<ReturnType<typeof read>>['items']) =>
    items.map((item) => (item.kind === 'observation' ? [item.measure, item.ageBand, item.value] : []));

  test('with one dose have its ages alone', async () => {
    const { items, problems } = await read(ltla('Under 50,50-79,80+', '" 30,100 ",118,54'), {
      period: '2021-03-25',
    });
    expect(problems).toEqual([]);
    expect(valuesOf(items)).toEqual([
      ['covid-19-dose-1', '16-49', 30100],
      ['covid-19-dose-1', '50-79', 118],
      ['covid-19-dose-1', '80-plus', 54],
    ]);
    const later = await read(ltla('Under 50,50-79,80+', '1,2,3'), { period: '2021-05-06' });
    expect(later.problems[0]?.expected).toMatch(/layout "first doses by LTLA".*1st dose 80\+/);
  });

  test('copied with half-open ages are read by dose, those with at least one as first doses', async () => {
    const one = await read('LTLA Code,D*.0-50,D*.50-80,D*.80-150\nE09000099,9,8,7\n', {
      period: '2021-03-28',
    });
    expect(valuesOf(one.items)).toEqual([
      ['covid-19-dose-1', '16-49', 9],
      ['covid-19-dose-1', '50-79', 8],
      ['covid-19-dose-1', '80-plus', 7],
    ]);
    const two = await read('LTLA Code,D1.0-80,D1.80-150,D2.0-80,D2.80-150\nE09000099,9,7,5,3\n', {
      period: '2021-05-02',
    });
    expect(valuesOf(two.items).at(-1)).toEqual(['covid-19-dose-2', '80-plus', 3]);
  });

  test('have populations from 16, of MSOAs and of LTLAs, whose ages add up to "16+"', async () => {
    const msoa = (total: number) =>
      `MSOA Code,Under 16,16-24,25-79,80+,16+\n${msoas[0]},5,1,2,3,${total}\n${msoas[1]},5,1,2,3,6\n`;
    const { items, problems } = await read(msoa(6), { period: '2021-06-10' });
    expect(problems).toEqual([]);
    expect(valuesOf(items).slice(0, 2)).toEqual([
      ['residents-nims', '0-15', 5],
      ['residents-nims', '16-24', 1],
    ]);
    expect(placesOf((await read(msoa(7), { period: '2021-06-10' })).problems)).toEqual(['2, 16+']);
    const ofBorough = await read('LTLA Code,Under 16,16-79,80+,16+\nE09000099,5,1,2,3\n', {
      period: '2021-05-30',
    });
    expect(valuesOf(ofBorough.items)).toHaveLength(3);
  });
});

test('a band, a dose or a row that is gone, and ages that differ between doses, are refused', async () => {
  const without = (...columns: number[]) =>
    good
      .split('\n')
      .map((line) =>
        (line.match(/("[^"]*"|[^,]*)(,|$)/g) ?? []).slice(0, -1).map((cell) => cell.replace(/,$/, '')),
      )
      .map((cells) => cells.filter((_, index) => !columns.includes(index)).join(','))
      .join('\n');
  expect((await read(without(6))).problems[0]?.expected).toMatch(/1st dose; it has nobody from 25 to 79/);
  expect((await read(without(8, 9, 10))).problems[0]?.expected).toMatch(/2nd dose; it has none/);
  expect((await read(without(8))).problems[0]?.expected).toMatch(/2nd dose; it has nobody younger than 25/);
  expect((await read(without(5, 8))).problems).toHaveLength(2);
  const split = good
    .replaceAll('2nd dose Under 25', '2nd dose Under 30')
    .replaceAll('2nd dose 25-79', '2nd dose 30-79');
  expect((await read(split)).problems[0]?.expected).toMatch(/same ages for both doses/);
  const twice = `${good}\n${row(msoas[1], '7,6,5,4,3,0')}`;
  expect(placesOf((await read(twice)).problems)).toEqual(['5, MSOA Code']);
});
