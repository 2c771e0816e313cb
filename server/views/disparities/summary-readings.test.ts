import { describe, expect, test } from 'vitest';
import { summaryMeasures } from '../../contract/dimensions.ts';
import { bareReading, summaryWords } from './summary-readings.ts';

const DIRECTION = /\b(falls|rises|more among|lower by|higher by)\b/;
const OPEN = /the direction is not known beyond chance\.$/;
const read = (measure: keyof typeof summaryWords, value: number, limits?: readonly [number, number]) =>
  summaryWords[measure].read(
    { value, ...(limits && { lower95: limits[0], upper95: limits[1] }) },
    { reference: 'the best group' },
  );

const signed = [
  'slope-index',
  'absolute-concentration-index',
  'relative-concentration-index',
  'attributable-risk',
  'attributable-fraction',
] as const;

describe('a direction is told only where the interval leaves out none', () => {
  test.each(signed)('%s', (measure) => {
    for (const known of [read(measure, 4, [3, 5]), read(measure, -4, [-5, -3])]) {
      expect(known).toMatch(DIRECTION);
      expect(known).not.toMatch(OPEN);
    }
    expect(read(measure, 4, [3, 5])).not.toBe(read(measure, -4, [-5, -3]));
    for (const open of [read(measure, 0.004, [-0.013, 0.022]), read(measure, 4, [0, 8]), read(measure, 4)]) {
      expect(open).not.toMatch(DIRECTION);
      expect(open).toMatch(OPEN);
    }
  });
  test('a ratio has none at one', () => {
    expect(read('relative-index', 1.02, [0.98, 1.06])).toMatch(OPEN);
    expect(read('relative-index', 1.05, [1.01, 1.09])).not.toMatch(OPEN);
  });
  test('no other measure tells a direction at all', () => {
    const others = summaryMeasures.filter(({ id }) => !signed.some((one) => one === id));
    for (const { id } of others) expect(read(id, 4, [3, 5])).not.toMatch(DIRECTION);
  });
});

test('the words of an open direction keep the number and its limits', () => {
  expect(read('relative-concentration-index', 0.004, [-0.013, 0.022])).toBe(
    'Measured against the average, where 0 is equality: 0.004 (−0.013 to 0.022); the direction is not known beyond chance.',
  );
});

test('of figures made for demonstration the number stands alone', () => {
  expect(bareReading({ value: -4, lower95: -5, upper95: -3 }, 'percentage points')).toBe(
    '−4.00 (−5.00 to −3.00) percentage points.',
  );
});
