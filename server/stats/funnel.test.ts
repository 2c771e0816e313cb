import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedForFunnel, funnelAverage, proportionFunnelLimits } from './funnel-limits.ts';
import { countFunnelSignificance, proportionFunnelSignificance } from './funnel-significance.ts';
import { exactPoissonLimits } from './poisson-limits.ts';
import { proportion } from './proportion.ts';

describe('funnel limits', () => {
  test('of a proportion are those whose Wilson interval just reaches the average', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        fc.integer({ min: 100, max: 100_000 }),
        (average, n) => {
          const { lower, upper } = proportionFunnelLimits(average, n).inner;
          expect(proportion(lower * n, n).upper).toBeCloseTo(average, 10);
          expect(proportion(upper * n, n).lower).toBeCloseTo(average, 10);
        },
      ),
    );
  });

  test('are refused where every area has all or none: they would have no width', () => {
    expect(() => proportionFunnelLimits(1, 40)).toThrow('proportionFunnelLimits requires an average');
    expect(() => proportionFunnelLimits(0, 40)).toThrow('proportionFunnelLimits requires an average');
    expect(proportionFunnelSignificance(40, 40, 1)).toBe('not significant');
    expect(proportionFunnelSignificance(0, 40, 0)).toBe('not significant');
  });

  test('of a count are the exact limits of Poisson, the other way round', () => {
    const { lower, upper } = exactPoissonLimits(10);
    expect(expectedForFunnel(10).inner).toEqual({ lower: upper, upper: lower });
  });

  test('are drawn about all areas taken together', () => {
    expect(funnelAverage([0, 5, 10, 12, 20], [20, 20, 20, 40, 60])).toBe(0.29375);
  });
});

describe('where an area lies in the funnel', () => {
  test('no events are low where twelve were expected, and nothing special where three were', () => {
    expect(countFunnelSignificance(0, 12)).toBe('low (0.001)');
    expect(countFunnelSignificance(0, 3)).toBe('not significant');
  });

  test('half of twenty is high against an average of 29%', () => {
    expect(proportionFunnelSignificance(10, 20, 0.29375)).toBe('high (0.025)');
    expect(proportionFunnelSignificance(20, 20, 0.29375)).toBe('high (0.001)');
    expect(proportionFunnelSignificance(0, 20, 0.29375)).toBe('low (0.025)');
  });
});
