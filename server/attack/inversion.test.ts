import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poissonLimits } from '../stats/poisson-limits.ts';
import { proportion } from '../stats/proportion.ts';
import { countsOfPercentage, countsOfRate } from './inversion.ts';

test('a percentage with its Wilson interval says how many people it is of', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30_000 }), fc.nat(), (denominator, some) => {
      const numerator = some % (denominator + 1);
      const { value, lower, upper } = proportion(numerator, denominator);
      expect(countsOfPercentage(100 * value, 100 * lower, 100 * upper)).toEqual({ numerator, denominator });
    }),
  );
});

test('a rate with its exact or Byar interval says how many events and people it is of', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 1, max: 300_000 }),
      (numerator, denominator) => {
        const rate = (events: number) => (100_000 * events) / denominator;
        const { lower, upper } = poissonLimits(numerator);
        expect(countsOfRate(rate(numerator), rate(lower), rate(upper), 100_000)).toEqual({
          numerator,
          denominator,
        });
      },
    ),
  );
});

test('figures that no counts give, and limits of another kind, are no counts', () => {
  expect(countsOfPercentage(33.3, 30, 36.5)).toBeUndefined();
  expect(countsOfRate(500, 400, 800, 100_000)).toBeUndefined();
  expect(countsOfRate(0, 0, 3.7, 100_000)).toBeUndefined();
});
