import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lifeExpectancy, lifeTableAges } from './life-expectancy.ts';

/** Deaths at the same rate at every age: e is close to 1 / rate from every age. */
function constantMortality(rate: number, population = 100_000) {
  return lifeTableAges.map((start) => ({ start, population, deaths: rate * population }));
}

describe('life expectancy', () => {
  test('at a constant death rate of 1 in 50 a year, 50 years remain at 90 and about as many at birth', () => {
    const table = lifeExpectancy(constantMortality(0.02));
    expect(table.at(-1)?.value).toBeCloseTo(50, 9);
    expect(table[0]?.value).toBeCloseTo(50, 0);
  });

  test('of those who reach the last band is the inverse of its death rate, with the variance of Silcocks', () => {
    const deaths = 400;
    const table = lifeExpectancy(constantMortality(deaths / 10_000, 10_000));
    const last = table.at(-1);
    const [years, standardError] = [10_000 / deaths, 10_000 / deaths / Math.sqrt(deaths)];
    expect(last?.value).toBeCloseTo(years, 9);
    expect(last?.upper).toBeCloseTo(years + 1.959963984540054 * standardError, 9);
  });

  test.each([80, 85])('of a table that ends at %i is counted to its own last band', (end) => {
    const bands = constantMortality(0.02).filter(({ start }) => start <= end);
    const table = lifeExpectancy(bands);
    expect(table.map(({ age }) => age)).toEqual(bands.map(({ start }) => start));
    expect(table.at(-1)?.value).toBeCloseTo(50, 9);
    // At one death rate throughout it matters little where the table ends.
    expect(table[0]?.value).toBeCloseTo(lifeExpectancy(constantMortality(0.02))[0]?.value ?? 0, 1);
  });

  test('is refused of a table that ends before 80, or lacks a band', () => {
    const whole = constantMortality(0.02);
    for (const bands of [whole.filter(({ start }) => start <= 75), whole.filter(({ start }) => start !== 40)])
      expect(() => lifeExpectancy(bands)).toThrow('lifeExpectancy requires the age bands 0, 1, 5, 10');
  });

  test('contains its estimate and narrows as the population grows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.1, noNaN: true }),
        fc.integer({ min: 2, max: 20 }),
        (rate, times) => {
          const [small] = lifeExpectancy(constantMortality(rate));
          const [large] = lifeExpectancy(constantMortality(rate, times * 100_000));
          expect(small?.lower).toBeLessThan(small?.value ?? 0);
          expect(small?.upper).toBeGreaterThan(small?.value ?? 0);
          expect((large?.upper ?? 0) - (large?.lower ?? 0)).toBeLessThan(
            (small?.upper ?? 0) - (small?.lower ?? 0),
          );
        },
      ),
    );
  });

  test('says nothing where the interval would be wider than 20 years', () => {
    const bands = constantMortality(0.02, 260).map((band) =>
      band.start === 90 ? { ...band, deaths: 0.5 } : band,
    );
    expect(lifeExpectancy(bands).at(-1)).toEqual({ age: 90, population: 260, deaths: 0.5 });
  });
});
