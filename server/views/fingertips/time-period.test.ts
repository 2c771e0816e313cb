import { expect, test } from 'vitest';
import { comparePeriods } from '../../contract/periods.ts';
import { trendMarker } from './recent-trend.ts';
import { timePeriod } from './time-period.ts';

const separate = { periodKind: 'separate' } as const;

test.each([
  ['2021', '2021', 20210000, '1y', 'Calendar'],
  ['2024-25', '2024/25', 20240000, '1y', 'Financial'],
  ['2024-25-Q3', '2024/25 Q3', 20240300, '1q', 'Financial'],
  ['2023--2025', '2023 - 25', 20230000, '3y', 'Calendar'],
  ['2021-22--2023-24', '2021/22 - 23/24', 20210000, '3y', 'Financial'],
  ['2024-M05', 'May 2024', 20240005, '1m', 'Month'],
  ['2021-07-15', '15 July 2021', 20210715, '1d', 'Up to a day'],
])('%s is %s, sorted as %i, over %s', (period, label, sortable, range, yearType) => {
  const found = timePeriod(separate, period);
  expect([found.label, found.sortable, found.range, found.yearType.name]).toEqual([
    label,
    sortable,
    range,
    yearType,
  ]);
});

test('numbers sort as the periods of one form do', () => {
  for (const periods of [
    ['2021-03-14', '2021-07-15', '2021-12-31', '2022-01-01'],
    ['2023-24-Q4', '2024-25-Q1', '2024-25-Q2'],
    ['2023-M12', '2024-M01', '2024-M11'],
    ['2001--2003', '2002--2004', '2021--2023'],
  ]) {
    const sorted = periods.toSorted(comparePeriods).map((one) => timePeriod(separate, one).sortable);
    expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
    expect(new Set(sorted).size).toBe(periods.length);
  }
});

test('a trend says which way it goes, and whether that is good only where one way is', () => {
  expect(trendMarker('better', 'lower-is-better')).toEqual({ id: 2, text: 'Decreasing and getting better' });
  expect(trendMarker('worse', 'lower-is-better')).toEqual({ id: 1, text: 'Increasing and getting worse' });
  expect(trendMarker('better', 'higher-is-better')).toEqual({ id: 1, text: 'Increasing and getting better' });
  expect(trendMarker('lower', 'neutral')).toEqual({ id: 2, text: 'Decreasing' });
  expect(trendMarker('no-significant-change', 'neutral').id).toBe(3);
  expect(trendMarker('cannot-be-tested', 'neutral').id).toBe(0);
});
