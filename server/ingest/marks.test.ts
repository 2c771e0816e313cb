import { expect, test } from 'vitest';
import { missingReasons, withheldReasons } from '../contract/without-figure.ts';
import { statusWithout } from './marks.ts';

test.each([
  ['[c]', 'withheld'],
  ['Suppressed', 'withheld'],
  ['[z]', 'nobody-to-count'],
  ['not applicable', 'nobody-to-count'],
  ['Not collected', 'not-collected'],
  ['[x]', 'missing'],
  ['N.A.', 'missing'],
  ['N/A', 'missing'],
  ['tbc', 'missing'],
  ['***', 'missing'],
  ['-', 'missing'],
  ['[note 1] [note 4]', 'missing'],
] as const)('"%s" in the place of a figure says %s', (text, status) => {
  expect(statusWithout(text)).toBe(status);
  expect(statusWithout(` ${text} `)).toBe(status);
});

test.each(['', ' ', '0', '12', '-3', '1,200', '7.5%', 'many', '[c'])('"%s" is no such mark', (text) => {
  expect(statusWithout(text)).toBeUndefined();
});

test('the mark we show for a reason is read as that reason again', () => {
  for (const { id, mark } of missingReasons)
    if (id !== 'not-collected') expect(statusWithout(mark)).toBe(id === 'not-available' ? 'missing' : id);
  expect(statusWithout(withheldReasons[0].mark)).toBe('withheld');
});
