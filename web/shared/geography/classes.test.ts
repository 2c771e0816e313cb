import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber } from '../words/format.ts';
import { classLabels, classOf, colourOf, edgesOf, rampOf } from './classes.ts';

const percent = { unit: 'percent', decimals: 1 } as const;
const people = { unit: 'people', decimals: 0 } as const;

describe('classes', () => {
  test('a value equal to a break is above it', () => {
    expect([9.9, 10, 20, 25].map((value) => classOf(value, [10, 20], percent))).toEqual([0, 1, 2, 2]);
  });
  test('a higher value is never paler', () => {
    const sorted = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        sorted,
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (edges, a, b) => {
          const breaks = edges.toSorted((x, y) => x - y);
          const ramp = rampOf(edgesOf(breaks, percent).length + 1);
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(ramp.indexOf(colourOf(low, breaks, percent))).toBeLessThanOrEqual(
            ramp.indexOf(colourOf(high, breaks, percent)),
          );
        },
      ),
    );
  });
});

describe('labels of classes', () => {
  test('ranges in the unit, open at both ends, none of which ends where the next begins', () => {
    expect(classLabels([84.2, 87.9], percent)).toEqual(['Under 84.2%', '84.2% to 87.8%', '87.9% and over']);
  });
  test('boundaries that read alike are one', () => {
    expect(classLabels([84.21, 84.24], percent)).toEqual(['Under 84.2%', '84.2% and over']);
  });
  test('a class of one written value is that value', () => {
    expect(classLabels([3, 5, 6], people)).toEqual(['Under 3', '3 to 4', '5', '6 and over']);
    expect(classLabels([1.1, 1.2], percent)).toEqual(['Under 1.1%', '1.1%', '1.2% and over']);
    expect(classLabels([12_000.4, 12_400], people)).toEqual([
      'Under 12,000',
      '12,000 to 12,399',
      '12,400 and over',
    ]);
  });
  test('no breaks, one class', () => {
    expect(classLabels([], percent)).toEqual(['All']);
  });
  test('whoever reads a value finds it in one label, that of its class', () => {
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), value, (breaks, own) => {
        const written = Number(formatNumber(own, 1));
        const holds = (label: string) => {
          const [first = 0, last = first] = [...label.matchAll(/[\d.]+/g)].map(Number);
          if (label.startsWith('Under')) return written < first;
          return label.endsWith('over') ? written >= first : written >= first && written <= last;
        };
        const holding = [...classLabels(breaks, percent).entries()].filter(([, label]) => holds(label));
        expect(holding.map(([at]) => at)).toEqual([classOf(own, breaks, percent)]);
      }),
    );
  });
});

/** Relative luminance of WCAG 2, written from its definition. */
function luminance(colour: string): number {
  const linear = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

test.each([2, 3, 4, 5])(
  '%i classes darken step by step, the last dark enough to stand on white',
  (classes) => {
    const steps = rampOf(classes).map(luminance);
    expect(steps).toHaveLength(classes);
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
    expect(1.05 / ((steps.at(-1) ?? 1) + 0.05)).toBeGreaterThan(3);
  },
);
