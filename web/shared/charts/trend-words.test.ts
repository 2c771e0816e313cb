import { describe, expect, test } from 'vitest';
import type { TrendReply } from '../../../server/contract/replies.ts';
import { otherWays, trendHeadline } from './trend-words.ts';

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
  asOf: '2026-11-27',
  query: {
    indicator: 'mmr',
    area: 'B1',
    populationGroup: 'all' as const,
    ageBand,
    ethnicGroup: 'all',
    sex: 'all' as const,
    deprivation: 'all' as const,
  },
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

test('where no change was tested only the newest figure is told: the first may overlap it, or be counted in it', () => {
  for (const found of [null, change('cannot-be-tested')])
    expect(trendHeadline('MMR', 'Here', reply(['2024', '2025'], found), measure)).toBe(
      'MMR in Here: 81.0%, 2025',
    );
});

test('figures of years ago carry their age', () => {
  expect(trendHeadline('MMR', 'Here', reply(['2021']), measure)).toBe(
    'MMR in Here: 80.0%, 2021, 5 years ago',
  );
  expect(trendHeadline('MMR', 'Here', reply(['2013', '2021']), measure)).toBe(
    'MMR in Here: 81.0%, 2021, 5 years ago',
  );
});

test('nothing is claimed of synthetic figures', () => {
  expect(trendHeadline('MMR', 'Here', reply(['2024', '2025'], change('worse'), 'synthetic'), measure)).toBe(
    'MMR in Here',
  );
});

test('whose the figure is and in what it is counted is told', () => {
  const { query, ...rest } = reply(['2025']);
  const of = (more: object) => ({ ...rest, query: { ...query, ...more } });
  const rate = { ...measure, unit: 'per-100000' } as const;
  const years = { ...measure, unit: 'years' } as const;
  expect(trendHeadline('Falls', 'Here', of({ ageBand: '65-plus' }), rate)).toBe(
    'Falls, aged 65 and over, in Here: 80.0 per 100,000, 2025',
  );
  expect(trendHeadline('Life expectancy', 'Here', of({ sex: 'female' }), years)).toBe(
    'Life expectancy, females, in Here: 80.0 years, 2025',
  );
});

test('what the figures mean is told with them', () => {
  const illness = { ...measure, ageAdjusted: false } as const;
  expect(trendHeadline('Illness', 'Here', reply(['2025']), illness)).toBe(
    'Illness in Here: 80.0%, 2025, not adjusted for age',
  );
  expect(trendHeadline('Doses', 'Here', reply(['2025'], null, 'published', '16-64'), measure)).toBe(
    'Doses, aged 16 to 64, in Here: 80.0%, 2025, not adjusted for age',
  );
  const score = { ...measure, scaleNote: 'Higher = more deprived' } as const;
  expect(trendHeadline('Score', 'Here', reply(['2025']), score)).toBe(
    'Score in Here: 80.0%, 2025 (higher = more deprived)',
  );
});

describe('below the title', () => {
  const trend = { verdict: 'worse', test: 'Chi-square test' } as const;
  const { points } = reply(['2024', '2025']);
  test('the trend is another way of looking where a change was tested, and says why it differs', () => {
    const found = change('worse');
    expect(otherWays({ trend, points, change: found })).toEqual([
      { way: 'Another way of looking, the trend', sentence: 'getting worse. Chi-square test.' },
    ]);
    expect(
      otherWays({ trend, points, change: found, differs: 'They ask different things.' })[0]?.sentence,
    ).toBe('getting worse. Chi-square test. They ask different things.');
  });
  test('where none was tested there is no other way, and the reason stands first', () => {
    expect(otherWays({ trend, points, change: null }).map(({ way }) => way)).toEqual(['The trend']);
    expect(otherWays({ trend, points, change: change('cannot-be-tested') })).toEqual([
      { way: 'The change', sentence: 'not tested. A test' },
      { way: 'The trend', sentence: 'getting worse. Chi-square test.' },
    ]);
  });
  test('nothing is found in figures made for demonstration', () => {
    const made = reply(['2024', '2025'], null, 'synthetic').points;
    const none = { verdict: 'cannot-be-tested', test: 'The figures are made for demonstration.' } as const;
    expect(otherWays({ trend: none, points: made, change: change('worse') })).toEqual([
      { way: 'The trend', sentence: 'not tested. The figures are made for demonstration.' },
    ]);
  });
});
