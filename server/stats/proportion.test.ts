import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proportion, proportions } from './proportion.ts';

/** Numerator and denominator, whole or fractional. */
const counts = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([denominator, share]) => ({ numerator: share * denominator, denominator }));

describe('Wilson interval of a proportion', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d gives the limits printed by Newcombe (1998), table I', (x, n, lower, upper) => {
    expect(proportion(x, n).lower).toBeCloseTo(lower, 4);
    expect(proportion(x, n).upper).toBeCloseTo(upper, 4);
  });

  test('contains its estimate', () => {
    fc.assert(
      fc.property(counts, ({ numerator, denominator }) => {
        const { value, lower, upper } = proportion(numerator, denominator);
        expect(lower).toBeLessThanOrEqual(value);
        expect(upper).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  test('is symmetric: those without the outcome have the mirrored interval', () => {
    fc.assert(
      fc.property(counts, ({ numerator, denominator }) => {
        const [with_, without] = [
          proportion(numerator, denominator),
          proportion(denominator - numerator, denominator),
        ];
        expect(without.lower).toBeCloseTo(1 - with_.upper, 12);
        expect(without.upper).toBeCloseTo(1 - with_.lower, 12);
      }),
    );
  });

  test('narrows as the group grows', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 50 }), ({ numerator, denominator }, times) => {
        const [small, large] = [
          proportion(numerator, denominator),
          proportion(numerator * times, denominator * times),
        ];
        expect(large.upper - large.lower).toBeLessThan(small.upper - small.lower);
      }),
    );
  });

  test('is everything at confidence 1', () => {
    expect(proportion(7, 10, 1)).toEqual({ value: 0.7, lower: 0, upper: 1 });
  });

  test('of columns is that of each row', () => {
    const [x, n] = [Float64Array.of(0, 7, 10), Float64Array.of(5, 20, 10)];
    const { value, limits } = proportions(x, n, [0.95, 0.998]);
    for (const [level, { lower, upper }] of [0.95, 0.998].map(
      (level, i) => [level, limits[i] ?? never()] as const,
    )) {
      x.forEach((numerator, i) => {
        expect({ value: value[i], lower: lower[i], upper: upper[i] }).toEqual(
          proportion(numerator, n[i] ?? 0, level),
        );
      });
    }
  });
});

function never(): never {
  throw new Error('a level without limits');
}
