import { describe, expect, test } from 'vitest';
import { indirectlyStandardisedRate } from './indirectly-standardised-rate.ts';
import { indirectlyStandardisedRatio } from './indirectly-standardised-ratio.ts';

const strata = [
  { count: 3, population: 200, referenceCount: 10, referencePopulation: 1_000 },
  { count: 6, population: 100, referenceCount: 40, referencePopulation: 1_000 },
];

describe('indirectly standardised ratio', () => {
  test('is events seen over events expected: 9 over 2 + 4', () => {
    const { value, observed, expected } = indirectlyStandardisedRatio(strata);
    expect([value, observed, expected]).toEqual([1.5, 9, 6]);
  });

  test('takes the exact limits of nine events from the published tables: 4.115 and 17.085', () => {
    const { lower, upper } = indirectlyStandardisedRatio(strata, { referenceValue: 100 });
    expect(lower).toBeCloseTo((100 * 4.115) / 6, 1);
    expect(upper).toBeCloseTo((100 * 17.085) / 6, 1);
  });

  test('of the reference population is the reference value', () => {
    const own = strata.map(({ referenceCount, referencePopulation }) => ({
      count: referenceCount,
      population: referencePopulation,
      referenceCount,
      referencePopulation,
    }));
    expect(indirectlyStandardisedRatio(own, { referenceValue: 100 }).value).toBeCloseTo(100, 12);
  });

  test('as a rate is the ratio times the crude rate of the reference', () => {
    const { value, referenceRate } = indirectlyStandardisedRate(strata, { multiplier: 1_000 });
    expect(referenceRate).toBe(25);
    expect(value).toBeCloseTo(1.5 * 25, 12);
  });
});
