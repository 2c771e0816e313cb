import { expect, test } from 'vitest';
import type { TrendReply } from '../../server/contract/replies.ts';
import { trendHeadline } from './trend-words.ts';

const measure = { unit: 'percent', decimals: 1, ageAdjusted: null, scaleNote: null } as const;
const reply = (
  periods: readonly string[],
  verdict: TrendReply['trend']['verdict'],
  basis: 'published' | 'synthetic' = 'published',
) =>
  ({
    asOf: '2026-11-27',
    points: periods.map((period, at) => ({
      period,
      label: period,
      estimate: { status: 'shown', value: 80 + at, interval: 'none', basis },
    })),
    trend: { verdict, test: 'A test' },
  }) as TrendReply;

test('a tested course of newer figures is told as it is now', () => {
  expect(trendHeadline('MMR', 'Here', reply(['2024', '2025'], 'worse'), measure)).toBe(
    'MMR in Here: getting worse over its last five figures, now 81.0%',
  );
});

test('of figures of years ago, as it was then, with their age', () => {
  expect(trendHeadline('MMR', 'Here', reply(['2020', '2021'], 'lower'), measure)).toBe(
    'MMR in Here: fell over its last five figures, 81.0%, 2021, 4 years ago',
  );
  expect(trendHeadline('MMR', 'Here', reply(['2021'], 'cannot-be-tested'), measure)).toBe(
    'MMR in Here: 80.0%, 2021, 4 years ago',
  );
  expect(trendHeadline('MMR', 'Here', reply(['2013', '2021'], 'cannot-be-tested'), measure)).toBe(
    'MMR in Here: 80.0% (2013, 12 years ago), then 81.0% (2021, 4 years ago)',
  );
});

test('nothing is claimed of synthetic figures', () => {
  expect(trendHeadline('MMR', 'Here', reply(['2024', '2025'], 'worse', 'synthetic'), measure)).toBe(
    'MMR in Here',
  );
});

test('what the figures mean is told with them', () => {
  const illness = { ...measure, ageAdjusted: false } as const;
  expect(trendHeadline('Illness', 'Here', reply(['2025'], 'cannot-be-tested'), illness)).toBe(
    'Illness in Here: 80.0%, 2025, not adjusted for age',
  );
  const score = { ...measure, scaleNote: 'Higher = more deprived' } as const;
  expect(trendHeadline('Score', 'Here', reply(['2025'], 'cannot-be-tested'), score)).toBe(
    'Score in Here: 80.0%, 2025 (higher = more deprived)',
  );
});
