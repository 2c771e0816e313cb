import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import type { OrderedGroup } from './ordered-group.ts';
import { slopeIndex } from './slope-index.ts';

const groups: readonly OrderedGroup[] = [100, 200, 300, 200, 100].map((population, i) => ({
  population,
  value: [10, 12, 15, 14, 18][i] ?? 0,
  standardError: 1,
}));

const orderedGroups = fc.array(
  fc.record({
    population: fc.integer({ min: 1, max: 10_000 }),
    value: fc.double({ min: 1, max: 100, noNaN: true }),
    standardError: fc.double({ min: 0.01, max: 2, noNaN: true }),
  }),
  { minLength: 5, maxLength: 20 },
);

describe('slope index of inequality', () => {
  test('of equal groups on a straight line is its rise from end to end', () => {
    const line = [10, 20, 30, 40, 50].map((value) => ({ population: 70, value, standardError: 1 }));
    const { slope, ratio, intercept } = slopeIndex(line);
    expect(slope.value).toBeCloseTo(50, 12);
    expect(intercept).toBeCloseTo(5, 12);
    expect(ratio?.value).toBeCloseTo(11, 12);
  });

  test('changes sign when the order is reversed, and its limits with it', () => {
    fc.assert(
      fc.property(orderedGroups, (drawn) => {
        const there = slopeIndex(drawn);
        const back = slopeIndex(drawn.toReversed());
        expect(back.slope.value).toBeCloseTo(-there.slope.value, 8);
        expect(back.slope.lower).toBeCloseTo(-(there.slope.upper ?? Number.NaN), 8);
        expect(back.slope.upper).toBeCloseTo(-(there.slope.lower ?? Number.NaN), 8);
      }),
    );
  });

  test('contains its estimate and narrows as standard errors fall', () => {
    fc.assert(
      fc.property(orderedGroups, (drawn) => {
        const wide = slopeIndex(drawn).slope;
        const narrow = slopeIndex(
          drawn.map((group) => ({ ...group, standardError: group.standardError / 2 })),
        ).slope;
        expect(wide.lower).toBeLessThanOrEqual(wide.value);
        expect(wide.upper).toBeGreaterThanOrEqual(wide.value);
        const width = ({ lower = Number.NaN, upper = Number.NaN }) => upper - lower;
        expect(width(narrow)).toBeLessThan(width(wide));
      }),
    );
  });

  test('of logs turns back into a ratio that does not depend on the unit', () => {
    const rates = groups.map((group) => ({ ...group, standardError: 0.05 }));
    const times = rates.map((group) => ({ ...group, value: 1_000 * group.value }));
    const options = { scale: 'rate', transform: true } as const;
    expect(slopeIndex(times, options).ratio?.value).toBeCloseTo(
      slopeIndex(rates, options).ratio?.value ?? 0,
      10,
    );
    expect(slopeIndex(times, options).ratio?.upper).toBeCloseTo(
      slopeIndex(rates, options).ratio?.upper ?? 0,
      10,
    );
  });

  test('drawn with small errors agrees with the closed form', () => {
    const small = groups.map((group) => ({ ...group, standardError: 0.001 * group.value }));
    const logs = small.map((group) => ({ ...group, standardError: 0.001 }));
    const [exact, drawn] = [slopeIndex(small), slopeIndex(logs, { scale: 'rate', random: seededRandom(7) })];
    expect(drawn.limits.slope).toBe(100_000);
    expect(exact.limits.slope).toBe('exact');
    expect(drawn.slope.lower).toBeCloseTo(exact.slope.lower ?? Number.NaN, 2);
    expect(drawn.ratio?.upper).toBeCloseTo(exact.ratio?.upper ?? 0, 2);
  });

  test('drawn from the same seed is the same every time', () => {
    const rates = groups.map((group) => ({ ...group, standardError: 0.05 }));
    const once = slopeIndex(rates, { scale: 'rate', draws: 1_000 });
    expect(slopeIndex(rates, { scale: 'rate', draws: 1_000 })).toEqual(once);
  });

  test('has no ratio where the first end is fitted at zero', () => {
    const zero = groups.map((group) => ({ ...group, value: 0 }));
    expect(slopeIndex(zero)).not.toHaveProperty('ratio');
    expect(slopeIndex(zero, { scale: 'rate', draws: 1_000 })).not.toHaveProperty('ratio');
  });

  test('is refused for fewer than five groups', () => {
    expect(() => slopeIndex(groups.slice(1))).toThrow('slopeIndex requires 5 to 100 ordered groups');
  });
});
