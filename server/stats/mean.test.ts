import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mean } from './mean.ts';

describe('mean with the interval of Student', () => {
  test("Darwin's maize: 20.9 eighths of an inch, 0.03 to 41.84 (Fisher 1935, The Design of Experiments)", () => {
    const darwin = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
    const { value, lower = 0, upper = 0 } = mean(darwin);
    expect(value).toBeCloseTo(20.933, 3);
    expect(lower).toBeCloseTo(0.03, 2);
    expect(upper).toBeCloseTo(41.84, 2);
  });

  test('a single value has no limits', () => {
    expect(mean([5])).toEqual({ value: 5, sum: 5, count: 1 });
  });

  test('large values keep the digits of a small spread', () => {
    expect(mean([1e12, 1e12 + 1, 1e12 + 2]).standardDeviation).toBe(1);
  });

  test('contains its estimate and narrows when the sample is seen many times', () => {
    const sample = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(sample, (values) => {
        const small = mean(values);
        const large = mean(Array.from({ length: 9 }, () => values).flat());
        expect(small.lower).toBeLessThanOrEqual(small.value);
        expect(small.upper).toBeGreaterThanOrEqual(small.value);
        const width = (of: typeof small): number => (of.upper ?? 0) - (of.lower ?? 0);
        expect(width(large)).toBeLessThanOrEqual(width(small));
      }),
    );
  });
});
