import { expect, test } from 'vitest';
import { nextCell } from './grid-moves.ts';

const size = { row: 4, column: 3 };
const from = (row: number, column: number, key: string, isFar = false) =>
  nextCell({ row, column }, key, isFar, size);

test('arrow keys move by one and stop at the edges', () => {
  expect(from(1, 1, 'ArrowUp')).toEqual({ row: 0, column: 1 });
  expect(from(1, 1, 'ArrowRight')).toEqual({ row: 1, column: 2 });
  expect(from(3, 2, 'ArrowDown')).toEqual({ row: 3, column: 2 });
  expect(from(0, 0, 'ArrowLeft')).toEqual({ row: 0, column: 0 });
});
test('Home and End go to the ends of the row, with Control to those of the grid', () => {
  expect(from(2, 1, 'Home')).toEqual({ row: 2, column: 0 });
  expect(from(2, 1, 'End')).toEqual({ row: 2, column: 2 });
  expect(from(2, 1, 'Home', true)).toEqual({ row: 0, column: 0 });
  expect(from(2, 1, 'End', true)).toEqual({ row: 3, column: 2 });
});
test('other keys are not ours', () => {
  expect(from(1, 1, 'Enter')).toBeUndefined();
  expect(from(1, 1, 'a', true)).toBeUndefined();
});
