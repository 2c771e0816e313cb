import { expect, test } from 'vitest';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { weeksByAge } from './weeks-by-age.ts';

type Row = IndicatorReply['available'][number];
const weeks = (many: number) => Array.from({ length: many }, (_, at) => `2021-04-${String(at + 10)}`);
const row = (ageBand: string, denominator: 'nims' | 'census', many: number, areaType = 'borough'): Row =>
  ({
    areaType,
    ageBand,
    denominator,
    sex: 'all',
    deprivation: 'all',
    ethnicGroup: 'all',
    periods: weeks(many),
  }) as Row;

test('weeks are told on the population that everyone has most dates on, at the ages with four dates or more', () => {
  const available = [
    row('all', 'nims', 3),
    row('all', 'census', 7),
    row('65-plus', 'census', 7),
    row('35-49', 'census', 2),
    row('50-64', 'nims', 9),
  ];
  expect(weeksByAge({ available }, 'borough')).toEqual({
    denominator: 'census',
    ageBands: ['all', '65-plus'],
  });
});

test('two dates are no weeks, and other kinds of area have their own', () => {
  expect(
    weeksByAge({ available: [row('all', 'nims', 2), row('65-plus', 'nims', 2)] }, 'borough'),
  ).toBeUndefined();
  expect(
    weeksByAge({ available: [row('all', 'nims', 9), row('65-plus', 'nims', 9)] }, 'ward'),
  ).toBeUndefined();
});
