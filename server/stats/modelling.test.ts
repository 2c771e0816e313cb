/** Figures with an error of modelling: how it is measured, and what it does to intervals and tests. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Counts } from './counts.ts';
import { modelledProportion, modelledRate } from './modelled-proportion.ts';
import { modelledRatio } from './modelled-ratio.ts';
import { modelledTest, modelledTestAgainst } from './modelled-test.ts';
import { modellingErrors } from './modelling-error.ts';
import { ratioOfProportions } from './ratio.ts';

const of = (numerator: number, denominator: number): Counts => ({ numerator, denominator });
const some = fc
  .tuple(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5_000 }))
  .map(([having, without]) => of(having, having + without));
const errors = fc.double({ min: 0, max: 2, noNaN: true });
const logit = (share: number) => Math.log(share / (1 - share));

describe('an interval', () => {
  test('is 1.96 standard errors of chance and of modelling to either side, on the log odds', () => {
    fc.assert(
      fc.property(some, errors, (counts, error) => {
        const { numerator: x, denominator: n } = counts;
        const { lower = 0, upper = 0 } = modelledProportion(counts, error) ?? {};
        const half = 1.959964 * Math.sqrt(1 / x + 1 / (n - x) + error ** 2);
        expect(logit(lower)).toBeCloseTo(logit(x / n) - half, 5);
        expect(logit(upper)).toBeCloseTo(logit(x / n) + half, 5);
      }),
    );
  });

  test('contains its figure, stays within 0 and 1, and widens with the error and the level', () => {
    fc.assert(
      fc.property(some, errors, (counts, error) => {
        const found = [error, error + 0.1].map((one) => modelledProportion(counts, one));
        const wide = modelledProportion(counts, error, 0.998);
        const [own, more] = found;
        if (own === undefined || more === undefined || wide === undefined) throw new Error('none or all');
        for (const { value, lower, upper } of [own, more, wide]) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower <= value && value <= upper).toBe(true);
        }
        for (const wider of [more, wide]) {
          expect(wider.lower).toBeLessThan(own.lower);
          expect(wider.upper).toBeGreaterThan(own.upper);
        }
      }),
    );
  });

  test('of nobody, of everybody and of no events does not exist', () => {
    expect(modelledProportion(of(0, 10), 0.1)).toBeUndefined();
    expect(modelledProportion(of(10, 10), 0.1)).toBeUndefined();
    expect(modelledRate(of(0, 10), 0.1)).toBeUndefined();
    expect(modelledRatio(of(0, 10), of(5, 10), 0.1)).toBeUndefined();
  });

  test('of a ratio without an error is that of counts', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [modelled, plain] = [modelledRatio(a, b, 0), ratioOfProportions(a, b)];
        expect(modelled?.lower).toBeCloseTo(plain?.lower ?? Number.NaN, 9);
        expect(modelled?.upper).toBeCloseTo(plain?.upper ?? Number.NaN, 9);
      }),
    );
  });
});

describe('a test', () => {
  test('never finds more with an error than without, and turns with its sides', () => {
    fc.assert(
      fc.property(some, some, errors, (a, b, error) => {
        const [sure, unsure, turned] = [
          modelledTest(a, b, 0),
          modelledTest(a, b, error),
          modelledTest(b, a, error),
        ];
        expect(unsure?.p).toBeGreaterThanOrEqual(sure?.p ?? Number.NaN);
        expect(turned?.p).toBeCloseTo(unsure?.p ?? Number.NaN, 12);
        expect(turned?.z).toBeCloseTo(-(unsure?.z ?? Number.NaN), 12);
      }),
    );
  });

  test('against a fixed share rejects at 5% where the 95% interval leaves it out', () => {
    fc.assert(
      fc.property(some, fc.double({ min: 0.01, max: 0.99, noNaN: true }), errors, (counts, fixed, error) => {
        const { lower = 0, upper = 1 } = modelledProportion(counts, error) ?? {};
        fc.pre(Math.abs(fixed - lower) > 1e-9 && Math.abs(fixed - upper) > 1e-9);
        expect((modelledTestAgainst(counts, fixed, error)?.p ?? 1) < 0.05).toBe(
          fixed < lower || fixed > upper,
        );
      }),
    );
  });

  test('of none or all is none', () => {
    expect(modelledTest(of(0, 10), of(5, 10), 0.1)).toBeUndefined();
    expect(modelledTest(of(5, 10), of(10, 10), 0.1)).toBeUndefined();
    expect(modelledTestAgainst(of(10, 10), 0.5, 0.1)).toBeUndefined();
  });
});

describe('the error of modelling', () => {
  const pair = (known: Counts, modelled: Counts) => ({ known, modelled });
  const [none, some40] = [pair(of(30, 100), of(30, 100)), pair(of(30, 100), of(40, 100))];

  test('of an area is its own mean square moderated by that of all, times the worst characteristic over all', () => {
    const worse = pair(of(20, 100), of(40, 100));
    const known = [
      [none, some40],
      [none, worse],
    ];
    const { byArea, byCharacteristic, pooled } = modellingErrors(known);
    const [a, b] = [logit(0.4) - logit(0.3), logit(0.4) - logit(0.2)];
    expect(byCharacteristic).toEqual([expect.closeTo(a / Math.sqrt(2)), expect.closeTo(b / Math.sqrt(2))]);
    expect(pooled).toBeCloseTo(Math.sqrt((a * a + b * b) / 4));
    expect(byArea[0]).toBe(0);
    const largest = b / Math.sqrt(2);
    const own = (a * a + b * b) / 2;
    expect(byArea[1]).toBeCloseTo((Math.sqrt((2 * own + pooled ** 2) / 3) * largest) / pooled);
    // Of one table both: less is known of one area by itself.
    expect(modellingErrors(known, { tables: 1 }).byArea[1]).toBeCloseTo(
      (Math.sqrt((own + pooled ** 2) / 2) * largest) / pooled,
    );
  });

  test('is nothing where nothing errs, and of rates is of logs', () => {
    expect(modellingErrors([[none, none]])).toEqual({ byArea: [0, 0], byCharacteristic: [0], pooled: 0 });
    const { pooled } = modellingErrors([[pair(of(30, 100), of(60, 100))]], { scale: 'rate' });
    expect(pooled).toBeCloseTo(Math.log(2));
  });

  test('leaves out a pair of which one is none or all', () => {
    const empty = pair(of(0, 100), of(40, 100));
    expect(modellingErrors([[some40, empty]]).pooled).toBeCloseTo(logit(0.4) - logit(0.3));
    expect(() => modellingErrors([[empty]])).toThrow(/^modellingErrors requires counts with and without/);
  });

  test('refuses what cannot be measured', () => {
    expect(() => modellingErrors([])).toThrow(/^modellingErrors requires at least one characteristic/);
    expect(() => modellingErrors([[none]], { tables: 0 })).toThrow(
      /^modellingErrors requires at least one table/,
    );
    expect(() => modellingErrors([[none, none], [none]])).toThrow(/the same areas/);
    expect(() => modellingErrors([[pair(of(11, 10), of(1, 10))]])).toThrow(RangeError);
    for (const error of [-1, Number.NaN, Infinity]) {
      expect(() => modelledProportion(of(5, 10), error)).toThrow(/^modelledProportion requires an error/);
      expect(() => modelledTest(of(5, 10), of(5, 10), error)).toThrow(/^modelledTest requires an error/);
      expect(() => modelledRatio(of(5, 10), of(5, 10), error)).toThrow(/^modelledRatio requires an error/);
    }
    expect(() => modelledTestAgainst(of(5, 10), 1, 0.1)).toThrow(/a fixed proportion above 0 and below 1/);
  });
});
