import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breaksOf, weightedBreaksOf } from './breaks.ts';

test('fifths of the values, rounded as they are shown', () => {
  expect(breaksOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0)).toEqual([3, 5, 7, 9]);
  expect(breaksOf([51.73, 53.58, 58.24, 60.33, 66.04], 1)).toEqual([53.6, 58.2, 60.3, 66]);
});

test('no two are alike, none lies outside the values, and no class is empty by rounding alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 }),
      (values) => {
        const breaks = breaksOf(values, 1);
        expect(breaks.length).toBeLessThanOrEqual(4);
        expect([...new Set(breaks)]).toEqual(breaks);
        expect(breaks.toSorted((a, b) => a - b)).toEqual(breaks);
        // A value belongs to the class its written form lies in.
        const written = values.map((value) => Math.round(value * 10) / 10);
        for (const cut of breaks) {
          expect(cut).toBeGreaterThan(Math.min(...written));
          expect(cut).toBeLessThanOrEqual(Math.max(...written));
        }
      },
    ),
  );
});

test('there are none where every value is alike, or there is none', () => {
  expect(breaksOf([5, 5, 5], 1)).toEqual([]);
  expect(breaksOf([], 1)).toEqual([]);
});

test('most areas equal: those that are not stand apart from them', () => {
  const zeros = Array.from({ length: 22 }, () => 0);
  expect(breaksOf([...zeros, 13.37], 1)).toEqual([13.4]);
  expect(breaksOf([...zeros, 0.1, 5, 5, 7], 1)).toEqual([0.1, 5, 7]);
  expect(breaksOf([100, 100, 100, 100, 100, 100, 98], 1)).toEqual([100]);
});

test('no two different values share a class while a class is free', () => {
  // From a few values, so that many are equal.
  const tied = fc.constantFrom(0, 0.04, 0.1, 5, 7.3, 12, 50, 99.96, 100);
  const any = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.oneof(tied, tied, any), { minLength: 1, maxLength: 60 }), (values) => {
      const breaks = breaksOf(values, 1);
      const written = [...new Set(values.map((value) => Math.round(value * 10) / 10))];
      const classes = Map.groupBy(written, (value) => breaks.filter((cut) => value >= cut).length);
      expect(classes.size).toBe(breaks.length + 1);
      const isShared = [...classes.values()].some((held) => held.length > 1);
      if (isShared) expect(classes.size).toBe(5);
      expect(classes.size).toBe(Math.min(5, written.length));
    }),
  );
});

test('a value that counts twice is as two of them', () => {
  const values = [1, 1, 2, 3, 3, 3, 8, 9, 9, 12];
  const weighted = [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({
    value,
    weight: all.length,
  }));
  expect(weightedBreaksOf(weighted, 1)).toEqual(breaksOf(values, 1));
});

test('many early dates do not take the classes from the newest, which stands for longer', () => {
  const early = Array.from({ length: 30 }, (_, week) => ({ value: week, weight: 7 }));
  const late = [60, 65, 70, 75, 80].map((value) => ({ value, weight: 275 }));
  const breaks = weightedBreaksOf([...early, ...late], 0);
  expect(breaks.filter((edge) => edge > 60)).toHaveLength(3);
});
