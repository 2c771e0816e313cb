import { expect, test } from 'vitest';
import { timeTicks } from './time-ticks.ts';
import { endTime } from './trend-data.ts';

const dated = (...periods: readonly string[]) => periods.map((period) => ({ period, time: endTime(period) }));

test('dates that lie unevenly are marked by months evenly apart, within them and few enough', () => {
  const ticks = timeTicks(dated('2020-12-10', '2020-12-17', '2020-12-24', '2021-07-15', '2022-12-31'));
  expect(ticks.map(({ label }) => label)).toEqual(['Jan 2021', 'Jul 2021', 'Jan 2022', 'Jul 2022']);
  expect(new Date(ticks[0]?.time ?? 0).toISOString()).toBe('2021-01-01T00:00:00.000Z');
});

test('years and quarters are marked as they are', () => {
  expect(timeTicks(dated('2022-23', '2023-24', '2024-25')).map(({ label }) => label)).toEqual([
    '2022/23',
    '2023/24',
    '2024/25',
  ]);
  expect(timeTicks([])).toEqual([]);
});

test('two dates are marked as they are: no month need lie between', () => {
  expect(timeTicks(dated('2021-03-14', '2021-03-21'))).toHaveLength(2);
});
