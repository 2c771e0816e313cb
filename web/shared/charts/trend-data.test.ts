import { expect, test } from 'vitest';
import type { TrendReply } from '../../../server/contract/replies.ts';
import { shortPeriod, ticksOf, trendPoints } from './trend-data.ts';

const shown = {
  status: 'shown',
  value: 80,
  interval: 'ours',
  lower95: 78,
  upper95: 82,
  basis: 'published',
} as const;
const missing = { status: 'missing', reason: 'not-available', explanation: 'None.' } as const;
const reply = (points: TrendReply['points']) => ({ points }) as TrendReply;

test('a period without a figure is a gap, not a zero and not left out', () => {
  const points = trendPoints(
    reply([
      { period: '2024-25-Q2', label: 'July to September 2024', estimate: shown },
      { period: '2024-25-Q3', label: 'October to December 2024', estimate: missing },
      { period: '2024-25-Q4', label: 'January to March 2025', estimate: shown },
    ]),
  );
  expect(points.map(({ value }) => value)).toEqual([80, null, 80]);
  expect(points[0]?.limits).toEqual([78, 82]);
  expect(points[1]?.limits).toBeNull();
  expect(points.map(({ alone }) => alone)).toEqual([[2, 2], null, [2, 2]]);
});

test('distances are those in time', () => {
  const [first, second, third] = trendPoints(
    reply(['2018', '2019', '2023'].map((period) => ({ period, label: period, estimate: shown }))),
  ).map(({ time }) => time);
  const years = ((third ?? 0) - (second ?? 0)) / ((second ?? 0) - (first ?? 0));
  expect(years).toBeCloseTo(4, 1);
});

test('few enough periods are named, the newest among them', () => {
  const points = trendPoints(
    reply(Array.from({ length: 36 }, (_, i) => ({ period: String(1990 + i), label: '', estimate: shown }))),
  );
  const ticks = ticksOf(points);
  expect(ticks.length).toBeLessThanOrEqual(7);
  expect(ticks.at(-1)).toBe(points.at(-1)?.time);
});

test('periods are short on the axis', () => {
  expect(['2024-25-Q1', '2021-07-15', '2023--2025', '2024-25', '2021'].map(shortPeriod)).toEqual([
    'Apr–Jun 2024',
    'July 2021',
    '2023–2025',
    '2024/25',
    '2021',
  ]);
});
