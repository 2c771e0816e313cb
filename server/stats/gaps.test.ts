import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverage } from './coverage.ts';
import { differenceOf } from './difference.ts';
import { gapFromAverage } from './gap-from-average.ts';
import { peopleBehindGap } from './people-behind-gap.ts';
import { proportion } from './proportion.ts';
import { ratioOfProportions, ratioOfRates } from './ratio.ts';
import { unknownBounds } from './unknown-bounds.ts';

const counts = fc
  .tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }))
  .map(([numerator, rest]) => ({ numerator, denominator: numerator + rest }));

describe('difference of two proportions', () => {
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 10, 0.6075, 1],
  ])(
    '%d/%d less %d/%d has the limits of Newcombe (1998), table II, method 10',
    (a, m, b, n, lower, upper) => {
      const difference = differenceOf(proportion(a, m), proportion(b, n));
      expect(difference.lower).toBeCloseTo(lower, 4);
      expect(difference.upper).toBeCloseTo(upper, 4);
    },
  );

  test('changes sign, and its limits with it, when both are swapped', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const [one, other] = [proportion(a.numerator, a.denominator), proportion(b.numerator, b.denominator)];
        const [there, back] = [differenceOf(one, other), differenceOf(other, one)];
        expect(back.value).toBeCloseTo(-there.value, 12);
        expect(back.lower).toBeCloseTo(-there.upper, 12);
      }),
    );
  });
});

describe('ratio', () => {
  test('of heart attacks on placebo and aspirin is 1.82, 1.43 to 2.31 (Agresti 2002, table 3.1)', () => {
    const ratio = ratioOfProportions(
      { numerator: 189, denominator: 11_034 },
      { numerator: 104, denominator: 11_037 },
    );
    expect(ratio?.value).toBeCloseTo(1.82, 2);
    expect(ratio?.lower).toBeCloseTo(1.43, 2);
    expect(ratio?.upper).toBeCloseTo(2.31, 2);
  });

  test('of breast cancer with and without fluoroscopy is 1.86, 1.03 to 3.35 (Rothman et al 2008, ch. 14)', () => {
    const ratio = ratioOfRates(
      { numerator: 41, denominator: 28_010 },
      { numerator: 15, denominator: 19_017 },
    );
    expect(ratio?.value).toBeCloseTo(1.86, 2);
    expect(ratio?.lower).toBeCloseTo(1.03, 2);
    expect(ratio?.upper).toBeCloseTo(3.35, 2);
  });

  test('and its interval are inverted when group and reference are swapped', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        for (const ratioOf of [ratioOfProportions, ratioOfRates]) {
          const [there, back] = [ratioOf(a, b), ratioOf(b, a)];
          expect((there?.value ?? 0) * (back?.value ?? 0)).toBeCloseTo(1, 10);
          expect((there?.lower ?? 0) * (back?.upper ?? 0)).toBeCloseTo(1, 10);
          expect((there?.upper ?? 0) * (back?.lower ?? 0)).toBeCloseTo(1, 10);
        }
      }),
    );
  });

  test('does not exist where one side has no events', () => {
    expect(ratioOfRates({ numerator: 0, denominator: 9 }, { numerator: 3, denominator: 9 })).toBeUndefined();
    expect(
      ratioOfProportions({ numerator: 3, denominator: 9 }, { numerator: 0, denominator: 9 }),
    ).toBeUndefined();
  });
});

describe('gap from the average', () => {
  test('is the figure less that of the whole, worked out from the rest', () => {
    fc.assert(
      fc.property(counts, counts, (group, rest) => {
        const whole = (group.numerator + rest.numerator) / (group.denominator + rest.denominator);
        const share = group.denominator / (group.denominator + rest.denominator);
        const [own, others] = [
          proportion(group.numerator, group.denominator),
          proportion(rest.numerator, rest.denominator),
        ];
        expect(gapFromAverage(differenceOf(own, others), share).value).toBeCloseTo(own.value - whole, 12);
      }),
    );
  });
});

describe('people behind a gap', () => {
  test('of -20 points in a group of 50 are 10 who go without', () => {
    const gap = { value: -0.2, lower: -0.3, upper: -0.1 };
    expect(peopleBehindGap(gap, { people: 50, better: 'higher' })).toEqual({
      value: 10,
      lower: 5,
      upper: 15,
    });
  });

  test('are below zero for a group that does better', () => {
    const gap = { value: -0.2, lower: -0.3, upper: -0.1 };
    expect(peopleBehindGap(gap, { people: 50, better: 'lower' })).toEqual({
      value: -10,
      lower: -15,
      upper: -5,
    });
  });
});

describe('bounds for people of unknown group', () => {
  test('hold whatever share of them belongs to the group', () => {
    fc.assert(
      fc.property(
        counts,
        counts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (group, unknown, with_, without) => {
          const { lower, upper } = unknownBounds(group, unknown);
          const cases = group.numerator + with_ * unknown.numerator;
          const people =
            cases + group.denominator - group.numerator + without * (unknown.denominator - unknown.numerator);
          expect(cases / people).toBeGreaterThanOrEqual(lower - 1e-12);
          expect(cases / people).toBeLessThanOrEqual(upper + 1e-12);
        },
      ),
    );
  });

  test('are the figure itself where nobody is unknown', () => {
    const { lower, upper } = unknownBounds(
      { numerator: 3, denominator: 4 },
      { numerator: 0, denominator: 0 },
    );
    expect([lower, upper]).toEqual([0.75, 0.75]);
  });
});

describe('coverage of a measure over groups', () => {
  test('is enough from nine in ten people on', () => {
    expect(coverage(900, 1_000)).toEqual({ people: 900, share: 0.9, enough: true });
    expect(coverage(899, 1_000).enough).toBe(false);
  });
});
