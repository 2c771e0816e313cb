import { describe, expect, test } from 'vitest';
import type { Place } from '../contract/place.ts';
import { comparisonOf } from './comparison.ts';

const place: Place = { code: 'E1', name: 'Exampleton', type: 'borough', parents: [] };
const judged = (['worse', 'similar', 'not-compared'] as const).map((verdict) => ({
  verdict,
  couldBeChance: false,
}));
const testOf = (roundedTo: readonly (number | null)[]) =>
  comparisonOf(judged, { areaType: 'ward', place, untested: 'None', roundedTo }).test;
const TEST =
  'Two-sided score test of two proportions at 5%, corrected for the number compared (Benjamini-Hochberg)';

describe('the test of a comparison', () => {
  test('is plain where no count compared is rounded', () => {
    expect(testOf([null, null, 5])).toBe(TEST);
  });
  test('says so where all are rounded, and where some are', () => {
    const least = 'at the least favourable counts that round to those shown';
    expect(testOf([5, 5, null])).toBe(`${TEST}, ${least}`);
    expect(testOf([null, 5, null])).toBe(`${TEST}; where counts are rounded, ${least}`);
  });
});
