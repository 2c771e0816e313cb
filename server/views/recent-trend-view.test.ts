import { expect, test } from 'vitest';
import type { Estimate } from '../contract/estimate.ts';
import { recentTrendView } from './recent-trend-view.ts';

const separate = { periodKind: 'separate', polarity: 'higher-is-better' } as const;
const counted = (numerator: number): Estimate => ({
  status: 'shown',
  value: numerator / 10,
  interval: 'ours',
  lower95: 0,
  upper95: 100,
  numerator,
  denominator: 1000,
  basis: 'published',
});
const points = (estimates: readonly Estimate[]) =>
  estimates.map((estimate, index) => ({ period: String(2015 + index), estimate }));
const rising = [500, 550, 610, 660, 720].map(counted);

test('the direction is said by what is better', () => {
  expect(recentTrendView(separate, points(rising)).verdict).toBe('better');
  expect(recentTrendView({ ...separate, polarity: 'lower-is-better' }, points(rising)).verdict).toBe('worse');
  expect(recentTrendView({ ...separate, polarity: 'neutral' }, points(rising)).verdict).toBe('higher');
  expect(recentTrendView(separate, points(rising.toReversed())).verdict).toBe('worse');
});

test('the test and its p are named, whatever order the periods come in', () => {
  const found = recentTrendView(separate, points(rising).toReversed());
  expect(found.test).toMatch(/^Chi-square/);
  expect(found.p).toBeLessThan(0.002);
});

test('small changes are no trend', () => {
  const level = [500, 505, 498, 503, 501].map(counted);
  expect(recentTrendView(separate, points(level))).toMatchObject({ verdict: 'no-significant-change' });
});

test('only the last five periods count', () => {
  const earlier = [900, 850, 800].map(counted);
  expect(recentTrendView(separate, points([...earlier, ...rising])).verdict).toBe('better');
});

test('published limits serve where there are no counts', () => {
  const figures = [47, 42, 40, 35, 30].map(
    (value): Estimate => ({
      status: 'shown',
      value,
      interval: 'published',
      lower95: value - 3,
      upper95: value + 3,
      basis: 'published',
    }),
  );
  expect(recentTrendView(separate, points(figures))).toMatchObject({
    verdict: 'worse',
    test: expect.stringMatching(/^Weighted regression/),
  });
});

test.each([
  ['cumulative counts', { ...separate, periodKind: 'cumulative' as const }, rising, 'only rise'],
  ['periods that overlap', { ...separate, periodKind: 'rolling' as const }, rising, 'overlap'],
  ['four periods', separate, rising.slice(1), 'there are 4'],
  [
    'a missing one',
    separate,
    [...rising.slice(1), { status: 'missing', reason: '' } as Estimate],
    'no figure',
  ],
  [
    'figures without limits',
    separate,
    rising.map((): Estimate => ({ status: 'shown', value: 5, interval: 'none', basis: 'published' })),
    'without counts or limits',
  ],
  [
    'figures of two bases',
    separate,
    [...rising.slice(1), { ...counted(720), basis: 'synthetic' } as Estimate],
    'same basis',
  ],
])('%s cannot be tested, and the reply says why', (_name, meaning, estimates, why) => {
  const found = recentTrendView(meaning, points(estimates));
  expect(found.verdict).toBe('cannot-be-tested');
  expect(found.test).toContain(why);
  expect(found.p).toBeUndefined();
});
