import { expect, test } from 'vitest';
import { roundTicks, ticksAround } from './round-ticks.ts';

test('ticks are round, within the ends and few', () => {
  expect(roundTicks(13.2, 36.1)).toEqual([15, 20, 25, 30, 35]);
  expect(roundTicks(-0.23, 3.4)).toEqual([0, 1, 2, 3]);
  expect(roundTicks(0.1, 0.36)).toEqual([0.1, 0.2, 0.3]);
});
test('a line without length has none', () => {
  expect(roundTicks(5, 5)).toEqual([]);
  expect(ticksAround(5, 5)).toEqual([]);
});
test('ticks around hold both ends', () => {
  expect(ticksAround(71.5, 90.7)).toEqual([70, 75, 80, 85, 90, 95]);
  expect(ticksAround(0, 42.4)).toEqual([0, 10, 20, 30, 40, 50]);
  expect(ticksAround(-3.1, 4)).toEqual([-4, -2, 0, 2, 4]);
});
