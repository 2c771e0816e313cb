import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directlyStandardisedRate } from './directly-standardised-rate.ts';
import { rate } from './rate.ts';

/** Children with Down syndrome among first births, Michigan 1950-1964, by age of mother (Fleiss 1981, table 14.1). */
const fleiss = [
  [107, 230_061, 319_933],
  [141, 329_449, 931_318],
  [60, 114_920, 786_511],
  [40, 39_487, 488_235],
  [39, 14_208, 237_863],
  [25, 3_052, 61_313],
].map(([count = 0, population = 0, standardPopulation = 0]) => ({ count, population, standardPopulation }));

describe('directly standardised rate', () => {
  test('first births have 92.3 cases per 100,000 at the ages of all mothers (Fleiss 1981, p. 249)', () => {
    expect(directlyStandardisedRate(fleiss).value).toBeCloseTo(92.3, 1);
  });

  test('of one stratum is the crude rate, with its limits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 10_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (count, population, standardPopulation) => {
          const standardised = directlyStandardisedRate([{ count, population, standardPopulation }]);
          const crude = rate(count, population);
          expect((standardised.value ?? 0) / crude.value).toBeCloseTo(1, 12);
          expect((standardised.lower ?? 0) / crude.lower).toBeCloseTo(1, 12);
          expect((standardised.upper ?? 0) / crude.upper).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  test('has no value for fewer than ten events', () => {
    const strata = [{ count: 9, population: 1_000, standardPopulation: 1 }];
    expect(directlyStandardisedRate(strata)).toEqual({ events: 9, population: 1_000 });
  });

  test('several events a person count as often, and widen the interval', () => {
    const once = [{ count: 40, population: 1_000, standardPopulation: 1 }];
    const twice = [{ count: 20, population: 1_000, standardPopulation: 1, eventsPerPerson: 2 }];
    const [a, b] = [directlyStandardisedRate(once), directlyStandardisedRate(twice)];
    expect(b.events).toBe(a.events);
    expect(b.value).toBeCloseTo(a.value ?? 0, 9);
    // The variance of 20 doubled events is twice that of 40 single ones.
    const width = (of: typeof a): number => (of.upper ?? 0) - (of.lower ?? 0);
    expect(width(b) / width(a)).toBeCloseTo(Math.SQRT2, 9);
  });
});
