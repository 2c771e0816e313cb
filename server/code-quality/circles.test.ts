import { expect, test } from 'vitest';
import { circlesAmong } from './circles.ts';

const file = (path: string, ...imports: readonly string[]) => ({ path, imports });

test('files that import each other by several steps are one circle', () => {
  expect(circlesAmong([file('a', 'b'), file('b', 'c'), file('c', 'a'), file('d', 'a')])).toEqual([
    ['a', 'b', 'c'],
  ]);
});

test('two circles that touch in one file are one, and two that only lead to each other are two', () => {
  expect(circlesAmong([file('a', 'b', 'c'), file('b', 'a'), file('c', 'a')])).toEqual([['a', 'b', 'c']]);
  expect(circlesAmong([file('a', 'b'), file('b', 'a', 'c'), file('c', 'd'), file('d', 'c')])).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('two ways to one file are no circle', () => {
  expect(circlesAmong([file('a', 'b', 'c'), file('b', 'd'), file('c', 'd'), file('d', 'elsewhere')])).toEqual(
    [],
  );
});
