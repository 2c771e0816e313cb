import { expect, test } from 'vitest';
import { roundTicks } from './round-ticks.ts';

test('ticks are round, within the ends and few', () => {
  expect(roundTicks(13.2, 36.1)).toEqual([15, 20, 25, 30, 35]);
  expect(roundTicks(-0.23, 3.4)).toEqual([0, 1, 2, 3]);
  expect(roundTicks(0.1, 0.36)).toEqual([0.1, 0.2, 0.3]);
});
test('a line without length has none', () => {
  expect(roundTicks(5, 5)).toEqual([]);
});
