import { expect, test } from 'vitest';
import type { BoardGap, BoardRow } from '../../../server/contract/board-reply.ts';
import { shortLabel } from '../../shared/words/format.ts';
import { rowName } from '../../shared/words/row-name.ts';
import { gapSize, lastFigure, shortGroup, targetText } from './board-words.ts';

const row = {
  shortTitle: 'MMR dose 1 at 2',
  unit: 'percent',
  decimals: 1,
  stratum: { sex: 'all', ageBand: 'all' },
  change: {
    from: { status: 'shown', value: 84.45, interval: 'ours', basis: 'published' },
    sinceLabel: 'January to March 2024',
  },
} as BoardRow;
const gap = { label: 'Black, Black British, African', difference: { value: -4.62 } } as BoardGap;

test('names rows, groups and periods shortly', () => {
  expect(rowName(row)).toBe('MMR dose 1 at 2');
  expect(rowName({ ...row, stratum: { ...row.stratum, sex: 'female' } })).toBe('MMR dose 1 at 2, female');
  expect(rowName({ ...row, stratum: { ...row.stratum, ageBand: '65-plus' } })).toBe(
    'MMR dose 1 at 2, 65 and over',
  );
  expect(shortGroup(gap)).toBe('Black');
  expect(shortLabel('January to March 2024')).toBe('Jan to Mar 2024');
  expect(shortLabel('May 2024')).toBe('May 2024');
});

test('says how large a gap is and what is aimed for', () => {
  expect(gapSize(gap, row)).toBe('4.6 points lower');
  expect(targetText({ value: 95 }, row)).toBe('95% at all times');
  const old = { ...row, latest: { status: 'shown', value: 56.63 } } as BoardRow;
  expect(lastFigure(old)).toBe('last figure 56.6%');
  expect(targetText({ value: 17.5, due: '2030-03-31' }, row)).toBe('17.5% by 31 Mar 2030');
});
