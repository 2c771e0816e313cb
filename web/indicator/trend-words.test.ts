import { expect, test } from 'vitest';
import type { TrendReply } from '../../server/contract/replies.ts';
import { trendHeadline, trendSentence } from './trend-words.ts';

const measure = {
  unit: 'percent',
  decimals: 1,
  ageAdjusted: null,
  unadjustedAges: ['16-64'],
  scaleNote: null,
} as const;
type Change = NonNullable<TrendReply['change']>;
const change = (verdict: Change['verdict'], couldBeChance = false) =>
  ({
    verdict,
    couldBeChance,
    since: '2024',
    sinceLabel: '2024',
    from: { status: 'shown', value: 84.5, interval: 'none', basis: 'published' },
    test: 'A test',
  }) as Change;
const reply = (
  periods: readonly string[],
  found: Change | null = null,
  basis: 'published' | 'synthetic' = 'published',
  ageBand = 'all',
) => ({
  query: { ageBand },
  asOf: '2026-11-27',
  points: periods.map((period, at) => ({
    period,
    label: period,
    estimate: { status: 'shown', value: 80 + at, interval: 'none', basis } as const,
  })),
  change: found,
});

test('the title is the headline verdict on change, the board’s', () => {
  expect(trendHeadline('MMR', 'Here', reply(['2024', '2025'], change('worse')), measure)).toBe(
    'MMR in Here: worse in 2025 than in 2024 (84.5% to 81.0%)',
  );
  expect(
    trendHeadline('MMR', 'Here', reply(['2024', '2025'], change('no-clear-change', true)), measure),
  ).toBe('MMR in Here: a change between 2024 and 2025 that could be chance (84.5% to 81.0%)');
});

test('where no change was tested the figures are told, and no direction', () => {
  for (const found of [null, change('cannot-be-tested')])
    expect(trendHeadline('MMR', 'Here', reply(['2024', '2025'], found), measure)).toBe(
      'MMR in Here: 80.0% (2024), then 81.0% (2025)',
    );
});

test('figures of years ago carry their age', () => {
  expect(trendHeadline('MMR', 'Here', reply(['2021']), measure)).toBe(
    'MMR in Here: 80.0%, 2021, 4 years ago',
  );
  expect(trendHeadline('MMR', 'Here', reply(['2013', '2021']), measure)).toBe(
    'MMR in Here: 80.0% (2013, 12 years ago), then 81.0% (2021, 4 years ago)',
  );
});

test('nothing is claimed of synthetic figures', () => {
  expect(trendHeadline('MMR', 'Here', reply(['2024', '2025'], change('worse'), 'synthetic'), measure)).toBe(
    'MMR in Here',
  );
});

test('what the figures mean is told with them', () => {
  const illness = { ...measure, ageAdjusted: false } as const;
  expect(trendHeadline('Illness', 'Here', reply(['2025']), illness)).toBe(
    'Illness in Here: 80.0%, 2025, not adjusted for age',
  );
  expect(trendHeadline('Doses', 'Here', reply(['2025'], null, 'published', '16-64'), measure)).toBe(
    'Doses in Here: 80.0%, 2025, not adjusted for age',
  );
  const score = { ...measure, scaleNote: 'Higher = more deprived' } as const;
  expect(trendHeadline('Score', 'Here', reply(['2025']), score)).toBe(
    'Score in Here: 80.0%, 2025 (higher = more deprived)',
  );
});

test('the trend is another way of looking, and says why it differs', () => {
  const trend = { verdict: 'worse', test: 'Chi-square test' } as const;
  expect(trendSentence({ trend })).toBe('getting worse. Chi-square test.');
  expect(trendSentence({ trend, differs: 'They ask different things.' })).toBe(
    'getting worse. Chi-square test. They ask different things.',
  );
  const none = { verdict: 'cannot-be-tested', test: 'Nothing is found in made-up figures.' } as const;
  expect(trendSentence({ trend: none })).toBe('not tested. Nothing is found in made-up figures.');
});
