import { expect, test } from 'vitest';
import type { BoardRow } from '../../contract/board-reply.ts';
import type { JudgedBoard } from '../releases/verdict-flips.ts';
import { boardChanged } from './board-changed.ts';

const shown = (value: number) => ({ status: 'shown', value, interval: 'ours', basis: 'published' });
const row = (period: string, value: number, change: object): BoardRow =>
  ({
    indicator: 'booster',
    shortTitle: 'Booster at 5',
    populationGroup: 'children',
    stratum: { ageBand: 'all', sex: 'all' },
    kind: 'service',
    polarity: 'higher-is-better',
    ageAdjusted: null,
    isOfAreas: false,
    unit: 'percent',
    decimals: 1,
    period,
    periodLabel: period,
    latest: shown(value),
    basis: 'published',
    change: { comparison: period, verdict: 'worse', couldBeChance: false, ...change },
    comparisons: [],
    sourceVerdict: null,
    gaps: [],
    target: null,
  }) as unknown as BoardRow;
const board = (one: BoardRow): JudgedBoard =>
  ({
    board: { aims: [{ aim: 'outcomes', rows: [one] }] },
    rule: 2,
    catalogue: { find: () => undefined },
  }) as unknown as JudgedBoard;
const since = { id: 1, publishedAt: '2026-01-05T09:00:00.000Z' };
const textOf = (before: BoardRow, after: BoardRow) =>
  boardChanged(since, board(before), board(after)).lines.map(({ text }) => text);

test('a verdict on a change that stands after a rise names the earlier figure it rests on, and that of the verdict before', () => {
  const before = row('2024', 60.9, { from: shown(70), sinceLabel: '2023' });
  const after = row('2025', 67.4, { from: shown(77.3), sinceLabel: '2024' });
  expect(textOf(before, after)).toEqual([
    'Booster at 5, 67.4% (2025): 60.9% in the earlier release (2024); still “worse” against 77.3% in 2024, before against 70.0% in 2023.',
  ]);
});

test('so does one that is another now, and one without an earlier figure names none', () => {
  const before = row('2024', 60.9, { from: shown(70), sinceLabel: '2023' });
  const chance = { verdict: 'no-clear-change', couldBeChance: true };
  expect(textOf(before, row('2025', 67.4, { ...chance, from: shown(77.3), sinceLabel: '2024' }))).toEqual([
    'Booster at 5, 67.4% (2025): 60.9% in the earlier release (2024); change: “worse” before (against 70.0% in 2023), “no clear change, could be chance” now (against 77.3% in 2024).',
  ]);
  const withheld = { status: 'withheld', reason: 'small-counts', explanation: 'r' };
  expect(textOf(before, row('2025', 67.4, { from: withheld, sinceLabel: '2024' }))).toEqual([
    'Booster at 5, 67.4% (2025): 60.9% in the earlier release (2024); still “worse”.',
  ]);
});
