import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import type { Counts } from './counts.ts';
import { countsRoundingTo, leastFavourableP } from './least-favourable.ts';
import { oneSampleScoreTest } from './one-sample-score-test.ts';
import { proportion } from './proportion.ts';
import { rateTest } from './rate-test.ts';
import { scoreTest } from './score-test.ts';
import { simes } from './simes.ts';

describe('score test of two proportions', () => {
  test('heart attacks on placebo and aspirin: chi-square 25.01 (Agresti 2002, 3.1.2)', () => {
    const { z } = scoreTest({ numerator: 189, denominator: 11_034 }, { numerator: 104, denominator: 11_037 });
    expect(z * z).toBeCloseTo(25.01, 2);
  });

  test('finds nothing where everybody or nobody has the outcome', () => {
    expect(scoreTest({ numerator: 0, denominator: 9 }, { numerator: 0, denominator: 5 })).toEqual({
      z: 0,
      p: 1,
    });
    expect(scoreTest({ numerator: 9, denominator: 9 }, { numerator: 5, denominator: 5 })).toEqual({
      z: 0,
      p: 1,
    });
  });

  test('changes sign, not p, when both are swapped or outcomes reversed', () => {
    const [a, b] = [
      { numerator: 15, denominator: 100 },
      { numerator: 26, denominator: 110 },
    ];
    const without = ({ numerator, denominator }: Counts) => ({
      numerator: denominator - numerator,
      denominator,
    });
    const { z, p } = scoreTest(a, b);
    expect(scoreTest(b, a).z).toBeCloseTo(-z, 12);
    expect(scoreTest(without(a), without(b)).z).toBeCloseTo(-z, 12);
    expect(scoreTest(b, a).p).toBeCloseTo(p, 12);
  });
});

describe('conditional exact test of two rates', () => {
  test('2 events in 17,877 against 10 in 20,000: p = 0.0606 (Fay 2010, central)', () => {
    const { p } = rateTest({ numerator: 2, denominator: 17_877 }, { numerator: 10, denominator: 20_000 });
    expect(p).toBeCloseTo(0.0606, 4);
  });

  test('is twice the smaller binomial tail, summed term by term', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (x, y, weight) => {
          const [m, chance] = [x + y, weight / 10];
          const terms: number[] = [];
          let choose = 1;
          for (let k = 0; k <= m; k++) {
            terms.push(choose * chance ** k * (1 - chance) ** (m - k));
            choose *= (m - k) / (k + 1);
          }
          const sum = (part: readonly number[]): number => part.reduce((total, term) => total + term, 0);
          const expected = Math.min(1, 2 * Math.min(sum(terms.slice(0, x + 1)), sum(terms.slice(x))));
          const p = rateTest(
            { numerator: x, denominator: weight },
            { numerator: y, denominator: 10 - weight },
          ).p;
          expect(p).toBeCloseTo(expected, 10);
        },
      ),
    );
  });

  test('finds nothing where nothing happened', () => {
    expect(rateTest({ numerator: 0, denominator: 5 }, { numerator: 0, denominator: 9 })).toEqual({ p: 1 });
  });
});

describe('score test of one proportion', () => {
  test('rejects at 5% exactly where the 95% interval leaves the fixed proportion out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (numerator, others, fixed) => {
          fc.pre(numerator + others > 0);
          const counts = { numerator, denominator: numerator + others };
          const { lower, upper } = proportion(counts.numerator, counts.denominator);
          const edge = Math.min(Math.abs(fixed - lower), Math.abs(fixed - upper));
          fc.pre(edge > 1e-9);
          expect(oneSampleScoreTest(counts, fixed).p < 0.05).toBe(fixed < lower || fixed > upper);
        },
      ),
    );
  });

  test('is certain against nobody and everybody', () => {
    expect(oneSampleScoreTest({ numerator: 9, denominator: 10 }, 1)).toEqual({ p: 0 });
    expect(oneSampleScoreTest({ numerator: 10, denominator: 10 }, 1)).toEqual({ p: 1 });
    expect(oneSampleScoreTest({ numerator: 0, denominator: 10 }, 0)).toEqual({ p: 1 });
  });
});

describe('Benjamini-Hochberg procedure', () => {
  test('keeps the first four of fifteen comparisons (Benjamini & Hochberg 1995, section 4)', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    expect(benjaminiHochberg(p).filter(Boolean)).toHaveLength(4);
    expect(benjaminiHochberg(p.toReversed()).indexOf(true)).toBe(11);
  });

  test('never marks more than uncorrected tests would, nor fewer than Bonferroni', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }),
        (p) => {
          const marked = benjaminiHochberg(p);
          p.forEach((value, i) => {
            if (marked[i]) expect(value).toBeLessThanOrEqual(0.05);
            if (value <= 0.05 / p.length) expect(marked[i]).toBe(true);
          });
        },
      ),
    );
  });

  test('does not count what was not tested', () => {
    expect(benjaminiHochberg([0.04, undefined, undefined])).toEqual([true, false, false]);
  });
});

describe('least favourable counts under rounding', () => {
  test('a count shown as 40 was 38 to 42; a zero was zero', () => {
    expect(countsRoundingTo(40)).toEqual({ lowest: 38, highest: 42 });
    expect(countsRoundingTo(0)).toEqual({ lowest: 0, highest: 0 });
  });

  test.each([
    ['score', scoreTest],
    ['rate', rateTest],
  ] as const)('no true counts give the %s test a larger p', (_, testOf) => {
    const shown = fc
      .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 40 }))
      .map(([count, rest]) => ({
        numerator: countsRoundingTo(5 * count),
        denominator: countsRoundingTo(5 * (count + rest)),
      }));
    const within = ({ lowest, highest }: { lowest: number; highest: number }) =>
      Array.from({ length: highest - lowest + 1 }, (_item, i) => lowest + i);
    fc.assert(
      fc.property(shown, shown, (a, b) => {
        const least = leastFavourableP(a, b, testOf);
        const all = (of: typeof a) =>
          within(of.numerator).flatMap((numerator) =>
            within(of.denominator).map((denominator) => ({ numerator, denominator })),
          );
        for (const one of all(a)) {
          for (const other of all(b)) expect(testOf(one, other).p).toBeLessThanOrEqual(least + 1e-12);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('nothing is proven where rounding leaves open which group is higher', () => {
    const near = { numerator: countsRoundingTo(40), denominator: countsRoundingTo(100) };
    const nearer = { numerator: countsRoundingTo(45), denominator: countsRoundingTo(105) };
    expect(leastFavourableP(near, nearer, scoreTest)).toBe(1);
  });
});

describe('Simes p-value of a list', () => {
  test('is the least of the sorted p-values times how many there are over its rank', () => {
    // 0.02 x 4 / 1, 0.03 x 4 / 2, 0.035 x 4 / 3, 0.9 x 4 / 4.
    expect(simes([0.9, 0.03, 0.02, 0.035])).toBeCloseTo((0.035 * 4) / 3, 12);
    expect(simes([0.4])).toBe(0.4);
    expect(simes([1, 1])).toBe(1);
  });

  test('is at most 5% exactly where Benjamini-Hochberg at 5% rejects anything in the list', () => {
    const p = fc.double({ min: 0, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 12 }), (list) => {
        const gap = Math.abs(simes(list) - 0.05);
        fc.pre(gap > 1e-9);
        expect(simes(list) < 0.05).toBe(benjaminiHochberg(list).includes(true));
      }),
    );
  });

  test('refuses a list of nothing and what is no p-value', () => {
    expect(() => simes([])).toThrow(RangeError);
    expect(() => simes([1.1])).toThrow(RangeError);
  });
});
