import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byarLimits } from './byar.ts';
import { exactPoissonLimits, poissonLimits } from './poisson-limits.ts';
import { rate } from './rate.ts';

describe('limits of a Poisson count', () => {
  test.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [5, 1.623, 11.668],
    [9, 4.115, 17.085],
    [10, 4.795, 18.39],
  ])('%d events have the exact limits of the published tables', (count, lower, upper) => {
    expect(exactPoissonLimits(count).lower).toBeCloseTo(lower, 3);
    expect(exactPoissonLimits(count).upper).toBeCloseTo(upper, 3);
  });

  test.each([
    [0.001, 0, 3.6909825588],
    [0.1, 5.7917102455e-17, 3.8960089844],
    [0.5, 4.9103455859e-4, 4.6742018022],
  ])('%d events, apportioned, have the limits of fractional degrees of freedom', (count, lower, upper) => {
    expect(exactPoissonLimits(count).lower).toBeCloseTo(lower, 12);
    expect(exactPoissonLimits(count).upper).toBeCloseTo(upper, 9);
  });

  test('exact below ten, Byar from ten on', () => {
    expect(poissonLimits(9.5)).toEqual(exactPoissonLimits(9.5));
    expect(poissonLimits(10)).toEqual(byarLimits(10));
  });

  test("Byar's limits stay within half a percent of the exact ones from ten on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 5_000 }), (count) => {
        const [byar, exact] = [byarLimits(count), exactPoissonLimits(count)];
        expect((byar.lower ?? 0) / exact.lower).toBeCloseTo(1, 2);
        expect(byar.upper / exact.upper).toBeCloseTo(1, 2);
      }),
    );
  });

  test("Byar's lower limit does not exist for no events", () => {
    expect(byarLimits(0)).not.toHaveProperty('lower');
  });
});

describe('crude rate', () => {
  test('contains its estimate and narrows with the number of events', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (count, people) => {
          const small = rate(count, people);
          const large = rate(100 * count, 100 * people);
          expect(small.lower).toBeLessThanOrEqual(small.value);
          expect(small.upper).toBeGreaterThanOrEqual(small.value);
          expect(large.upper - large.lower).toBeLessThan(small.upper - small.lower);
        },
      ),
    );
  });

  test('says which limits it used', () => {
    expect(rate(9, 1_000).method).toBe('exact');
    expect(rate(10, 1_000).method).toBe('byar');
  });

  test('is per 100,000 unless told otherwise', () => {
    expect(rate(5, 1_000).value).toBe(500);
    expect(rate(5, 1_000, { multiplier: 1_000 }).value).toBe(5);
  });
});
