import { expect, test } from 'vitest';
import type { Estimate, ShownEstimate } from '../../contract/estimate.ts';
import { basesWords, estimateCells, estimateHeader, valueCell } from './estimate-cells.ts';

const shown: ShownEstimate = {
  status: 'shown',
  value: 0,
  interval: 'ours',
  lower95: 0,
  upper95: 3.5,
  numerator: 0,
  denominator: 100,
  basis: 'modelled',
  notes: ['One.', 'Two.'],
};

test('zero, withheld and missing are three things', () => {
  expect(valueCell(shown)).toBe(0);
  expect(valueCell({ status: 'withheld', reason: 'small-counts', explanation: 'Small.' })).toBe('[c]');
  expect(valueCell({ status: 'missing', reason: 'not-available', explanation: 'None.' })).toBe('[x]');
  expect(valueCell(null)).toBe('');
});

test('every figure has a cell for each heading', () => {
  const estimates: (Estimate | null)[] = [
    shown,
    { status: 'withheld', reason: 'small-counts', explanation: 'Small.' },
    null,
  ];
  for (const estimate of estimates) expect(estimateCells(estimate)).toHaveLength(estimateHeader.length);
});

test('a withheld figure shows nothing but why', () => {
  const cells = estimateCells({ status: 'withheld', reason: 'small-counts', explanation: 'Small.' });
  expect(new Set(cells)).toEqual(new Set(['[c]', '', 'Small.']));
});

test('bases are named once each, with their meaning', () => {
  const words = basesWords([shown, shown, null]);
  expect(words).toMatch(/^Modelled: we derived it/);
  expect(words.match(/Modelled/g)).toHaveLength(1);
});
