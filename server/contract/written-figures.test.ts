import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundedNumber, writtenFigure, writtenInterval, writtenSigned } from './written-figures.ts';

const percent = { decimals: 1, suffix: '%', isShare: true };
const rate = { decimals: 1 };

describe('a figure', () => {
  test('is written to the decimals of its indicator', () => {
    expect(writtenFigure(83.04, percent)).toBe('83.0%');
    expect(writtenFigure(307_636.4, { decimals: 0 })).toBe('307,636');
  });

  test('is zero only where it is zero, and all only where it is all', () => {
    expect(writtenFigure(0, percent)).toBe('0.0%');
    expect(writtenFigure(0.004, percent)).toBe('under 0.1%');
    expect(writtenFigure(99.97, percent)).toBe('over 99.9%');
    expect(writtenFigure(100, percent)).toBe('100.0%');
    expect(writtenFigure(99.97, rate)).toBe('100.0');
    expect(writtenFigure(0.2, { decimals: 0 })).toBe('under 1');
  });

  test('reads as none exactly where it is none, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 100, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (value, decimals) => {
          const text = writtenFigure(value, { decimals, isShare: true });
          expect(text).not.toMatch(/^0(\.0+)?$/);
          expect(writtenSigned(-value, decimals)).not.toMatch(/^−?0(\.0+)?$/);
          expect(/^100(\.0+)?$/.test(text)).toBe(value > 100 - 1e-9);
        },
      ),
    );
  });
});

describe('an interval', () => {
  test('of none among 34,000 is under 0.1%, of all of them over 99.9%', () => {
    expect(writtenInterval(0, 0.0113, percent)).toBe('under 0.1%');
    expect(writtenInterval(99.9887, 100, percent)).toBe('over 99.9%');
    expect(writtenInterval(0, 3.5, percent)).toBe('0.0% to 3.5%');
    expect(writtenInterval(0.01, 3.5, percent)).toBe('under 0.1% to 3.5%');
    expect(writtenInterval(-0.02, 0.03, rate)).toBe('over -0.1 to under 0.1');
  });
});

test('a signed number keeps its sign however small it is', () => {
  expect([4.2, -4.2, 0, 0.03, -0.03].map((value) => writtenSigned(value, 1))).toEqual([
    '+4.2',
    '−4.2',
    '0.0',
    'under +0.1',
    'over −0.1',
  ]);
});

test('a rounded number is never minus nothing', () => {
  expect([-0.04, -0.06].map((value) => roundedNumber(value, 1))).toEqual(['0.0', '-0.1']);
});
