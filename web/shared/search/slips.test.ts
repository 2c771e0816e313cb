import { expect, test } from 'vitest';
import { slips } from './slips.ts';

test.each([
  ['second', 'second', 0],
  ['sceond', 'second', 1],
  ['secnd', 'second', 1],
  ['seccond', 'second', 1],
  ['sekond', 'second', 1],
  ['sceonk', 'second', 2],
  ['', 'dose', 4],
  ['dose', '', 4],
])('between %s and %s lie %i slips, whichever comes first', (one, other, expected) => {
  expect(slips(one, other)).toBe(expected);
  expect(slips(other, one)).toBe(expected);
});
