import { expect, test } from 'vitest';
import { comparePeriods, PERIOD_PATTERN, parsePeriod } from './periods.ts';

test('every form of period has its first day, its last day and words', () => {
  expect(parsePeriod('2021')).toMatchObject({ start: '2021-01-01', end: '2021-12-31', label: '2021' });
  expect(parsePeriod('2021-07-15')).toMatchObject({ end: '2021-07-15', label: '15 July 2021' });
  expect(parsePeriod('2024-25')).toMatchObject({ start: '2024-04-01', end: '2025-03-31', label: '2024/25' });
  expect(parsePeriod('2024-25-Q1')).toMatchObject({
    start: '2024-04-01',
    end: '2024-06-30',
    label: 'April to June 2024',
  });
  expect(parsePeriod('2024-25-Q3')).toMatchObject({ start: '2024-10-01', end: '2024-12-31' });
  expect(parsePeriod('2023-24-Q4')).toMatchObject({
    start: '2024-01-01',
    end: '2024-03-31',
    label: 'January to March 2024',
  });
  expect(parsePeriod('2024-M02')).toMatchObject({
    start: '2024-02-01',
    end: '2024-02-29',
    label: 'February 2024',
  });
  expect(parsePeriod('1999-00')).toMatchObject({ end: '2000-03-31' });
  expect(parsePeriod('2023--2025')).toMatchObject({
    start: '2023-01-01',
    end: '2025-12-31',
    label: '2023 to 2025',
  });
  expect(parsePeriod('2021-22--2023-24')).toMatchObject({
    start: '2021-04-01',
    end: '2024-03-31',
    label: '2021/22 to 2023/24',
  });
  expect(parsePeriod('2022-M10--2023-M09')).toMatchObject({
    start: '2022-10-01',
    end: '2023-09-30',
    label: 'October 2022 to September 2023',
  });
  expect(parsePeriod('2024-11-16--2025-11-15')).toMatchObject({
    start: '2024-11-16',
    end: '2025-11-15',
    label: '16 November 2024 to 15 November 2025',
  });
});

test('the pattern of the contract lets through what is a period, and nothing else of its kind', () => {
  for (const id of ['2021', '2009-10--2011-12', '2022-M10--2023-M09', '2024-11-16--2025-11-15', 'latest'])
    expect(id).toMatch(new RegExp(PERIOD_PATTERN));
  for (const id of ['2021--2022-23', '2022-M10--2023', '2021--', '2024-25-Q1--2024-25-Q2'])
    expect(id).not.toMatch(new RegExp(PERIOD_PATTERN));
});

test('what is no period is refused', () => {
  for (const text of [
    '',
    '21',
    '2021-13-01',
    '2021-02-30',
    '2024-26',
    '2024-25-Q5',
    '2025--2023',
    '2023-24--2021-22',
    '2023-M10--2022-M09',
    '2021--2022-23',
    '2021-22--2023-25',
    '2024-M13',
    '2024-M00',
    'latest',
  ]) {
    expect(parsePeriod(text)).toBeUndefined();
  }
});

test('periods sort by their last day', () => {
  const sorted = ['2024-25-Q1', '2023--2025', '2021', '2021-07-15', '2023-24'].sort(comparePeriods);
  expect(sorted).toEqual(['2021-07-15', '2021', '2023-24', '2024-25-Q1', '2023--2025']);
});
