import { expect, test } from 'vitest';
import type { BoardRow } from '../../../server/contract/board-reply.ts';
import { changeFrom } from './change-words.ts';

const change = {
  from: { status: 'shown', value: 84.45, interval: 'ours', basis: 'published' },
  sinceLabel: 'January to March 2024',
} as BoardRow['change'];

test('says what a figure was and when, and nothing where there is no earlier one', () => {
  const measure = { unit: 'percent', decimals: 1 } as const;
  expect(changeFrom(change, measure)).toBe('from 84.5%, Jan to Mar 2024');
  expect(changeFrom({ ...change, from: null }, measure)).toBe('');
});
