import { expect, test } from 'vitest';
import type { Estimate } from '../../contract/estimate.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { SeriesWithCoverage } from '../release/snapshot.ts';
import { changeOf } from './of-changes.ts';

const counted = (numerator: number): Estimate => ({
  status: 'shown',
  value: numerator / 10,
  interval: 'ours',
  numerator,
  denominator: 1000,
  basis: 'published',
});
const indicator = {
  id: 'made-up',
  kind: 'service',
  polarity: 'higher-is-better',
  unit: 'percent',
  periodKind: 'separate',
};
const asked = {
  indicator: { ageAdjusted: null, ...indicator } as Indicator,
  series: {
    denominator: '',
    ethnic_group: 'all',
    age_band: 'all',
    sex: 'all',
    deprivation: 'all',
  } as SeriesWithCoverage,
  areaType: 'borough',
  period: '2024-25',
} as const;
const points = ['2022-23', '2023-24', '2024-25'].map((period, at) => ({
  period,
  estimate: counted(500 + 100 * at),
}));
const since = (date: string, synthetic = false) =>
  changeOf(asked, 'E09000099', points, null, [{ date, title: 'Counted by residence', synthetic }]);

test('a change is told against the figure before, where both are counted alike', () => {
  expect(since('2023-04-01').since?.period).toBe('2023-24');
  expect(since('2023-04-01').candidate.outcome).toMatchObject({
    difference: { value: expect.closeTo(10, 9) },
  });
});

test('none is told across a break of method, and it says which', () => {
  for (const date of ['2024-04-01', '2023-09-01'])
    expect(since(date)).toMatchObject({
      since: undefined,
      candidate: {
        outcome: {
          reason: expect.stringMatching(
            /^There is no earlier period to compare with: since .* \(Counted by residence\)\.$/,
          ),
        },
      },
    });
});

test('a break that is yet to come, or made for demonstration, breaks no real series', () => {
  expect(since('2025-04-01').since?.period).toBe('2023-24');
  expect(since('2024-04-01', true).since?.period).toBe('2023-24');
});
