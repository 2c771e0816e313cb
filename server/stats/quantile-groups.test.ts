import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantileGroups } from './quantile-groups.ts';

describe('quantile groups', () => {
  test('23 wards make fifths of four and five', () => {
    const fifths = quantileGroups(
      Array.from({ length: 23 }, (_, i) => i),
      5,
    );
    const sizes = [1, 2, 3, 4, 5].map((fifth) => fifths.filter((found) => found === fifth).length);
    expect(sizes).toEqual([5, 5, 4, 5, 4]);
  });

  test('group 1 holds the highest values, or the lowest when asked', () => {
    expect(quantileGroups([10, 20, 30, 40, 50], 5)).toEqual([5, 4, 3, 2, 1]);
    expect(quantileGroups([10, 20, 30, 40, 50], 5, 'lowest')).toEqual([1, 2, 3, 4, 5]);
  });

  test('equal values share a group; missing ones have none; too few areas have none at all', () => {
    expect(new Set(quantileGroups([7, 7, 7, 7, 7], 5))).toEqual(new Set([1]));
    expect(quantileGroups([1, undefined, 2], 2)).toEqual([2, undefined, 1]);
    expect(quantileGroups([1, 2], 5)).toEqual([undefined, undefined]);
  });

  test('of different values differ by one in size at most', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        (values, k) => {
          fc.pre(values.length >= k);
          const found = quantileGroups(values, k);
          const sizes = Array.from({ length: k }, (_, i) => found.filter((group) => group === i + 1).length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
