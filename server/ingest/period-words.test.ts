import { expect, test } from 'vitest';
import {
  agreesWithSortable,
  dayInName,
  lastDayInWords,
  periodOfWords,
  quarterInWords,
  yearInName,
} from './period-words.ts';

test.each([
  ['2024', '2024'],
  ['2019 revised', '2019'],
  ['2023/24', '2023-24'],
  ['2016-17', '2016-17'],
  ['2023/2024', '2023-24'],
  ['1999/00', '1999-00'],
  ['Financial year ending 2023', '2022-23'],
  ['2023 - 25', '2023--2025'],
  ['2018 - 2020', '2018--2020'],
  ['2018\u2013\u200720', '2018--2020'],
  ['2018 \u2013 20', '2018--2020'],
  ['1998 - 01', '1998--2001'],
  ['2001-03', '2001--2003'],
  ['2021/22 - 23/24', '2021-22--2023-24'],
  ['2021/22 - 2023/24', '2021-22--2023-24'],
  ['04/2022 - 03/2023', '2022-23'],
  ['10/2022 - 09/2023', '2022-M10--2023-M09'],
  ['Oct 2022 - Sep 2023', '2022-M10--2023-M09'],
  ['October 2022 to September 2023', '2022-M10--2023-M09'],
  ['16/11/2021 - 15/11/2022', '2021-11-16--2022-11-15'],
  ['School year 2018/19', '2018-M09--2019-M08'],
  ['2023/24 Q3', '2023-24-Q3'],
  ['2019 Q4', '2019-20-Q3'],
  ['2019 Q1', '2018-19-Q4'],
  ['2019/20, Quarter 1', '2019-20-Q1'],
  ['Jan 2019 - Mar 2019', '2018-19-Q4'],
  ['2021/22 Q1 - 2022/23 Q2', '2021-M04--2022-M09'],
  ['Aug 2019', '2019-M08'],
  ['Sept 2019', '2019-M09'],
  ['Sep-23', '2023-M09'],
  ['April\u00a02023', '2023-M04'],
  ['As at 31 January 2024', '2024-01-31'],
  ['15/07/2021', '2021-07-15'],
  ['2022-01-01/P3Y', '2022--2024'],
  ['2022-04-01/P1Y', '2022-23'],
  ['2024-11-16/P1Y', '2024-11-16--2025-11-15'],
  ['2024-07-01/P3M', '2024-25-Q2'],
])('%s is %s', (words, period) => {
  expect(periodOfWords(words)).toBe(period);
});

test.each([
  ['2021/22 Q1', '2021-06-30'],
  ['2021/22 Q1 - 2024/25 Q4', '2025-03-31'],
  ['2023/24', '2023-24'],
])('%s of what is counted so far is as at %s', (words, period) => {
  expect(periodOfWords(words, 'so-far')).toBe(period);
});

test.each([
  '',
  'latest',
  '2023/25',
  '2021/22 Q5',
  'Foo-23',
  'Marvellous 2023',
  '2025 - 23',
  'Sep 2023 - Oct 2022',
  '13/2022',
  '07/15/2021',
  '31/02/2021',
  '2022-01-01/P0Y',
  '2021/22 - 23',
])('"%s" is not understood', (words) => {
  expect(periodOfWords(words)).toBeUndefined();
});

test('words among others are found in titles and names', () => {
  expect(lastDayInWords('8th December 2020 to 14th March 2021')).toBe('2021-03-14');
  expect(lastDayInWords('8th December 2020')).toBeUndefined();
  expect(quarterInWords('England - 2016/17, Quarter 1: ')).toBe('2016-17-Q1');
  expect(quarterInWords('children aged up to 5 years: January to March 2025')).toBe('2024-25-Q4');
  expect(quarterInWords('evaluation from January to June 2025')).toBeUndefined();
  expect(dayInName('msoa_2021-07-15.csv')).toBe('2021-07-15');
  expect(dayInName('msoa_2021-02-31.csv')).toBeUndefined();
  expect(yearInName('qof_prevalence_2019_20.csv')).toBe('2019-20');
  expect(yearInName('qof_prevalence_2019_21.csv')).toBeUndefined();
});

test.each([
  ['2019', '20190000', ''],
  ['2023/24', '20230000', '1y'],
  ['2015 - 17', '20150000', '3y'],
  ['2021/22 - 23/24', '20210000', '3y'],
  ['2023/24 Q3', '20230300', '1q'],
  ['2023/24 Q4', '20230400', ''],
  ['2019 Q4', '20190400', ''],
  ['Oct 2022 - Sep 2023', '20220400', '1y'],
  ['Aug 2019', '20190008', '1m'],
  ['2019', '', ''],
])('"%s" agrees with %s, %s', (words, sortable, range) => {
  expect(agreesWithSortable(words, sortable, range)).toBe(true);
});

test.each([
  ['2018', '20190000', ''],
  ['2023/24', '20240000', ''],
  ['2023/24 Q3', '20230200', ''],
  ['Aug 2019', '20190009', ''],
  ['2015 - 17', '20150000', '1y'],
  ['2019', '2019', ''],
  ['2019', '20190000', 'three'],
])('"%s" does not agree with %s, %s', (words, sortable, range) => {
  expect(agreesWithSortable(words, sortable, range)).toBe(false);
});
