import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitsTest } from './limits-test.ts';
import { projectedLine } from './projected-line.ts';
import { proportion } from './proportion.ts';
import { scoreTest } from './score-test.ts';

const figure = (time: number, value: number, half = 1) => ({
  time,
  value,
  lower: value - half,
  upper: value + half,
});
const straight = [0, 1, 2, 3, 4, 5].map((time) => figure(time, 50 + 2 * time));

describe('the projected line', () => {
  test('goes on along a straight line, and its limits widen with time', () => {
    const [soon, late] = [projectedLine(straight, 6), projectedLine(straight, 16)];
    expect(soon.value).toBeCloseTo(62, 10);
    expect(late.value).toBeCloseTo(82, 10);
    expect(late.upper - late.lower).toBeGreaterThan(soon.upper - soon.lower);
  });

  test('has wider limits where figures scatter more than their own limits allow, never narrower', () => {
    const scattered = straight.map((one, i) => figure(one.time, one.value + (i % 2 === 0 ? 8 : -8)));
    const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;
    expect(width(projectedLine(scattered, 8))).toBeGreaterThan(width(projectedLine(straight, 8)));
  });

  test('moves with the figures: shifting all of them shifts it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 5, maxLength: 12 }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        (values, shift) => {
          const plain = projectedLine(
            values.map((value, time) => figure(time, value)),
            20,
          );
          const moved = projectedLine(
            values.map((value, time) => figure(time, value + shift)),
            20,
          );
          expect(moved.value).toBeCloseTo(plain.value + shift, 6);
          expect(moved.upper - moved.lower).toBeCloseTo(plain.upper - plain.lower, 6);
        },
      ),
    );
  });

  test('refuses four figures, one time, and limits of no width', () => {
    expect(() => projectedLine(straight.slice(0, 4), 9)).toThrow(RangeError);
    expect(() =>
      projectedLine(
        straight.map((one) => ({ ...one, time: 1 })),
        9,
      ),
    ).toThrow(RangeError);
    expect(() =>
      projectedLine(
        straight.map(({ time, value }) => figure(time, value, 0)),
        9,
      ),
    ).toThrow(RangeError);
  });
});

describe('the test from limits', () => {
  test('gives the published example: relative risks 0.67 and 0.88, on the log scale, z -1.24 and P 0.2', () => {
    // Altman & Bland (2003): log relative risks -0.4005 (-0.7765 to -0.0202) and -0.1278 (-0.3425 to 0.0862), P = 0.2.
    const found = limitsTest(
      { value: -0.4005, lower: -0.7765, upper: -0.0202 },
      { value: -0.1278, lower: -0.3425, upper: 0.0862 },
    );
    expect(found.z).toBeCloseTo(-1.24, 1);
    expect(found.p).toBeCloseTo(0.2, 1);
  });

  test('comes close to the score test where counts are large', () => {
    const [a, b] = [
      { numerator: 4_100, denominator: 10_000 },
      { numerator: 4_000, denominator: 10_000 },
    ];
    const fromLimits = limitsTest(
      proportion(a.numerator, a.denominator),
      proportion(b.numerator, b.denominator),
    );
    expect(fromLimits.p).toBeCloseTo(scoreTest(a, b).p, 3);
  });

  test('refuses limits of no width', () => {
    const exact = { value: 1, lower: 1, upper: 1 };
    expect(() => limitsTest(exact, { ...exact, value: 2, lower: 2, upper: 2 })).toThrow(RangeError);
  });
});
