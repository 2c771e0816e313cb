import { expect, test } from 'vitest';
import type { ShownEstimate } from '../../contract/estimate.ts';
import { missing, withheld } from '../../contract/without-figure.ts';
import { csvCell } from './csv.ts';
import { basesWords, type FileFigure, figureColumns } from './figure-columns.ts';

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

const cellsOf = (figure: FileFigure) =>
  new Map(figureColumns.map(({ title, cell }) => [title, csvCell(cell(figure))]));

test('zero, withheld and missing are three things', () => {
  const told = [shown, withheld('small-counts'), missing('nobody-to-count')].map((figure) => {
    const cells = cellsOf(figure);
    return [cells.get('Value'), cells.get('Status'), cells.get('Reason without figure')];
  });
  expect(told).toEqual([
    ['0', 'shown', ''],
    ['', 'withheld', 'small-counts'],
    ['', 'missing', 'nobody-to-count'],
  ]);
});

test('a withheld figure shows nothing but why', () => {
  const cells = cellsOf(withheld('small-counts', 'Small.'));
  expect([...cells].filter(([, cell]) => cell !== '')).toEqual([
    ['Status', 'withheld'],
    ['Reason without figure', 'small-counts'],
    ['Notes', 'Small.'],
  ]);
});

test('bases are named once each, with their meaning', () => {
  const words = basesWords([shown, shown, null]);
  expect(words).toMatch(/^Modelled: we derived it/);
  expect(words.match(/Modelled/g)).toHaveLength(1);
});
