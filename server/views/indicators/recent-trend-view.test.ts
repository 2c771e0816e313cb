import { describe, expect, test } from 'vitest';
import type { Estimate, ShownEstimate } from '../../contract/estimate.ts';
import { parsePeriod } from '../../contract/periods.ts';
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
  estimates.map((estimate, index) => ({
    period: String(2015 + index),
    label: String(2015 + index),
    estimate,
  }));
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

test('of an area that was shared out it is told from counts, and says that this errs alike', () => {
  const modelled = rising.map(
    (one): Estimate => (one.status === 'shown' ? { ...one, basis: 'modelled', modellingError: 0.1 } : one),
  );
  const [plain, found] = [rising, modelled].map((one) => recentTrendView(separate, points(one)));
  expect(found?.p).toBe(plain?.p);
  expect(found?.test).toBe(`${plain?.test}; sharing out is taken to err alike at every date`);
});

test('small changes are no trend', () => {
  const level = [500, 505, 498, 503, 501].map(counted);
  expect(recentTrendView(separate, points(level))).toMatchObject({ verdict: 'no-significant-change' });
});

test('only the newest five periods count', () => {
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
    'four periods and a missing one',
    separate,
    [...rising.slice(1), { status: 'missing', reason: 'not-available', explanation: '' } as Estimate],
    'five periods with figures; there are 4',
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
  [
    'figures made for demonstration',
    separate,
    rising.map((estimate) => ({ ...estimate, basis: 'synthetic' }) as Estimate),
    'The figures are made for demonstration.',
  ],
])('%s cannot be tested, and the reply says why', (_name, meaning, estimates, why) => {
  const found = recentTrendView(meaning, points(estimates));
  expect(found.verdict).toBe('cannot-be-tested');
  expect(found.test).toContain(why);
  expect(found.p).toBeUndefined();
});

describe('a period without a figure', () => {
  const missing: Estimate = { status: 'missing', reason: 'not-available', explanation: 'Not published.' };
  const quarter = (period: string, estimate: Estimate) => ({
    period,
    label: parsePeriod(period)?.label ?? period,
    estimate,
  });
  const of = (numerator: number, denominator: number): Estimate => ({
    ...(counted(0) as ShownEstimate),
    value: (100 * numerator) / denominator,
    numerator,
    denominator,
  });
  // First doses of MMR at 2 in a London borough, as UKHSA published them: one quarter is missing.
  const mmr = [
    quarter('2023-24-Q2', of(726, 847)),
    quarter('2023-24-Q3', of(695, 825)),
    quarter('2023-24-Q4', of(592, 701)),
    quarter('2024-25-Q1', of(629, 756)),
    quarter('2024-25-Q2', of(696, 889)),
    quarter('2024-25-Q3', missing),
    quarter('2024-25-Q4', of(541, 678)),
  ];

  test('silences no trend: the newest five with figures are tested, with the time between them', () => {
    const found = recentTrendView(separate, mmr);
    expect(found.verdict).toBe('worse');
    // Cochran-Armitage without the N - 1 factor at times 0, 1, 2, 3 and 5, worked out apart.
    expect(found.chiSquare).toBeCloseTo(10.714063, 5);
    expect(found.periods).toEqual(['2023-24-Q3', '2023-24-Q4', '2024-25-Q1', '2024-25-Q2', '2024-25-Q4']);
    expect(found.test).toBe(
      'Chi-square test for trend over the newest five periods with figures, from October to December 2023 on, at 0.2%; there is no figure for October to December 2024: it is left out, and the time it takes is kept',
    );
  });

  test('is named as well where no row stands for it', () => {
    const found = recentTrendView(
      separate,
      mmr.filter(({ estimate }) => estimate.status === 'shown'),
    );
    expect(found.chiSquare).toBeCloseTo(10.714063, 5);
    expect(found.test).toContain(
      'no figure for the time between July to September 2024 and January to March 2025',
    );
  });

  test('two of seven may be missing, three of eight may not', () => {
    const years = (held: readonly number[]) =>
      held.map((year, index) => ({
        period: `${year}`,
        label: `${year}`,
        estimate: rising[index] ?? missing,
      }));
    expect(recentTrendView(separate, years([2015, 2017, 2018, 2020, 2021])).verdict).toBe('better');
    expect(recentTrendView(separate, years([2014, 2017, 2018, 2020, 2021])).test).toContain(
      'lie more than 7 periods apart, from 2014 to 2021',
    );
  });

  test('figures of every second year lie five periods apart, not nine', () => {
    const biennial = [2013, 2015, 2017, 2019, 2021].map((year, index) => ({
      period: `${year}`,
      label: `${year}`,
      estimate: rising[index] ?? missing,
    }));
    const found = recentTrendView(separate, biennial);
    expect(found.verdict).toBe('better');
    expect(found.test).not.toContain('left out');
  });

  test('a trend that one figure alone makes is none', () => {
    // Level but for the last: leaving that one out turns the slope.
    const found = recentTrendView(separate, points([503, 502, 501, 500, 600].map(counted)));
    expect(found.chiSquare).toBeGreaterThan(9.55);
    expect(found.verdict).toBe('no-significant-change');
    expect(found.test).toContain('one period alone would make a trend');
  });
});

test('no figure from before a break of method is part of it, and where too few are left the break is named', () => {
  const broken = { date: '2019-01-01', title: 'Counted by residence', synthetic: false };
  const all = points([900, 880, 860, 840, ...[500, 550, 610, 660, 720]].map(counted));
  expect(recentTrendView(separate, all, broken)).toMatchObject({
    verdict: 'better',
    periods: ['2019', '2020', '2021', '2022', '2023'],
  });
  expect(recentTrendView(separate, all, { ...broken, date: '2019-04-01' })).toMatchObject({
    verdict: 'cannot-be-tested',
    test: 'A trend needs five periods with figures; there are 4: since 1 April 2019 it is counted otherwise (Counted by residence).',
  });
});
