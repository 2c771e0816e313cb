import { expect, test } from 'vitest';
import type { DisparityCell, OverviewRow } from '../../contract/gap-replies.ts';
import { largestGaps } from './largest-gaps.ts';

const cell = (
  group: string,
  difference: number,
  more: Partial<DisparityCell['gap']> = {},
): DisparityCell => ({
  group,
  label: group,
  estimate: { status: 'shown', value: 40, interval: 'ours', basis: 'published' },
  gap: {
    comparison: `made-up:2024:all:E09000099.${group}:rest`,
    compared: 1,
    judged: 'judged',
    direction: 'lower',
    verdict: 'worse',
    couldBeChance: false,
    isReference: false,
    difference: { value: difference },
    reference: { label: 'Everyone else', value: 40 - difference },
    people: { value: 1234.4 },
    basis: 'published',
    ...more,
  },
});
const row = (cells: DisparityCell[], more: Partial<OverviewRow> = {}) =>
  ({
    indicator: 'made-up',
    title: 'Made-up outcome',
    periodLabel: '2024',
    decimals: 1,
    counted: 'people',
    kind: 'service',
    polarity: 'higher-is-better',
    ageAdjusted: null,
    isOfAreas: false,
    ...more,
    cells,
  }) as unknown as OverviewRow;

test('the largest gaps are proven, real and worse, the furthest apart first', () => {
  const found = largestGaps([
    row([
      cell('small', -2),
      cell('large', -20),
      cell('made', -50, { basis: 'synthetic' }),
      cell('unproven', -30, { verdict: 'similar' }),
      cell('good', 40, { verdict: 'better' }),
      cell('higher', 5),
    ]),
  ]);
  expect(found.map(({ group }) => group)).toEqual(['large', 'higher', 'small']);
  expect(found[0]?.reading).toBe(
    'Made-up outcome, 2024. large: 40.0%, against 60.0% for everyone else; the gap is 20.0 percentage points. Behind it are 1,234 people.',
  );
});

test('ten are enough', () => {
  expect(largestGaps([row(Array.from({ length: 12 }, (_, i) => cell(String(i), -i - 1)))])).toHaveLength(10);
});

test.each<[string, Partial<OverviewRow>]>([
  ['a determinant', { kind: 'determinant' }],
  ['context', { kind: 'context' }],
  ['a property of areas', { isOfAreas: true }],
  ['what is not adjusted for age', { ageAdjusted: false }],
  ['what is neither good nor bad', { polarity: 'neutral' }],
])('%s is in no list of the largest gaps', (_, more) => {
  expect(largestGaps([row([cell('any', -20)], more)])).toEqual([]);
});
