import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { inWords, lowerFirst } from '../../../server/contract/phrases.ts';
import {
  countOf,
  formatCount,
  formatDay,
  formatFraction,
  formatGap,
  formatInterval,
  formatNumber,
  formatPeriod,
  formatValue,
} from './format.ts';

const percent = { unit: 'percent', decimals: 1 } as const;
const people = { unit: 'people', decimals: 0 } as const;

describe('figures', () => {
  test('a percentage carries its sign and its decimals, whole or not', () => {
    expect(formatValue(83.04, percent)).toBe('83.0%');
    expect(formatValue(100, percent)).toBe('100.0%');
  });
  test('people are whole, with thousands parted', () => {
    expect(formatValue(307636.4, people)).toBe('307,636');
  });
  test('a number that rounds to zero has no minus', () => {
    expect(formatNumber(-0.04, 1)).toBe('0.0');
    expect(formatNumber(-0.06, 1)).toBe('-0.1');
  });
  test('an interval names both limits in the unit', () => {
    expect(formatInterval(80.86, 84.91, percent)).toBe('80.9% to 84.9%');
  });
  test('what is written differs from the figure by half a unit of the last place at most', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (value, decimals) => {
          const read = Number(formatNumber(value, decimals).replaceAll(',', ''));
          expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
        },
      ),
    );
  });
});

describe('people', () => {
  test('an apportioned count is whole from ten up and keeps one decimal below', () => {
    expect(formatCount(1091.3)).toBe('1,091');
    expect(formatCount(8.26)).toBe('8.3');
    expect(formatCount(8)).toBe('8');
  });
  test('a numerator stands before its denominator', () => {
    expect(formatFraction(1090.96, 1315)).toBe('1,091 of 1,315');
  });
});

describe('words', () => {
  test('a gap is told without its sign and in the singular where it is one', () => {
    expect(formatGap(-8.4, percent)).toBe('8.4 percentage points');
    expect(formatGap(1, percent)).toBe('1.0 percentage point');
    expect(formatGap(-1200, people)).toBe('1,200 people');
  });
  test('a period reads as a person would say it', () => {
    expect(formatPeriod('2021-07-15')).toBe('15 July 2021');
    expect(formatPeriod('2024-25')).toBe('2024/25');
    expect(formatPeriod('not a period')).toBe('not a period');
  });
  test('lists end in "and"', () => {
    expect(inWords([])).toBe('');
    expect(inWords(['a'])).toBe('a');
    expect(inWords(['a', 'b'])).toBe('a and b');
    expect(inWords(['a', 'b', 'c'])).toBe('a, b and c');
  });
  test('a first word loses its capital, an abbreviation does not', () => {
    expect(lowerFirst('Under 16')).toBe('under 16');
    expect(lowerFirst('NHS patient register')).toBe('NHS patient register');
  });
  test('one ward, two wards', () => {
    expect(countOf(1, 'ward', 'wards')).toBe('1 ward');
    expect(countOf(0, 'ward', 'wards')).toBe('0 wards');
  });
});

describe('days', () => {
  const zoneBefore = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zoneBefore;
  });
  test.each(['America/Los_Angeles', 'Pacific/Auckland', 'Pacific/Kiritimati'])(
    'are the same day to a reader in %s',
    (zone) => {
      process.env.TZ = zone;
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(formatDay('2028-03-31')).toBe('31 March 2028');
      expect(formatDay('2021-01-01')).toBe('1 January 2021');
      // A release has one date, whoever reads it.
      expect(formatDay('2026-01-05T00:10:00.000Z')).toBe('5 January 2026');
      expect(formatDay('2026-01-05T23:50:00.000Z')).toBe('5 January 2026');
    },
  );
});
