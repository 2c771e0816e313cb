import { expect, test } from 'vitest';
import { ordinal, positionAmong } from './position.ts';

const among = (own: number, others: readonly number[], decimals = 1) =>
  positionAmong(own, others, { decimals, plural: 'boroughs' });
const wordsOf = (...asked: Parameters<typeof among>) => among(...asked)?.words;

test('a figure is counted from the nearer end, and the end itself has no number', () => {
  const others = [9, 8, 7, 6, 5, 4, 3];
  expect(wordsOf(10, others)).toBe('highest of 8 boroughs with a figure');
  expect(wordsOf(8.5, others)).toBe('2nd highest of 8 boroughs with a figure');
  expect(wordsOf(3.5, others)).toBe('2nd lowest of 8 boroughs with a figure');
  expect(wordsOf(2, others)).toBe('lowest of 8 boroughs with a figure');
  // As many above as below: the highest leads.
  expect(wordsOf(5.5, [...others, 2])).toBe('5th highest of 9 boroughs with a figure');
});

test('figures that are written alike are level, though their digits beyond are not', () => {
  expect(among(7.04, [9, 8, 7.0, 6.96, 5, 4])).toMatchObject({ from: 'highest', at: 3, level: 2, of: 7 });
  expect(wordsOf(7.04, [9, 8, 7.0, 6.96, 5, 4])).toBe('joint 3rd highest of 7 boroughs with a figure');
  expect(wordsOf(7.04, [9, 8, 7.0, 6.96, 5, 4], 2)).toBe('3rd highest of 7 boroughs with a figure');
  expect(wordsOf(9, [9, 8, 7, 6, 5])).toBe('joint highest of 6 boroughs with a figure');
  expect(wordsOf(1, [9, 8, 7, 1, 1])).toBe('joint lowest of 6 boroughs with a figure');
  expect(wordsOf(1, [1, 1, 1, 1])).toBe('level with all others of 5 boroughs with a figure');
});

test('among fewer than five there is no position', () => {
  expect(among(1, [2, 3, 4])).toBeUndefined();
  expect(among(1, [2, 3, 4, 5])?.of).toBe(5);
});

test('ordinals are those of English', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 32, 111, 113, 121].map(ordinal)).toEqual(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 32nd 111th 113th 121st'.split(' '),
  );
});
